package org.fangxin.document.internal.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A filled Word document as a printed page: paragraphs, runs, tables, the page number and the seal, so that PDF and Word
 * come from one template. What it does not know (text boxes, drawings, charts) the template's check refuses.
 */
final class PaperPage {
    private final XWPFDocument word;

    PaperPage(XWPFDocument word) {
        this.word = word;
    }

    /** XHTML for the printer; holds no address of anything outside itself. */
    String html() {
        StringBuilder out = new StringBuilder();
        out.append("<html><head><title>")
                .append(Markup.escape(title()))
                .append("</title><style>")
                .append(page())
                .append(SHEET)
                .append("</style></head><body>");
        new Together(out).write(word.getBodyElements());
        return out.append("</body></html>").toString();
    }

    private static final String SHEET = """
            body{font-family:paper;font-size:16pt;margin:0}
            p{margin:0;position:relative;word-wrap:break-word}
            table{border-collapse:collapse;width:100%;page-break-inside:auto}
            tr,div.whole{page-break-inside:avoid}
            td{vertical-align:top;padding:1pt 4pt}
            img.seal{position:absolute}""";

    private String title() {
        return Optional.ofNullable(word.getProperties().getCoreProperties().getTitle())
                .orElse("");
    }

    private String page() {
        CTSectPr section = word.getDocument().getBody().getSectPr();
        CTPageSz size = section == null ? null : section.getPgSz();
        CTPageMar margin = section == null ? null : section.getPgMar();
        String paper =
                size == null ? "595pt 842pt" : pt(Cascade.points(size.getW())) + ' ' + pt(Cascade.points(size.getH()));
        String margins = margin == null
                ? "105pt 74pt 99pt 79pt"
                : String.join(
                        " ",
                        List.of(
                                pt(Cascade.points(margin.getTop())),
                                pt(Cascade.points(margin.getRight())),
                                pt(Cascade.points(margin.getBottom())),
                                pt(Cascade.points(margin.getLeft()))));
        return "@page{size:" + paper + ";margin:" + margins + ";" + footer() + "}";
    }

    /** The page number as the footer has it, with what stands before and after. */
    private String footer() {
        for (XWPFFooter footer : word.getFooterList()) {
            for (XWPFParagraph paragraph : footer.getParagraphs()) {
                String xml = paragraph.getCTP().xmlText();
                if (xml.contains("PAGE")) {
                    String[] around = new PageField(paragraph).around();
                    return "@bottom-center{font-family:paper;font-size:14pt;content:\"" + css(around[0])
                            + "\" counter(page) \"" + css(around[1]) + "\"}";
                }
            }
        }
        return "";
    }

    private static String css(String text) {
        return Markup.escape(text.replaceAll("[\\\\\"{}<>]", ""));
    }

    static String pt(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
