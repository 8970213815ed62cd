package org.fangxin.document.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.OfficialForm;

/**
 * The placeholders of each form: what a bureau's own template may use. A name stands for a text; a name with parts stands
 * for a list, {@code {{?理由}}…{{/理由}}}, or, without parts but marked, for a condition.
 */
public final class FormTags {
    /** A placeholder: a text, a condition (holds or not), or a list of rows with these texts. */
    public record Tag(String name, Sort sort, List<String> parts, String example) {}

    public enum Sort {
        TEXT,
        CONDITION,
        LIST
    }

    private static final List<Tag> COMMON = List.of(
            text("机关名称", "示例县市场监督管理局"),
            text("文号", "示市监投受〔2026〕第1号"),
            text("案件编号", "620899-260506-0012"),
            text("制发日期", "2026年5月8日"),
            text("印章", "（印章）"),
            text("办法名称", "《市场监督管理投诉举报处理办法》"),
            text("收到日期", "2026年5月6日"),
            text("联系人", "李明"),
            text("联系电话", "0933-0000000"),
            text("联系地址", "示例县中街1号"),
            condition("更正"),
            text("更正文号", "示市监投受〔2026〕第1号"));

    private static final List<Tag> PARTIES = List.of(text("投诉人", "张三"), text("被投诉人", "示例县某某家电商场"));
    private static final List<Tag> WAYS = List.of(list("救济途径", "序号", "途径"), text("其他途径依据", "第二十五条"));

    private static final Map<OfficialForm, List<Tag>> OWN = Map.of(
            OfficialForm.F1,
            texts(
                    "投诉人",
                    "投诉人电话",
                    "投诉人地址",
                    "受托人",
                    "被投诉人",
                    "被投诉人电话",
                    "被投诉人地址",
                    "被投诉人信用代码",
                    "投诉渠道",
                    "收到时间",
                    "商品或者服务",
                    "消费日期",
                    "涉及金额",
                    "投诉请求",
                    "争议事实",
                    "材料份数",
                    "同意公示",
                    "同意委托调解",
                    "登记人"),
            OfficialForm.F2,
            texts("举报人", "被举报人", "被举报人电话", "被举报人地址", "被举报人信用代码", "举报渠道", "收到时间", "商品或者服务", "举报内容", "材料份数", "登记人"),
            OfficialForm.F3,
            texts("接收机关", "类别", "被投诉人", "分送依据", "分送日期", "材料份数", "分送说明"),
            OfficialForm.F4,
            join(PARTIES, texts("核验依据", "所需材料", "提交期限", "提交方式", "不提供的后果")),
            OfficialForm.F5,
            join(PARTIES, texts("受理依据", "调解期限", "补充说明")),
            OfficialForm.F6,
            join(
                    join(PARTIES, WAYS),
                    join(
                            texts("不予受理依据", "事实和理由", "复议告知"),
                            List.of(list("不予受理理由", "序号", "条文", "情形"), condition("告知复议")))),
            OfficialForm.F7,
            join(PARTIES, texts("调解告知依据", "回避依据", "调解时间", "调解方式", "调解地点", "调解人员", "协助人员", "携带材料", "回避申请期限")),
            OfficialForm.F8,
            join(join(PARTIES, WAYS), texts("受理日期", "终止依据", "终止情形", "事实和理由")),
            OfficialForm.F9,
            join(
                    PARTIES,
                    texts("投诉人电话", "投诉人地址", "被投诉人地址", "调解书依据", "争议事实", "投诉请求", "协议内容", "履行金额", "履行期限", "调解人员", "调解日期")),
            OfficialForm.F10,
            texts("举报人", "被举报人", "告知依据", "处理结果"));

    private FormTags() {}

    /** By name, in the order in which a page lists them. */
    public static Map<String, Tag> of(OfficialForm form) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        COMMON.forEach(tag -> tags.put(tag.name(), tag));
        OWN.getOrDefault(form, List.of()).forEach(tag -> tags.put(tag.name(), tag));
        return tags;
    }

    /** Values to try a template with. */
    public static Map<String, Object> examples(OfficialForm form) {
        Map<String, Object> values = new LinkedHashMap<>();
        of(form).values().forEach(tag -> values.put(tag.name(), example(tag)));
        return values;
    }

    private static Object example(Tag tag) {
        return switch (tag.sort()) {
            case TEXT -> tag.example();
            case CONDITION -> true;
            case LIST -> {
                Map<String, Object> row = new LinkedHashMap<>();
                tag.parts().forEach(part -> row.put(part, "（" + part + "）"));
                yield List.of(row, row);
            }
        };
    }

    private static Tag text(String name, String example) {
        return new Tag(name, Sort.TEXT, List.of(), example);
    }

    private static List<Tag> texts(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> text(name, "（" + name + "）"))
                .toList();
    }

    private static Tag condition(String name) {
        return new Tag(name, Sort.CONDITION, List.of(), "");
    }

    private static Tag list(String name, String... parts) {
        return new Tag(name, Sort.LIST, List.of(parts), "");
    }

    private static List<Tag> join(List<Tag> one, List<Tag> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }
}
