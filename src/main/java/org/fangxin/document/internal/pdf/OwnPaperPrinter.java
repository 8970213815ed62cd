package org.fangxin.document.internal.pdf;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.fangxin.document.OwnPapers;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;

/** Own papers: a heading, rows in a table, pictures, lines for signatures. */
@Component
class OwnPaperPrinter implements OwnPapers {
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final String HEAD = """
            <html><head><title>文书</title><style>
            @page{size:595pt 842pt;margin:70pt 62pt 62pt 70pt;
              @bottom-center{font-family:paper;font-size:9pt;content:counter(page) " / " counter(pages)}}
            body{font-family:paper;font-size:12pt;line-height:1.6}
            h1{font-size:20pt;text-align:center;font-weight:bold;margin:0 0 4pt}
            .of{text-align:center;font-size:14pt;margin:0} .no{text-align:center;margin:0 0 12pt}
            table{border-collapse:collapse;width:100%;margin:0 0 -0.75pt;table-layout:fixed;-fs-table-paginate:paginate}
            td,th{border:0.75pt solid #000;padding:4pt 6pt;vertical-align:top;word-wrap:break-word}
            th{font-weight:bold;text-align:center} td.l{width:96pt;font-weight:bold} tr{page-break-inside:avoid}
            .p{page-break-inside:avoid;text-align:center;margin:10pt 0} .p img{max-width:440pt;max-height:330pt}
            .s{text-align:right;margin:14pt 0 0}</style></head><body>""";

    private final PdfPrinter printer;
    private final Agencies agencies;

    OwnPaperPrinter(PdfPrinter printer, Agencies agencies) {
        this.printer = printer;
        this.agencies = agencies;
    }

    @Override
    public byte[] print(Paper paper) {
        return printer.printPage(
                page(paper, agencies.find(paper.agency()).map(Agency::name).orElse("")));
    }

    /** As XHTML; pictures as data within it. */
    static String page(Paper paper, String agency) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<p class=\"of\">").append(Markup.escape(agency)).append("</p>");
        out.append("<h1>").append(Markup.escape(paper.title())).append("</h1>");
        out.append("<p class=\"no\">").append(Markup.escape(paper.number())).append("</p>");
        paper.parts()
                .forEach(part -> out.append(
                        switch (part) {
                            case Row row -> row(row);
                            case Grid grid -> grid(grid);
                            case Picture picture -> picture(picture);
                            case Signature signature -> signature(signature);
                        }));
        return out.append("</body></html>").toString();
    }

    private static String row(Row row) {
        return "<table><tr><td class=\"l\">" + Markup.escape(row.label()) + "</td><td>" + lines(row.text())
                + "</td></tr></table>";
    }

    private static String grid(Grid grid) {
        StringBuilder out = new StringBuilder("<table><thead>");
        out.append(cells("th", grid.heads())).append("</thead><tbody>");
        grid.rows().forEach(row -> out.append(cells("td", row)));
        return out.append("</tbody></table>").toString();
    }

    private static String cells(String tag, List<String> cells) {
        StringBuilder out = new StringBuilder("<tr>");
        cells.forEach(cell -> out.append("<" + tag + ">").append(lines(cell)).append("</" + tag + ">"));
        return out.append("</tr>").toString();
    }

    private static String picture(Picture picture) {
        if (!PICTURES.contains(picture.contentType())) {
            return "<p class=\"p\">" + Markup.escape(picture.caption()) + "（不能印在纸上，见电子卷）</p>";
        }
        return "<p class=\"p\"><img src=\"data:" + picture.contentType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes()) + "\"/><br/>"
                + Markup.escape(picture.caption()) + "</p>";
    }

    private static String signature(Signature signature) {
        String name = signature.name().isEmpty() ? "＿＿＿＿＿＿＿＿" : signature.name();
        String when = signature.when().isEmpty() ? "年　　月　　日" : signature.when();
        return "<p class=\"s\">" + Markup.escape(signature.label() + "：" + name + "　" + when) + "</p>";
    }

    private static String lines(String text) {
        return Markup.escape(text.strip()).replace("\n", "<br/>");
    }
}
