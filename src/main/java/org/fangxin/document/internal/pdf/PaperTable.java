package org.fangxin.document.internal.pdf;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/** A table of Word: widths of its grid, cells joined across and down, one kind of line. */
final class PaperTable {
    private final XWPFTable table;

    PaperTable(XWPFTable table) {
        this.table = table;
    }

    void write(StringBuilder out) {
        boolean lined = table.getCTTbl().getTblPr().isSetTblBorders() || table.getStyleID() != null;
        out.append("<table>");
        columns(out);
        List<XWPFTableRow> rows = table.getRows();
        for (int r = 0; r < rows.size(); r++) {
            out.append("<tr>");
            for (XWPFTableCell cell : rows.get(r).getTableCells()) {
                if (!continues(cell)) {
                    write(cell, r, lined, out);
                }
            }
            out.append("</tr>");
        }
        out.append("</table>");
    }

    private void columns(StringBuilder out) {
        if (table.getCTTbl().getTblGrid() == null) {
            return;
        }
        double[] widths = table.getCTTbl().getTblGrid().getGridColList().stream()
                .mapToDouble(column -> Cascade.points(column.getW()))
                .toArray();
        double all = java.util.Arrays.stream(widths).sum();
        for (double width : widths) {
            out.append("<col style=\"width:")
                    .append(String.format(java.util.Locale.ROOT, "%.2f%%", all == 0 ? 0 : width / all * 100))
                    .append("\"/>");
        }
    }

    private void write(XWPFTableCell cell, int row, boolean lined, StringBuilder out) {
        CTTcPr look = cell.getCTTc().getTcPr();
        int across = span(look);
        int down = down(cell, row);
        out.append("<td style=\"")
                .append(lined ? "border:0.75pt solid #000;" : "")
                .append("vertical-align:")
                .append(vertical(look))
                .append(";height:")
                .append(PaperPage.pt(table.getRow(row).getHeight() / 20.0))
                .append('"');
        out.append(across > 1 ? " colspan=\"" + across + '"' : "");
        out.append(down > 1 ? " rowspan=\"" + down + '"' : "").append('>');
        cell.getParagraphs().forEach(paragraph -> new PaperParagraph(paragraph).write(out));
        out.append("</td>");
    }

    private static int span(@Nullable CTTcPr look) {
        return look == null || !look.isSetGridSpan()
                ? 1
                : look.getGridSpan().getVal().intValue();
    }

    private static String vertical(@Nullable CTTcPr look) {
        return look != null
                        && look.isSetVAlign()
                        && look.getVAlign().getVal().toString().equals("center")
                ? "middle"
                : "top";
    }

    private static boolean continues(XWPFTableCell cell) {
        CTTcPr look = cell.getCTTc().getTcPr();
        return look != null && look.isSetVMerge() && look.getVMerge().getVal() != STMerge.RESTART;
    }

    /** How many rows a cell reaches down. */
    private int down(XWPFTableCell cell, int row) {
        CTTcPr look = cell.getCTTc().getTcPr();
        if (look == null || !look.isSetVMerge()) {
            return 1;
        }
        int column = column(table.getRow(row), cell);
        return 1
                + (int) IntStream.range(row + 1, table.getNumberOfRows())
                        .takeWhile(r -> at(table.getRow(r), column))
                        .count();
    }

    private static int column(XWPFTableRow row, XWPFTableCell cell) {
        return row.getTableCells().stream()
                .takeWhile(one -> one != cell)
                .mapToInt(one -> span(one.getCTTc().getTcPr()))
                .sum();
    }

    /** Whether the cell at a column of this row belongs to the one above. */
    private static boolean at(XWPFTableRow row, int column) {
        int here = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            if (here == column) {
                return continues(cell);
            }
            here += span(cell.getCTTc().getTcPr());
        }
        return false;
    }
}
