package org.fangxin.document.internal.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.internal.FormTags;
import org.fangxin.document.internal.FormTags.Sort;
import org.fangxin.document.internal.FormTags.Tag;

/** Whether a bureau's own template will do, in sentences that say what to change. */
public final class TemplateCheck {
    private static final List<String> NEEDED = List.of("机关名称", "文号");

    private final OfficialForm form;
    private final Map<String, Tag> tags;
    private final Set<String> used = new HashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    private TemplateCheck(OfficialForm form) {
        this.form = form;
        this.tags = FormTags.of(form);
    }

    /** Empty when nothing is wrong. */
    public static List<String> faults(OfficialForm form, byte[] docx) {
        List<String> unsafe = TemplatePackage.faults(docx);
        return unsafe.isEmpty() ? new TemplateCheck(form).placeholders(docx) : unsafe;
    }

    private List<String> placeholders(byte[] docx) {
        try (XWPFTemplate template =
                XWPFTemplate.compile(new ByteArrayInputStream(docx), WordFiller.configuration(null))) {
            look(template.getElementTemplates(), Set.of());
        } catch (IOException | RuntimeException unbalanced) {
            return List.of("占位符没有配对：每个“{{?名称}}”后面要有“{{/名称}}”，并且都写完整。");
        }
        List<String> needed = new ArrayList<>(NEEDED);
        if (form.sealed()) {
            needed.addAll(List.of("印章", "制发日期"));
        }
        needed.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> faults.add("模板里没有“{{" + name + "}}”，请加上。"));
        return List.copyOf(faults);
    }

    private void look(List<MetaTemplate> templates, Set<String> parts) {
        for (MetaTemplate one : templates) {
            switch (one) {
                case BlockTemplate block -> block(block, parts);
                case RunTemplate run -> text(run, parts);
                case ElementTemplate other -> faults.add("图片或者图表的说明文字里有占位符“{{" + other.getTagName() + "}}”，那里不能用。");
                default -> {}
            }
        }
    }

    private void block(BlockTemplate block, Set<String> parts) {
        String name = block.getStartMark().getTagName();
        Tag tag = tags.get(name);
        if (tag == null || tag.sort() == Sort.TEXT) {
            faults.add("没有“{{?" + name + "}}”这个占位符。可用的是：" + names(Sort.CONDITION, Sort.LIST) + "。");
            return;
        }
        used.add(name);
        look(block.getTemplates(), tag.sort() == Sort.LIST ? Set.copyOf(tag.parts()) : parts);
    }

    private void text(RunTemplate run, Set<String> parts) {
        String name = run.getTagName();
        char sign = run.getSign() == null ? '\0' : run.getSign();
        if (sign != '\0') {
            faults.add("“{{" + sign + name + "}}”里的“" + sign + "”不能用，请直接写“{{" + name + "}}”。");
            return;
        }
        Tag tag = tags.get(name);
        boolean known = parts.isEmpty() ? tag != null && tag.sort() == Sort.TEXT : parts.contains(name);
        if (!known) {
            faults.add("没有“{{" + name + "}}”这个占位符。可用的是："
                    + (parts.isEmpty() ? names(Sort.TEXT) : String.join("、", parts)) + "。");
        }
        used.add(name);
    }

    private String names(Sort... sorts) {
        List<Sort> wanted = List.of(sorts);
        return tags.values().stream()
                .filter(tag -> wanted.contains(tag.sort()))
                .map(Tag::name)
                .collect(java.util.stream.Collectors.joining("、"));
    }
}
