package org.fangxin.intake.internal.file;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG and leaves out everything that is no picture: Exif with its place and time, XMP, IPTC, comments, embedded
 * thumbnails and whatever follows the end. The pixels are not touched; only the way up is written anew.
 */
final class JpegCleaner {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    private static final int JFIF_LENGTH = 14;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

    private final DataInputStream in;
    private final OutputStream out;
    private boolean turned;

    private JpegCleaner(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** Reads to the picture's end and no further. */
    static void clean(InputStream in, OutputStream out) throws IOException {
        new JpegCleaner(in, out).run();
    }

    private void run() throws IOException {
        if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != SOI) {
            throw new IOException("not a JPEG");
        }
        marker(SOI);
        int marker = nextMarker();
        while (marker != EOI) {
            byte[] body = new byte[Math.max(0, in.readUnsignedShort() - 2)];
            in.readFully(body);
            segment(marker, body);
            marker = marker == SOS ? scan() : nextMarker();
        }
        marker(EOI);
    }

    private void segment(int marker, byte[] body) throws IOException {
        boolean application = marker >= APP0 && marker <= APP15;
        if (marker == APP1 && starts(body, EXIF)) {
            orientation(body);
        } else if (marker == APP0 && starts(body, JFIF) && body.length >= JFIF_LENGTH) {
            byte[] plain = Arrays.copyOf(body, JFIF_LENGTH);
            plain[JFIF_LENGTH - 2] = 0;
            plain[JFIF_LENGTH - 1] = 0;
            write(marker, plain);
        } else if (marker == APP2 && starts(body, ICC) || marker == APP14 || !application && marker != COM) {
            write(marker, body);
        }
    }

    /** Copies compressed data up to the next marker that is neither a stuffed byte nor a restart. */
    private int scan() throws IOException {
        while (true) {
            int one = in.readUnsignedByte();
            if (one != 0xFF) {
                out.write(one);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                return next;
            }
            out.write(0xFF);
            out.write(next);
        }
    }

    private int nextMarker() throws IOException {
        int one = in.readUnsignedByte();
        while (one != 0xFF) {
            one = in.readUnsignedByte();
        }
        while (one == 0xFF) {
            one = in.readUnsignedByte();
        }
        return one;
    }

    /** Keeps which way is up, and nothing else of the Exif block. */
    private void orientation(byte[] exif) throws IOException {
        int way = orientationOf(exif);
        if (turned || way < 2 || way > 8) {
            return;
        }
        turned = true;
        ByteBuffer block = ByteBuffer.allocate(EXIF.length + 26).order(ByteOrder.BIG_ENDIAN);
        block.put(EXIF).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        block.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        block.putShort((short) way).putShort((short) 0).putInt(0);
        write(APP1, block.array());
    }

    private static int orientationOf(byte[] exif) {
        ByteBuffer tiff =
                ByteBuffer.wrap(exif, EXIF.length, exif.length - EXIF.length).slice();
        if (tiff.limit() < 14) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        if (at < 8 || at > tiff.limit() - 2) {
            return 1;
        }
        int entries = tiff.getShort(at) & 0xFFFF;
        for (int i = 0; i < entries && at + 2 + 12 * (i + 1) <= tiff.limit(); i++) {
            int entry = at + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == 0x0112) {
                return tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
        return 1;
    }

    private static boolean starts(byte[] body, byte[] with) {
        return body.length >= with.length && Arrays.equals(body, 0, with.length, with, 0, with.length);
    }

    private void write(int marker, byte[] body) throws IOException {
        marker(marker);
        out.write((body.length + 2) >>> 8);
        out.write(body.length + 2);
        out.write(body);
    }

    private void marker(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }
}
