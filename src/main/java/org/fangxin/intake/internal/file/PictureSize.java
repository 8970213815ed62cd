package org.fangxin.intake.internal.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Width and height of a picture out of its header: no pixel is ever decoded. */
record PictureSize(int width, int height) {
    long pixels() {
        return (long) width * height;
    }

    /** Empty when the header is broken. */
    static Optional<PictureSize> of(Path file, FileType type) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(in))) {
            return switch (type) {
                case JPEG -> jpeg(data);
                case PNG -> png(data);
                case WEBP -> webp(data);
                default -> Optional.empty();
            };
        } catch (EOFException broken) {
            return Optional.empty();
        }
    }

    private static Optional<PictureSize> png(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        return in.readInt() == 0x49484452 ? sized(in.readInt(), in.readInt()) : Optional.empty();
    }

    private static Optional<PictureSize> jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            if (in.readUnsignedByte() != 0xFF) {
                return Optional.empty();
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                in.skipNBytes(3);
                int height = in.readUnsignedShort();
                return sized(in.readUnsignedShort(), height);
            }
            if (marker == 0xD9 || marker == 0xDA) {
                return Optional.empty();
            }
            in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
        }
    }

    private static Optional<PictureSize> webp(DataInputStream in) throws IOException {
        in.skipNBytes(12);
        int chunk = in.readInt();
        in.skipNBytes(4);
        return switch (chunk) {
            case 0x56503858 -> { // VP8X
                in.skipNBytes(4);
                int width = 1 + threeBytes(in);
                yield sized(width, 1 + threeBytes(in));
            }
            case 0x5650384C -> { // VP8L
                in.skipNBytes(1);
                int bits = Integer.reverseBytes(in.readInt());
                yield sized(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
            }
            case 0x56503820 -> { // VP8
                in.skipNBytes(6);
                int width = Short.reverseBytes(in.readShort()) & 0x3FFF;
                yield sized(width, Short.reverseBytes(in.readShort()) & 0x3FFF);
            }
            default -> Optional.empty();
        };
    }

    private static int threeBytes(DataInputStream in) throws IOException {
        return in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
    }

    private static Optional<PictureSize> sized(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new PictureSize(width, height)) : Optional.empty();
    }
}
