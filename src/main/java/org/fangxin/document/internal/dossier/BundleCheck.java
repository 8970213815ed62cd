package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.casefile.DossierPart.Content;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a bundle is as it was packed, to the byte. Pieces are compared with the signed list; then all is packed once more
 * and compared with the file, so that nothing hides between them.
 */
final class BundleCheck {
    /**
     * @param fault what is wrong and where, in Chinese; empty when nothing is
     * @param manifest the signed list, as far as it could be read
     */
    record Verdict(Optional<String> fault, Optional<Manifest> manifest) {
        static Verdict broken(String what) {
            return new Verdict(Optional.of(what), Optional.empty());
        }
    }

    private static final int LOCAL = 0x04034B50;
    private static final int HEADER = 30;

    private final ByteBuffer file;
    private final String trusted;
    private final JsonMapper json;
    private final Map<String, ByteBuffer> entries = new LinkedHashMap<>();

    /**
     * @param file the whole of it, mapped and not read
     * @param trusted the public key that must have signed, or empty to take the bundle's own word
     */
    BundleCheck(ByteBuffer file, String trusted, JsonMapper json) {
        this.file = file;
        this.trusted = trusted;
        this.json = json;
    }

    Verdict verdict() {
        Optional<String> torn = open();
        if (!entries.containsKey(Bundle.MANIFEST) || !entries.containsKey(Bundle.SIGNATURE)) {
            return Verdict.broken(torn.orElse("没有目录（manifest.json）或者签名，不是完整的卷宗包"));
        }
        byte[] list = bytes(Bundle.MANIFEST);
        byte[] signature = bytes(Bundle.SIGNATURE);
        Manifest manifest;
        try {
            manifest = json.readValue(list, Manifest.class);
        } catch (JacksonException unreadable) {
            return Verdict.broken("目录（manifest.json）被改动");
        }
        String key = trusted.isEmpty() ? manifest.key() : trusted;
        if (!DossierKey.holds(key, list, signature)) {
            return Verdict.broken("目录（manifest.json）或者签名（manifest.sig）被改动，或者不是由所认的机关制作");
        }
        Optional<String> fault = pieces(manifest).or(() -> torn).or(this::between);
        return new Verdict(fault, Optional.of(manifest));
    }

    /** Reads the entries one after another; stops at the first header that is none. */
    private Optional<String> open() {
        ByteBuffer in = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.remaining() >= HEADER && in.getInt(in.position()) == LOCAL) {
            int at = in.position();
            int size = in.getInt(at + 18);
            int name = Short.toUnsignedInt(in.getShort(at + 26));
            int more = Short.toUnsignedInt(in.getShort(at + 28));
            long end = (long) at + HEADER + name + more + size;
            if (size < 0 || end > file.limit()) {
                return Optional.of("第 " + at + " 字节起的条目头被改动");
            }
            String title =
                    StandardCharsets.UTF_8.decode(file.slice(at + HEADER, name)).toString();
            entries.putIfAbsent(title, file.slice(at + HEADER + name + more, size));
            in.position((int) end);
        }
        return Optional.empty();
    }

    private byte[] bytes(String name) {
        ByteBuffer entry = Objects.requireNonNull(entries.get(name)).duplicate();
        byte[] bytes = new byte[entry.remaining()];
        entry.get(bytes);
        return bytes;
    }

    private Optional<String> pieces(Manifest manifest) {
        for (Manifest.Item item : manifest.items()) {
            ByteBuffer content = entries.get(item.name());
            if (content == null) {
                return Optional.of("“" + item.title() + "”（" + item.name() + "）不在包里，或者它的条目头被改动");
            }
            if (content.limit() != item.size()
                    || !Measured.of(() -> new Reading(content.duplicate()))
                            .sm3()
                            .equals(item.sm3())) {
                return Optional.of("“" + item.title() + "”（" + item.name() + "）的内容被改动");
            }
        }
        int expected = manifest.items().size() + 2;
        return entries.size() == expected ? Optional.empty() : Optional.of("包里有目录上没有的文件");
    }

    /** The first byte that packing again would write otherwise: headers, the zip's own list, what was appended. */
    private Optional<String> between() {
        Comparing again = new Comparing();
        try (Bundle bundle = new Bundle(again)) {
            for (Map.Entry<String, ByteBuffer> entry : entries.entrySet()) {
                Content content = () -> new Reading(entry.getValue().duplicate());
                bundle.add(entry.getKey(), Measured.of(content), content);
            }
        } catch (IOException | IllegalArgumentException unpackable) {
            return Optional.of("包的结构被改动");
        }
        return again.difference();
    }

    /** A part of the file as a stream. */
    private static final class Reading extends InputStream {
        private final ByteBuffer part;

        Reading(ByteBuffer part) {
            this.part = part;
        }

        @Override
        public int read() {
            return part.hasRemaining() ? Byte.toUnsignedInt(part.get()) : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (!part.hasRemaining()) {
                return length == 0 ? 0 : -1;
            }
            int some = Math.min(length, part.remaining());
            part.get(bytes, from, some);
            return some;
        }
    }

    /** Takes what is written and compares it with the file. */
    private final class Comparing extends OutputStream {
        private int at;
        private int different = -1;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            if (different < 0) {
                int there = Math.min(length, Math.max(0, file.limit() - at));
                int odd = ByteBuffer.wrap(bytes, from, there).mismatch(file.slice(at, there));
                if (odd >= 0 || there < length) {
                    different = at + (odd >= 0 ? odd : there);
                    return;
                }
            }
            at += length;
        }

        Optional<String> difference() {
            int first = different >= 0 ? different : at < file.limit() ? at : -1;
            return first < 0 ? Optional.empty() : Optional.of("第 " + first + " 字节被改动（包的结构，不在任何一份材料里）");
        }
    }

    List<String> names() {
        return new ArrayList<>(entries.keySet());
    }
}
