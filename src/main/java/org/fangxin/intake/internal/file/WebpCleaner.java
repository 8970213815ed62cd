package org.fangxin.intake.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a WebP and keeps only the chunks that make the picture; the header no longer promises Exif or XMP. */
final class WebpCleaner {
    private static final Set<String> PICTURE = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int MOST = 64 << 20;
    private static final int EXIF_AND_XMP = 0x0C;

    private WebpCleaner() {}

    static void clean(InputStream from, OutputStream to) throws IOException {
        DataInputStream in = new DataInputStream(from);
        in.skipNBytes(12);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        while (true) {
            byte[] head = in.readNBytes(8);
            if (head.length < 8) {
                break;
            }
            int length =
                    ByteBuffer.wrap(head, 4, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (length < 0 || length > MOST) {
                throw new IOException("broken WebP");
            }
            byte[] body = in.readNBytes(length + (length & 1));
            if (body.length < length) {
                throw new EOFException();
            }
            keep(head, body, chunks);
        }
        ByteBuffer riff = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + chunks.size());
        riff.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        to.write(riff.array());
        chunks.writeTo(to);
    }

    private static void keep(byte[] head, byte[] body, OutputStream out) throws IOException {
        String type = new String(head, 0, 4, StandardCharsets.US_ASCII);
        if (!PICTURE.contains(type)) {
            return;
        }
        if (type.equals("VP8X") && body.length > 0) {
            body[0] &= ~EXIF_AND_XMP;
        }
        out.write(head);
        out.write(body);
    }
}
