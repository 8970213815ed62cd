package org.fangxin.intake.internal.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures with traces of the person who took them, drawn for the tests. */
public final class Pictures {
    public static final String PLACE = "GPS-35.30N-107.04E";
    public static final String AUTHOR = "photographer-wang";
    public static final String CAMERA = "CanaryCam 77Q";

    private Pictures() {}

    /** A photograph with Exif (turned by 90°, a place), XMP, a comment and a second picture behind its end. */
    public static byte[] photograph() {
        byte[] plain = drawn("jpg");
        byte[] exif = exif();
        byte[] xmp = bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif);
        segment(out, 0xE1, xmp);
        segment(out, 0xED, bytes("Photoshop 3.0\0" + AUTHOR));
        segment(out, 0xFE, bytes(AUTHOR));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(bytes("trailing " + PLACE));
        return out.toByteArray();
    }

    /** A drawing with text chunks. */
    public static byte[] drawing() {
        byte[] plain = drawn("png");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        chunk(out, "tEXt", bytes("Author\0" + AUTHOR));
        chunk(out, "eXIf", bytes(PLACE));
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    /** A PNG whose header claims 65,000 × 65,000 pixels. */
    public static byte[] flood() {
        byte[] plain = drawn("png");
        ByteBuffer.wrap(plain).putInt(16, 65_000).putInt(20, 65_000);
        return plain;
    }

    /** A still WebP in the extended form with an Exif chunk; its picture data is a stand-in. */
    public static byte[] webp() {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        riff(chunks, "VP8X", new byte[] {0x0C, 0, 0, 0, 15, 0, 0, 15, 0, 0});
        riff(chunks, "VP8L", new byte[] {0x2F, 0x0F, (byte) 0xC0, 0x03, 0, 0});
        riff(chunks, "EXIF", bytes(PLACE));
        riff(chunks, "XMP ", bytes(AUTHOR));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("RIFF"));
        out.writeBytes(little(4 + chunks.size()));
        out.writeBytes(bytes("WEBP"));
        out.writeBytes(chunks.toByteArray());
        return out.toByteArray();
    }

    public static byte[] drawn(String format) {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i, i, 0xCC5200);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Where the photograph was taken, as Exif keeps it: degrees, minutes, thousandths of seconds. */
    public static byte[] position() {
        ByteBuffer latitude = ByteBuffer.allocate(24);
        for (int part : new int[] {35, 1, 18, 1, 10_477, 1000}) {
            latitude.putInt(part);
        }
        return latitude.array();
    }

    /** A small film of the name and place of who took it; no player would show it. */
    public static byte[] film() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        box(out, "ftyp", bytes("mp42\0\0\0\0mp42isom"));
        box(out, "moov", bytes("udta" + PLACE + "/" + AUTHOR + "/" + CAMERA));
        return out.toByteArray();
    }

    /** Texts, which way is up (turned by 90°), and a second directory with the place. */
    private static byte[] exif() {
        byte[] texts = bytes(PLACE + "\0" + CAMERA + "\0" + AUTHOR + "\0");
        int directory = 2 + 5 * 12 + 4;
        int at = 8 + directory;
        int gps = at + texts.length;
        ByteBuffer block = ByteBuffer.allocate(6 + gps + 2 + 12 + 4 + 24);
        block.put(bytes("Exif\0\0")).put(bytes("MM")).putShort((short) 42).putInt(8);
        block.putShort((short) 5);
        entry(block, 0x010E, 2, PLACE.length() + 1, at);
        entry(block, 0x0110, 2, CAMERA.length() + 1, at + PLACE.length() + 1);
        entry(block, 0x0112, 3, 1, 6 << 16);
        entry(block, 0x013B, 2, AUTHOR.length() + 1, at + PLACE.length() + CAMERA.length() + 2);
        entry(block, 0x8825, 4, 1, gps);
        block.putInt(0).put(texts);
        block.putShort((short) 1);
        entry(block, 0x0002, 5, 3, gps + 2 + 12 + 4);
        return block.putInt(0).put(position()).array();
    }

    private static void entry(ByteBuffer block, int tag, int type, int count, int value) {
        block.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void box(ByteArrayOutputStream out, String type, byte[] body) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length + 8).array());
        out.writeBytes(bytes(type));
        out.writeBytes(body);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
        out.write(0xFF);
        out.write(marker);
        out.write((body.length + 2) >>> 8);
        out.write(body.length + 2);
        out.writeBytes(body);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(bytes(type));
        crc.update(body);
        try (DataOutputStream data = new DataOutputStream(out)) {
            data.writeInt(body.length);
            data.write(bytes(type));
            data.write(body);
            data.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void riff(ByteArrayOutputStream out, String type, byte[] body) {
        out.writeBytes(bytes(type));
        out.writeBytes(little(body.length));
        out.writeBytes(body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
