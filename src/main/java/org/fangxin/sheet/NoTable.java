package org.fangxin.sheet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells by its beginning that a file is neither a spreadsheet nor text in rows, whatever its name says. */
final class NoTable {
    private static final List<String> BEGINNINGS = List.of("%pdf", "<!doctype", "<html", "<table", "<?xml", "{\\rtf");

    private NoTable() {}

    static boolean is(byte[] head) {
        String text =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        // the mark of UTF-8, as this charset shows it
        String bare = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3).stripLeading() : text;
        return BEGINNINGS.stream().anyMatch(bare::startsWith) || !wide(head) && text.indexOf('\0') >= 0;
    }

    /** UTF-16, in which every second byte of plain letters is nought. */
    private static boolean wide(byte[] head) {
        return head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
    }
}
