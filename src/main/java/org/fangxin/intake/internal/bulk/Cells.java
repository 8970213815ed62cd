package org.fangxin.intake.internal.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.intake.internal.form.Texts;
import org.fangxin.sheet.Formulas;
import org.fangxin.sheet.SheetRow;

/** One row seen through the meaning of its columns. */
final class Cells {
    private static final int LONGEST_ORIGINAL = 500;
    private static final Set<String> FAILED_FORMULAS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!");

    private final Columns columns;
    private final SheetRow row;

    Cells(Columns columns, SheetRow row) {
        this.columns = columns;
        this.row = row;
    }

    int line() {
        return row.line();
    }

    /** One line of text; empty when the column or its value is missing. */
    String text(Field field) {
        String line = Texts.line(raw(field));
        return line == null ? "" : line;
    }

    /** Text with its line breaks. */
    String story(Field field) {
        return Texts.story(raw(field));
    }

    /** Columns that mean nothing special, by name, as far as they hold something. */
    Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < columns.meaning().size(); i++) {
            String value = Texts.story(at(i));
            if (columns.meaning().get(i) == Field.KEEP && !value.isEmpty()) {
                kept.put(columns.header().get(i), value);
            }
        }
        return kept;
    }

    RowFault fault(Field field, String problem, String howToFix) {
        int column = columns.of(field);
        String name = column < 0 ? field.label() : columns.header().get(column);
        return new RowFault(name, Texts.cut(raw(field), LONGEST_ORIGINAL), problem, howToFix);
    }

    /** A formula that failed is no value: neither its sign nor nothing may stand for what was meant. */
    void refuseFailedFormulas() {
        for (int i = 0; i < columns.meaning().size(); i++) {
            String cell = at(i).strip();
            if (columns.meaning().get(i) != Field.IGNORE && FAILED_FORMULAS.contains(cell)) {
                throw new RowFault(columns.header().get(i), cell, "公式没有算出结果（" + cell + "）", "在表格里改好公式，或者直接填上内容。");
            }
        }
    }

    /** A row with more cells than columns was cut at the wrong places. */
    void refuseTooMany() {
        List<String> cells = row.cells();
        int columnsCount = columns.header().size();
        if (cells.size() > columnsCount
                && cells.subList(columnsCount, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
            throw new RowFault(
                    "（整行）",
                    Texts.cut(String.join(" | ", cells), LONGEST_ORIGINAL),
                    "列数不对：表头 " + columnsCount + " 列，这一行 " + cells.size() + " 列",
                    "内容里有分隔符的，整格用双引号括起来。");
        }
    }

    private String raw(Field field) {
        int column = columns.of(field);
        return column < 0 ? "" : at(column);
    }

    /** An apostrophe that keeps a spreadsheet from reading a formula is no part of the text. */
    private String at(int column) {
        String cell = column < row.cells().size() ? row.cells().get(column) : "";
        return cell.length() > 1 && cell.charAt(0) == '\'' && Formulas.dangerous(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }
}
