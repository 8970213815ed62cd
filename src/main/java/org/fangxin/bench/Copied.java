package org.fangxin.bench;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one table in the words of {@code COPY … FROM STDIN}. */
final class Copied {
    private final String sql;
    private final StringBuilder rows = new StringBuilder();
    private boolean begun;

    Copied(String table, List<String> columns) {
        this.sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    String sql() {
        return sql;
    }

    /** The next value's place; what is written there is escaped already. */
    StringBuilder next() {
        if (begun) {
            rows.append('\t');
        }
        begun = true;
        return rows;
    }

    void value(@Nullable Object value) {
        StringBuilder out = next();
        switch (value) {
            case null -> out.append("\\N");
            case byte[] bytes -> HexFormat.of().formatHex(out.append("\\\\x"), bytes);
            case Number number -> out.append(number);
            default -> out.append(escaped(value.toString()));
        }
    }

    void end() {
        rows.append('\n');
        begun = false;
    }

    /** What was gathered, once. */
    String take() {
        String all = rows.toString();
        rows.setLength(0);
        return all;
    }

    /** Whether anything in it means something to the server; nearly never so, and asked for every text of every row. */
    private static boolean special(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    static String escaped(String text) {
        if (!special(text)) {
            return text;
        }
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
