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

    private static byte[] exif() {
        byte[] place = bytes(PLACE);
        ByteBuffer block = ByteBuffer.allocate(6 + 26 + place.length);
        block.put(bytes("Exif\0\0")).put(bytes("MM")).putShort((short) 42).putInt(8);
        block.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        block.putShort((short) 6).putShort((short) 0).putInt(0);
        return block.put(place).array();
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
