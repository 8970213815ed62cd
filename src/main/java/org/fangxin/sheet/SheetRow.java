package org.fangxin.sheet;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line number in the file as an editor or spreadsheet shows it, from 1; of a row over several lines the first
 * @param cells in the file's order; shorter than the header when the row ends early
 * @param fault why the row cannot be read, or empty
 */
public record SheetRow(int line, List<String> cells, String fault) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    static SheetRow of(int line, List<String> cells) {
        return new SheetRow(line, cells, "");
    }

    static SheetRow broken(int line, String text, String fault) {
        return new SheetRow(line, List.of(text), fault);
    }

    boolean blank() {
        return fault.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
