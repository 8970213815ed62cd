package org.fangxin.document.internal.dossier;

import java.util.List;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.document.HandOver;
import org.fangxin.document.internal.pdf.Markup;
import org.fangxin.document.internal.pdf.PdfPrinter;
import org.springframework.stereotype.Component;

/** What goes to another authority, printed and packed. */
@Component
public class HandedOver {
    private static final String LIST = "移送案卷清单";

    private final PdfPrinter printer;
    private final Packer packer;

    HandedOver(PdfPrinter printer, Packer packer) {
        this.printer = printer;
        this.packer = packer;
    }

    public byte[] list(HandOver.Head head, List<HandOver.Item> items) {
        StringBuilder out = new StringBuilder(BoundPages.HEAD);
        out.append("<h2>")
                .append(LIST)
                .append("</h2><table>")
                .append(BoundPages.line("清单编号", head.dossierNo()))
                .append(BoundPages.line("案号", head.caseNo()))
                .append(BoundPages.line("移送机关", head.from()))
                .append(BoundPages.line("接收机关", head.to()))
                .append(BoundPages.line("移送日期", BoundPages.day(head.at())))
                .append("</table><p></p><table><thead><tr><th class=\"n\">序号</th><th>材料</th><th class=\"n\">日期</th>")
                .append("<th class=\"n\">页数</th><th class=\"n\">字节</th></tr></thead><tbody>");
        items.forEach(one -> row(out, one));
        out.append("</tbody></table><p>共 ").append(items.size()).append(" 份。各份材料的 SM3 摘要列在材料名称下面，电子材料按摘要核对。</p>");
        out.append("<table class=\"plain\"><tr><td>移送人：</td><td>接收人：</td></tr>")
                .append("<tr><td>日期：</td><td>日期：</td></tr></table></body></html>");
        return printer.printPage(out.toString());
    }

    private static void row(StringBuilder out, HandOver.Item one) {
        String half = one.sm3().substring(0, 32) + "<br/>" + one.sm3().substring(32);
        out.append("<tr><td class=\"n\">")
                .append(one.position())
                .append("</td><td>")
                .append(Markup.escape(one.title()))
                .append("<br/><small>")
                .append(half)
                .append("</small></td><td class=\"n\">")
                .append(BoundPages.day(one.at()))
                .append("</td><td class=\"n\">")
                .append(one.pages() == null ? "—" : one.pages())
                .append("</td><td class=\"n\">")
                .append(one.bytes())
                .append("</td></tr>");
    }

    public byte[] bundle(HandOver.Head head, CaseState state, List<DossierPart.Piece> pieces, byte[] list) {
        Archive handed = new Archive(head.dossierNo(), head.at(), head.from(), state, "", pieces, List.of());
        return packer.pack(handed, LIST, list).bytes();
    }
}
