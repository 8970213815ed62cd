package org.fangxin.document.internal.pdf;

import java.util.Base64;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDrawing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;

/** One paragraph of Word as one of the printed page. */
final class PaperParagraph {
    private static final double EMU_A_POINT = 12700;
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final XWPFParagraph paragraph;
    private final Cascade cascade;
    /** How the text that is being written looks; runs of one look are one piece, or a line could begin with a full stop. */
    private String look = "";

    PaperParagraph(XWPFParagraph paragraph) {
        this.paragraph = paragraph;
        this.cascade = new Cascade(paragraph);
    }

    void write(StringBuilder out) {
        StringBuilder inside = new StringBuilder();
        paragraph.getRuns().forEach(run -> write(run, inside));
        look(inside, "");
        out.append("<p style=\"").append(style()).append("\">");
        boolean empty = inside.toString().replaceAll("<img[^>]*>", "").isEmpty();
        out.append(empty ? "&#160;" + inside : inside).append("</p>");
    }

    private String style() {
        double size = paragraph.getRuns().isEmpty()
                ? cascade.size(null)
                : cascade.size(paragraph.getRuns().getFirst().getCTR().getRPr());
        double first = cascade.indent(size, CTInd::getFirstLineChars, CTInd::getFirstLine)
                - cascade.indent(size, CTInd::getHangingChars, CTInd::getHanging);
        StringBuilder css = new StringBuilder();
        css.append("text-align:").append(align());
        css.append(";font-size:").append(PaperPage.pt(size));
        css.append(";line-height:").append(cascade.lineHeight());
        css.append(";text-indent:").append(PaperPage.pt(first));
        css.append(";padding-left:")
                .append(PaperPage.pt(cascade.indent(size, CTInd::getLeftChars, PaperParagraph::left)));
        css.append(";padding-right:")
                .append(PaperPage.pt(cascade.indent(size, CTInd::getRightChars, PaperParagraph::right)));
        css.append(";padding-top:").append(PaperPage.pt(cascade.spacing(CTSpacing::getBefore)));
        css.append(";padding-bottom:").append(PaperPage.pt(cascade.spacing(CTSpacing::getAfter)));
        css.append(keptWithNext() ? ";page-break-after:avoid" : "");
        boolean fresh = cascade.first(ppr -> ppr.isSetPageBreakBefore() ? ppr.getPageBreakBefore() : null)
                .isPresent();
        css.append(fresh ? ";page-break-before:always" : "");
        css.append(rule());
        return css.toString();
    }

    private static @Nullable Object left(CTInd ind) {
        return ind.isSetLeft() ? ind.getLeft() : ind.isSetStart() ? ind.getStart() : null;
    }

    private static @Nullable Object right(CTInd ind) {
        return ind.isSetRight() ? ind.getRight() : ind.isSetEnd() ? ind.getEnd() : null;
    }

    private String align() {
        String word = cascade.first(ppr -> ppr.isSetJc() ? ppr.getJc().getVal() : null)
                .map(Object::toString)
                .orElse("both");
        return switch (word) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "left", "start" -> "left";
            default -> "justify";
        };
    }

    /** The line under a heading. */
    private String rule() {
        return cascade.first(ppr -> ppr.isSetPBdr() && ppr.getPBdr().isSetBottom()
                        ? ppr.getPBdr().getBottom()
                        : null)
                .filter(border -> !border.getVal().toString().matches("none|nil"))
                .map(border -> {
                    String colour = border.isSetColor() ? border.xgetColor().getStringValue() : "000000";
                    double width = border.isSetSz() ? border.getSz().doubleValue() / 8 : 0.5;
                    return ";border-bottom:" + PaperPage.pt(width) + " solid #"
                            + (colour.matches("[0-9A-Fa-f]{6}") ? colour : "000000");
                })
                .orElse("");
    }

    private void write(XWPFRun run, StringBuilder out) {
        StringBuilder text = new StringBuilder();
        try (XmlCursor cursor = run.getCTR().newCursor()) {
            if (!cursor.toFirstChild()) {
                return;
            }
            do {
                if (WORD.equals(cursor.getName().getNamespaceURI())) {
                    switch (cursor.getName().getLocalPart()) {
                        case "t" -> text.append(spaced(Markup.escape(cursor.getTextValue())));
                        case "tab" -> text.append("&#8195;&#8195;");
                        case "br", "cr" -> text.append("<br/>");
                        default -> {}
                    }
                }
            } while (cursor.toNextSibling());
        }
        if (!text.isEmpty()) {
            look(out, look(run.getCTR().getRPr()));
            out.append(text);
        }
        if (!run.getCTR().getDrawingList().isEmpty()) {
            look(out, "");
            seals(run, out);
            pictures(run, out);
        }
    }

    /** Goes over to another look; an empty one is none. */
    private void look(StringBuilder out, String next) {
        if (look.equals(next)) {
            return;
        }
        out.append(look.isEmpty() ? "" : "</span>");
        out.append(next.isEmpty() ? "" : "<span style=\"" + next + "\">");
        look = next;
    }

    /** Whether the next paragraph belongs on the same page. */
    boolean keptWithNext() {
        return cascade.first(ppr -> ppr.isSetKeepNext() ? ppr.getKeepNext() : null)
                .isPresent();
    }

    /** Whether the seal lies on it. */
    boolean sealed() {
        return paragraph.getRuns().stream()
                .flatMap(run -> run.getCTR().getDrawingList().stream())
                .anyMatch(drawing -> drawing.sizeOfAnchorArray() > 0);
    }

    boolean shorterThan(int characters) {
        return paragraph.getText().length() < characters;
    }

    /** A picture within the text, such as an agency's emblem. */
    private static void pictures(XWPFRun run, StringBuilder out) {
        boolean inline = run.getCTR().getDrawingList().stream().anyMatch(drawing -> drawing.sizeOfInlineArray() > 0);
        for (XWPFPicture picture : inline ? run.getEmbeddedPictures() : java.util.List.<XWPFPicture>of()) {
            String type = picture.getPictureData().getPackagePart().getContentType();
            if (type.equals("image/png") || type.equals("image/jpeg")) {
                out.append(String.format(
                        Locale.ROOT,
                        "<img alt=\"\" style=\"width:%.2fpt;height:%.2fpt\" src=\"data:%s;base64,%s\"/>",
                        picture.getWidth(),
                        picture.getDepth(),
                        type,
                        Base64.getEncoder()
                                .encodeToString(picture.getPictureData().getData())));
            }
        }
    }

    private static String spaced(String text) {
        return text.replace("  ", "&#160;&#160;");
    }

    private String look(@Nullable CTRPr own) {
        String colour = cascade.colour(own);
        return "font-size:" + PaperPage.pt(cascade.size(own))
                + (cascade.bold(own) ? ";font-weight:bold" : "")
                + (cascade.underlined(own) ? ";text-decoration:underline" : "")
                + (colour == null ? "" : ";color:#" + colour);
    }

    /** A picture over the text: the seal, placed from the paragraph as in Word. */
    private static void seals(XWPFRun run, StringBuilder out) {
        for (CTDrawing drawing : run.getCTR().getDrawingList()) {
            for (CTAnchor anchor : drawing.getAnchorList()) {
                XWPFPictureData data = run.getEmbeddedPictures().stream()
                        .map(XWPFPicture::getPictureData)
                        .findFirst()
                        .orElse(null);
                if (data != null) {
                    out.append(picture(anchor, data));
                }
            }
        }
    }

    private static String picture(CTAnchor anchor, XWPFPictureData data) {
        return String.format(
                Locale.ROOT,
                "<img class=\"seal\" alt=\"\" style=\"left:%.2fpt;top:%.2fpt;width:%.2fpt;height:%.2fpt\""
                        + " src=\"data:image/png;base64,%s\"/>",
                anchor.getPositionH().getPosOffset() / EMU_A_POINT,
                anchor.getPositionV().getPosOffset() / EMU_A_POINT,
                anchor.getExtent().getCx() / EMU_A_POINT,
                anchor.getExtent().getCy() / EMU_A_POINT,
                Base64.getEncoder().encodeToString(data.getData()));
    }
}
