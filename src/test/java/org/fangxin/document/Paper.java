package org.fangxin.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/** Draws a sheet as GB/T 9704 has it: A4, type area 156 by 225 mm, body 16 pt on lines of 28 pt, two characters in. */
final class Paper {
    private static final String TITLE = "方正小标宋简体";
    private static final String BODY = "仿宋_GB2312";
    private static final int LINE = 28 * 20;
    /** The last sentence and the three lines of a correction. */
    private static final int LAST_WORDS = 4;

    private final XWPFDocument word = new XWPFDocument();

    Paper() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2_098));
        margin.setBottom(BigInteger.valueOf(1_984));
        margin.setLeft(BigInteger.valueOf(1_588));
        margin.setRight(BigInteger.valueOf(1_474));
        margin.setHeader(BigInteger.valueOf(851));
        margin.setFooter(BigInteger.valueOf(1_400));
        margin.setGutter(BigInteger.ZERO);
        footer();
    }

    Paper agency() {
        line(ParagraphAlignment.CENTER, "{{机关名称}}", TITLE, 22, true);
        return this;
    }

    Paper title(String text) {
        line(ParagraphAlignment.CENTER, text, TITLE, 22, true);
        return this;
    }

    Paper number() {
        XWPFParagraph p = line(ParagraphAlignment.CENTER, "{{文号}}", BODY, 16, false);
        p.setSpacingBefore(120);
        p.setSpacingAfter(240);
        return this;
    }

    /** Flush left: whom it is addressed to, or a tag that stands alone. */
    Paper flush(String text) {
        line(ParagraphAlignment.LEFT, text, BODY, 16, false);
        return this;
    }

    Paper text(String text) {
        XWPFParagraph p = line(ParagraphAlignment.BOTH, text, BODY, 16, false);
        indent(p);
        return this;
    }

    Paper heading(String text) {
        XWPFParagraph p = line(ParagraphAlignment.BOTH, text, "黑体", 16, false);
        indent(p);
        p.setKeepNext(true);
        return this;
    }

    /** Name over date in the right half, the seal lying over both, never alone on a page. */
    Paper signed() {
        keepLast(LAST_WORDS);
        line(ParagraphAlignment.LEFT, "", BODY, 16, false).setKeepNext(true);
        XWPFParagraph name = line(ParagraphAlignment.CENTER, "{{机关名称}}", BODY, 16, false);
        name.setIndentationLeft(3_600);
        name.setKeepNext(true);
        XWPFParagraph date = line(ParagraphAlignment.CENTER, "{{印章}}{{制发日期}}", BODY, 16, false);
        date.setIndentationLeft(3_600);
        return this;
    }

    Paper contact() {
        keepLast(1);
        line(ParagraphAlignment.LEFT, "", BODY, 16, false).setKeepNext(true);
        text("联系人：{{联系人}}　　联系电话：{{联系电话}}");
        keepLast(1);
        text("联系地址：{{联系地址}}");
        return this;
    }

    private void keepLast(int count) {
        var all = word.getParagraphs();
        all.subList(Math.max(0, all.size() - count), all.size()).forEach(p -> p.setKeepNext(true));
    }

    /** Cells with a label and a value in turn; a row of one value after its label spans the rest. */
    Paper table(int[] widths, String[]... rows) {
        XWPFTable table = word.createTable(rows.length, widths.length);
        table.getCTTbl()
                .getTblPr()
                .addNewTblW()
                .setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth.DXA);
        table.getCTTbl()
                .getTblPr()
                .getTblW()
                .setW(BigInteger.valueOf(java.util.Arrays.stream(widths).sum()));
        if (table.getCTTbl().getTblGrid() == null) {
            table.getCTTbl().addNewTblGrid();
        }
        while (table.getCTTbl().getTblGrid().sizeOfGridColArray() > 0) {
            table.getCTTbl().getTblGrid().removeGridCol(0);
        }
        for (int width : widths) {
            table.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(width));
        }
        for (int r = 0; r < rows.length; r++) {
            row(table, r, rows[r], widths);
        }
        return this;
    }

    private static void row(XWPFTable table, int r, String[] cells, int[] widths) {
        table.getRow(r).setHeight(cells[cells.length - 1].contains("\n") ? 1_500 : 560);
        for (int c = 0; c < cells.length; c++) {
            boolean last = c == cells.length - 1;
            int span = last ? widths.length - c : 1;
            XWPFTableCell cell = table.getRow(r).getCell(c);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            int width = 0;
            for (int w = c; w < c + span; w++) {
                width += widths[w];
            }
            cell.setWidth(String.valueOf(width));
            if (span > 1) {
                cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            XWPFParagraph p = cell.getParagraphs().getFirst();
            p.setAlignment(c % 2 == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            spacing(p, 22 * 20);
            run(p, cells[c].strip(), BODY, 12, false);
        }
        for (int c = widths.length - 1; c >= cells.length; c--) {
            table.getRow(r).removeCell(c);
        }
    }

    byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private XWPFParagraph line(ParagraphAlignment align, String text, String font, int size, boolean bold) {
        XWPFParagraph p = word.createParagraph();
        p.setAlignment(align);
        spacing(p, size > 16 ? 36 * 20 : LINE);
        if (!text.isEmpty()) {
            run(p, text, font, size, bold);
        }
        return p;
    }

    private static void spacing(XWPFParagraph p, int line) {
        CTSpacing spacing =
                (p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr()).addNewSpacing();
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
    }

    private static void indent(XWPFParagraph p) {
        CTInd ind = p.getCTP().getPPr().addNewInd();
        ind.setFirstLineChars(BigInteger.valueOf(200));
        ind.setFirstLine(BigInteger.valueOf(640));
    }

    static XWPFRun run(XWPFParagraph p, String text, String font, int size, boolean bold) {
        XWPFRun run = p.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        CTRPr look = run.getCTR().getRPr();
        CTFonts fonts = look.sizeOfRFontsArray() > 0 ? look.getRFontsArray(0) : look.addNewRFonts();
        fonts.setEastAsia(font);
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        look.addNewLang().setEastAsia("zh-CN");
        return run;
    }

    private void footer() {
        XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph p = footer.createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        run(p, "— ", "宋体", 14, false);
        XWPFRun field = run(p, "", "宋体", 14, false);
        field.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        run(p, "", "宋体", 14, false).getCTR().addNewInstrText().setStringValue(" PAGE ");
        run(p, "", "宋体", 14, false).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        run(p, " —", "宋体", 14, false);
    }
}
