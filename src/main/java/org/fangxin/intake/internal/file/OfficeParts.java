package org.fangxin.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The parts of one Office package, each read to its end: what they unpack to together, packages within packages included,
 * and whether one of them runs, reaches out, or would be written elsewhere.
 */
final class OfficeParts {
    static final String TOO_LARGE = "展开后太大，没有上传。请另存一份再传。";
    private static final String MACRO = "带有宏或者控件，没有上传。请另存为不带宏的 docx 或 xlsx 再传。";
    private static final String ELSEWHERE = "里面的文件名指向别的文件夹，没有上传。请用 Word 或 Excel 另存一份再传。";
    private static final String DECLARES = "里面有不该有的声明（DTD），没有上传。请用 Word 或 Excel 另存一份再传。";
    private static final String REACHES_OUT = "打开时会去读网上的模板或者对象，没有上传。请断开链接，另存一份再传。";

    private static final long UNPACKED_MOST = 400L << 20;
    private static final int PARTS_MOST = 5_000;
    private static final int DEEPEST = 2;
    private static final int PIECE = 1 << 16;
    private static final int WORDS_MOST = 1 << 20;
    private static final byte[] DTD = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> LOADED = Set.of("attachedtemplate", "/oleobject", "/frame", "/subdocument");

    private long unpacked;
    private int parts;
    private long lastSize;

    /** What is wrong with one part, as a sentence; the part is read to its end. */
    Optional<String> fault(String name, InputStream part) throws IOException {
        long before = unpacked;
        Optional<String> fault = fault(name, new BufferedInputStream(part), 0);
        lastSize = unpacked - before;
        return fault;
    }

    /** What the last part unpacked to. */
    long lastSize() {
        return lastSize;
    }

    private Optional<String> fault(String name, BufferedInputStream part, int depth) throws IOException {
        String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        if (++parts > PARTS_MOST) {
            return Optional.of(TOO_LARGE);
        }
        if (plain.startsWith("/") || plain.contains(":") || ("/" + plain + "/").contains("/../")) {
            return Optional.of(ELSEWHERE);
        }
        if (plain.endsWith("vbaproject.bin") || plain.contains("/activex/")) {
            return Optional.of(MACRO);
        }
        if (packed(part)) {
            return depth == DEEPEST ? Optional.of(TOO_LARGE) : within(part, depth + 1);
        }
        return markup(plain) ? words(plain, part) : counted(part);
    }

    private static boolean packed(BufferedInputStream part) throws IOException {
        part.mark(4);
        byte[] head = part.readNBytes(4);
        part.reset();
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** A table in a letter is a package of its own; what it unpacks to counts with the rest. */
    private Optional<String> within(InputStream part, int depth) throws IOException {
        ZipInputStream inner = new ZipInputStream(part);
        for (ZipEntry one = inner.getNextEntry(); one != null; one = inner.getNextEntry()) {
            Optional<String> fault = fault(one.getName(), new BufferedInputStream(inner), depth);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean markup(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    private Optional<String> counted(InputStream part) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = part.read(piece); read >= 0; read = part.read(piece)) {
            unpacked += read;
            if (unpacked > UNPACKED_MOST) {
                return Optional.of(TOO_LARGE);
            }
        }
        return Optional.empty();
    }

    /** Looks for what no Office program writes: a document type, under whatever width of characters. */
    private Optional<String> words(String name, InputStream part) throws IOException {
        StringBuilder begun = new StringBuilder();
        byte[] piece = new byte[PIECE];
        int matched = 0;
        for (int read = part.read(piece); read >= 0; read = part.read(piece)) {
            unpacked += read;
            if (unpacked > UNPACKED_MOST) {
                return Optional.of(TOO_LARGE);
            }
            for (int i = 0; i < read; i++) {
                if (piece[i] == 0) {
                    continue;
                }
                matched = piece[i] == DTD[matched] ? matched + 1 : piece[i] == DTD[0] ? 1 : 0;
                if (matched == DTD.length) {
                    return Optional.of(DECLARES);
                }
                if (begun.length() < WORDS_MOST) {
                    begun.append((char) (piece[i] & 0xFF));
                }
            }
        }
        return told(name, begun.toString().toLowerCase(Locale.ROOT));
    }

    /** What the tables of contents and of references tell of the other parts. */
    private static Optional<String> told(String name, String words) {
        if (name.equals("[content_types].xml")
                && (words.contains("vbaproject") || words.contains("macroenabled") || words.contains("activex"))) {
            return Optional.of(MACRO);
        }
        if (name.endsWith(".rels")) {
            for (String one : words.split("<")) {
                if (loads(one)) {
                    return Optional.of(REACHES_OUT);
                }
            }
        }
        return Optional.empty();
    }

    /** A reference that is followed on opening, to another machine; links that somebody clicks stay. */
    private static boolean loads(String reference) {
        int target = reference.indexOf("target=");
        String where = target < 0 ? "" : reference.substring(Math.min(reference.length(), target + 8));
        return LOADED.stream().anyMatch(reference::contains)
                && (where.startsWith("http:")
                        || where.startsWith("https:")
                        || where.startsWith("\\\\")
                        || where.startsWith("//")
                        || where.startsWith("file://") && !drive(where));
    }

    /** A template on the writer's own disk, which Word notes in every letter: nobody else's machine has it. */
    private static boolean drive(String where) {
        return where.startsWith("file:///") && where.indexOf(':', "file:///".length()) == "file:///".length() + 1;
    }
}
