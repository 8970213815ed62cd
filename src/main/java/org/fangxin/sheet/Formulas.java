package org.fangxin.sheet;

/** Cells that a spreadsheet would run: a leading = + - @, their full-width forms, tab and carriage return. */
public final class Formulas {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private Formulas() {}

    public static boolean dangerous(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    /** The cell as plain text: with an apostrophe before what would run. */
    public static String harmless(String cell) {
        return dangerous(cell) ? "'" + cell : cell;
    }
}
