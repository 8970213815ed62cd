package org.fangxin.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which encoding a text is written: by its mark, else UTF-8 when it is valid UTF-8 all through (a few damaged places
 * do not change that), else GB18030, which holds GBK and GB 2312.
 *
 * @param mark bytes of the mark to skip
 */
record Encoding(Charset charset, int mark) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int GOOD_FOR_EACH_BAD = 50;

    static Encoding of(Sheets.Source source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            in.mark(4);
            byte[] head = in.readNBytes(3);
            in.reset();
            if (is(head, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(StandardCharsets.UTF_8, 3);
            }
            if (is(head, 0xFF, 0xFE)) {
                return new Encoding(StandardCharsets.UTF_16LE, 2);
            }
            if (is(head, 0xFE, 0xFF)) {
                return new Encoding(StandardCharsets.UTF_16BE, 2);
            }
            return new Encoding(mostlyUtf8(in) ? StandardCharsets.UTF_8 : GB18030, 0);
        }
    }

    private static boolean mostlyUtf8(InputStream in) throws IOException {
        long good = 0;
        long bad = 0;
        int one = in.read();
        while (one >= 0) {
            if (one < 0x80) {
                one = in.read();
                continue;
            }
            int more = one >= 0xF0 && one < 0xF5 ? 3 : one >= 0xE0 ? 2 : one >= 0xC2 && one < 0xE0 ? 1 : 0;
            boolean whole = more > 0 && one < 0xF5;
            one = in.read();
            for (int i = 0; i < more && whole; i++) {
                whole = one >= 0x80 && one < 0xC0;
                one = whole ? in.read() : one;
            }
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
        }
        return bad * GOOD_FOR_EACH_BAD <= good;
    }

    private static boolean is(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
