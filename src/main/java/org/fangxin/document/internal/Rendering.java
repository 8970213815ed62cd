package org.fangxin.document.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.document.internal.pdf.PaperFonts;
import org.fangxin.document.internal.pdf.PdfPrinter;
import org.fangxin.document.internal.word.WordFiller;
import org.springframework.stereotype.Component;

/** A composition on paper: Word from the template, PDF from that Word. */
@Component
class Rendering {
    record Rendered(byte[] docx, byte[] pdf) {}

    private final WordFiller filler;
    private final PdfPrinter printer;
    private final PaperFonts fonts;

    Rendering(WordFiller filler, PdfPrinter printer, PaperFonts fonts) {
        this.filler = filler;
        this.printer = printer;
        this.fonts = fonts;
    }

    private static final String OLDER =
            "本件收到时适用《暂行办法》：引用的条文是暂行办法的，版式用的是 2026 年的文书式样。" + "要用 2019 年式样的，请系统管理员在“文书模板和印章”里换成本机关的模板。";

    Rendered render(Composition paper, String number) {
        Map<String, Object> values = new LinkedHashMap<>(paper.values());
        values.put("文号", number);
        byte[] docx = filler.fill(
                paper.template().docx(),
                values,
                paper.sealed() ? paper.letterhead().seal() : null,
                paper.draft().form().title());
        return new Rendered(docx, printer.print(docx));
    }

    /** What the officer should know before he issues it. */
    List<String> warnings(Composition paper) {
        List<String> warnings = new ArrayList<>();
        if (paper.draft().form().sealed() && !paper.sealed()) {
            warnings.add("还没有上传本机关的印章，文书上印的是“（印章）”。请系统管理员在“文书模板和印章”里上传，或者打印后盖章。");
        }
        if (paper.olderLaw() && paper.template().shipped()) {
            warnings.add(OLDER);
        }
        List<String> rare = fonts.missing(String.join("", texts(paper.values())));
        if (!rare.isEmpty()) {
            warnings.add("字库里没有“" + String.join("”“", rare) + "”，PDF 里印不出来。请用 Word 版打印，或者请管理员补充字体。");
        }
        return warnings;
    }

    private static List<String> texts(Map<String, Object> values) {
        return values.values().stream()
                .filter(String.class::isInstance)
                .map(text -> ((String) text).replace(org.fangxin.document.internal.word.Lines.NOTHING, ""))
                .toList();
    }
}
