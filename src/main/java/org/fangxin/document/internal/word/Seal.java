package org.fangxin.document.internal.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDrawing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;

/**
 * The agency's seal, 42 mm across, lying over name and date (骑年盖月): an anchored picture, centred on its paragraph's own
 * width, half above the line it stands in.
 */
final class Seal {
    private static final long EMU_A_MILLIMETRE = 36_000;
    private static final long ACROSS = 42 * EMU_A_MILLIMETRE;
    private static final long EMU_A_TWIP = 635;
    private static final int A4_WIDTH = 11_906;
    private static final int MARGINS = 3_200;

    private final byte[] png;

    Seal(byte[] png) {
        this.png = png.clone();
    }

    void over(XWPFRun run) {
        try {
            run.addPicture(
                    new ByteArrayInputStream(png),
                    Document.PICTURE_TYPE_PNG,
                    "seal.png",
                    Units.toEMU(119),
                    Units.toEMU(119));
            CTDrawing drawing = run.getCTR().getDrawingArray(0);
            CTInline inline = drawing.getInlineArray(0);
            drawing.set(anchored(inline, offset(paragraph(run))));
        } catch (InvalidFormatException | IOException broken) {
            throw new UncheckedIOException("cannot draw the seal", new IOException(broken));
        }
    }

    private static XWPFParagraph paragraph(XWPFRun run) {
        return (XWPFParagraph) run.getParent();
    }

    private static XmlObject anchored(CTInline inline, long left) {
        String xml = """
                <xml-fragment
                  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
                  <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0"
                    locked="1" layoutInCell="1" allowOverlap="1">
                    <wp:simplePos x="0" y="0"/>
                    <wp:positionH relativeFrom="column"><wp:posOffset>%d</wp:posOffset></wp:positionH>
                    <wp:positionV relativeFrom="paragraph"><wp:posOffset>%d</wp:posOffset></wp:positionV>
                    <wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
                    <wp:docPr id="%d" name="seal" descr="印章"/><wp:cNvGraphicFramePr/>
                  </wp:anchor>
                </xml-fragment>""".formatted(
                        left, -ACROSS / 2, ACROSS, ACROSS, inline.getDocPr().getId());
        try {
            CTDrawing drawing = CTDrawing.Factory.parse(xml);
            drawing.getAnchorArray(0).setGraphic(inline.getGraphic());
            return drawing;
        } catch (XmlException broken) {
            throw new IllegalStateException("the anchor is no XML", broken);
        }
    }

    /** From the text's left edge, so that the seal's middle is the middle of the indented paragraph. */
    private static long offset(XWPFParagraph paragraph) {
        CTInd ind = paragraph.getCTP().getPPr() == null
                ? null
                : paragraph.getCTP().getPPr().getInd();
        long left = twips(ind == null ? null : ind.isSetLeft() ? ind.getLeft() : null);
        long right = twips(ind == null ? null : ind.isSetRight() ? ind.getRight() : null);
        long width = width(paragraph);
        return (left + (width - left - right) / 2) * EMU_A_TWIP - ACROSS / 2;
    }

    private static long width(XWPFParagraph paragraph) {
        XWPFDocument word = paragraph.getDocument();
        var section = word.getDocument().getBody().getSectPr();
        CTPageSz size = section == null ? null : section.getPgSz();
        CTPageMar margin = section == null ? null : section.getPgMar();
        long across = size == null ? A4_WIDTH : twips(size.getW());
        return across - (margin == null ? MARGINS : twips(margin.getLeft()) + twips(margin.getRight()));
    }

    private static long twips(@Nullable Object length) {
        return length instanceof BigInteger whole ? whole.longValue() : 0;
    }
}
