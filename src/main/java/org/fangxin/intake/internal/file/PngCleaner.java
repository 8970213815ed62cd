package org.fangxin.intake.internal.file;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a PNG chunk by chunk and keeps only those that make the picture: no texts, no Exif, no time, nothing behind. */
final class PngCleaner {
    private static final Set<String> PICTURE = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private PngCleaner() {}

    static void clean(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        DataOutputStream out = new DataOutputStream(to);
        out.write(in.readNBytes(SIGNATURE));
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = in.readNBytes(CHECKSUM);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length < 0) {
                throw new IOException("broken PNG");
            }
            if (PICTURE.contains(type)) {
                out.writeInt(length);
                out.write(name);
                copy(in, out, (long) length + CHECKSUM);
            } else {
                in.skipNBytes((long) length + CHECKSUM);
            }
        }
        out.flush();
    }

    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = bytes; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
