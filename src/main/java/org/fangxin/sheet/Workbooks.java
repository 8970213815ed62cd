package org.fangxin.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Which sheet of a workbook is read, and which others hold rows too: nobody should believe that they were imported.
 *
 * @param read the first sheet in sight with rows below a header
 * @param left names of the other sheets with rows
 */
record Workbooks(Sheet read, List<String> left) {
    private static final int HEADER_AND_ROW = 2;

    static Workbooks choose(ReadableWorkbook workbook) throws IOException {
        List<Sheet> full = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (filled(sheet)) {
                full.add(sheet);
            }
        }
        if (full.isEmpty()) {
            throw new UnreadableFile("Excel 里没有可以导入的行：每张工作表都是空的，或者只有表头。");
        }
        Sheet read = full.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseGet(full::getFirst);
        return new Workbooks(
                read,
                full.stream().filter(sheet -> sheet != read).map(Sheet::getName).toList());
    }

    List<String> notes() {
        if (left.isEmpty()) {
            return List.of();
        }
        return List.of("只读了工作表“%s”。还有“%s”没有读；也要导入的，请单独存成一个文件。".formatted(read.getName(), String.join("”“", left)));
    }

    private static boolean filled(Sheet sheet) throws IOException {
        int filled = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext() && filled < HEADER_AND_ROW; ) {
                filled += all.next().stream()
                                .anyMatch(cell -> cell != null
                                        && cell.getType() != CellType.EMPTY
                                        && !cell.getText().isBlank())
                        ? 1
                        : 0;
            }
        }
        return filled == HEADER_AND_ROW;
    }
}
