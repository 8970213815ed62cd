package org.fangxin.document.internal.pdf;

import java.nio.ByteBuffer;

/**
 * Takes the radicals' code points (U+2E80 to U+2FDF) out of a font's character map, in memory. They share glyphs with
 * ordinary characters (⽰ and 示), and a PDF would name the radical: search, copying and reading aloud would fail.
 */
final class Radicals {
    private static final int CMAP = 0x636D6170;
    private static final int FIRST = 0x2E80;
    private static final int LAST = 0x2FDF;
    private static final int TABLES = 4;
    private static final int RECORD = 16;
    private static final int GROUPS = 16;
    private static final int GROUP = 12;

    private Radicals() {}

    static byte[] without(byte[] font) {
        ByteBuffer bytes = ByteBuffer.wrap(font);
        int tables = bytes.getShort(TABLES);
        for (int table = 0; table < tables; table++) {
            int record = 12 + table * RECORD;
            if (bytes.getInt(record) == CMAP) {
                clean(bytes, bytes.getInt(record + 8));
            }
        }
        return font;
    }

    private static void clean(ByteBuffer bytes, int cmap) {
        int maps = bytes.getShort(cmap + 2);
        for (int map = 0; map < maps; map++) {
            int at = cmap + bytes.getInt(cmap + 4 + map * 8 + 4);
            if (bytes.getShort(at) == 12) {
                groups(bytes, at);
            }
        }
    }

    /** A group becomes one code point without glyph, in its place, so that the order stays. */
    private static void groups(ByteBuffer bytes, int at) {
        int count = bytes.getInt(at + 12);
        for (int group = 0; group < count; group++) {
            int here = at + GROUPS + group * GROUP;
            int start = bytes.getInt(here);
            if (start >= FIRST && bytes.getInt(here + 4) <= LAST) {
                bytes.putInt(here + 4, start);
                bytes.putInt(here + 8, 0);
            }
        }
    }
}
