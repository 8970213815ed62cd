package org.fangxin.sheet;

/**
 * Follows the quotation marks of delimited text line by line, to know where a row ends. A mark counts only where a cell
 * begins; behind a closing mark only the delimiter or the end may stand.
 */
final class QuoteScan {
    private final char delimiter;
    private boolean quoted;
    private boolean broken;

    QuoteScan(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Takes in the next line; true when the row goes on in the line after it. */
    boolean goesOn(String line) {
        boolean cellBegins = !quoted;
        for (int i = 0; i < line.length() && !broken; i++) {
            char c = line.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                    broken = !endsWell(line, i + 1);
                }
            } else if (cellBegins && c == '"') {
                quoted = true;
            }
            cellBegins = !quoted && c == delimiter;
        }
        return quoted && !broken;
    }

    /** Whether something stands where nothing may. */
    boolean broken() {
        return broken;
    }

    private boolean endsWell(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == delimiter) {
                return true;
            }
            if (c != ' ') {
                return false;
            }
        }
        return true;
    }
}
