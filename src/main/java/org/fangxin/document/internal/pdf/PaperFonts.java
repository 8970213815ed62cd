package org.fangxin.document.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tukaani.xz.XZInputStream;

/**
 * Noto Serif SC, regular and bold, shipped packed; unpacked when the first page is printed and let go when memory is
 * short. Rarer characters (Extension B and beyond) come from what an administrator has put into {@code fonts} of the
 * program's home, if anything.
 */
@Component
public class PaperFonts {
    private static final String FOLDER = "/document/fonts/";
    private static final int HIGHEST = 0x10FFFF;

    private final Path added;
    private SoftReference<byte[]> regular = new SoftReference<>(null);
    private SoftReference<byte[]> bold = new SoftReference<>(null);
    private @Nullable BitSet known;

    PaperFonts(@Value("${fangxin.home:./var}") Path home) {
        this.added = home.resolve("fonts");
    }

    synchronized byte[] regular() {
        byte[] kept = regular.get();
        if (kept == null) {
            kept = unpack("NotoSerifSC_400Regular.ttf.xz");
            regular = new SoftReference<>(kept);
        }
        return kept;
    }

    synchronized byte[] bold() {
        byte[] kept = bold.get();
        if (kept == null) {
            kept = unpack("NotoSerifSC_700Bold.ttf.xz");
            bold = new SoftReference<>(kept);
        }
        return kept;
    }

    /** Further fonts of this installation, by name. */
    List<Path> further() {
        if (!Files.isDirectory(added)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(added)) {
            return files.filter(file ->
                            file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder of fonts", unreadable);
        }
    }

    /** The characters of a text that no font has, each once; they would be printed as a mark. */
    public List<String> missing(String text) {
        BitSet have = known();
        return text.codePoints()
                .filter(c -> c >= 0x20 && !Character.isWhitespace(c) && !have.get(c))
                .distinct()
                .mapToObj(Character::toString)
                .toList();
    }

    private synchronized BitSet known() {
        if (known == null) {
            BitSet have = new BitSet(HIGHEST);
            take(have, new ByteArrayInputStream(regular()));
            for (Path file : further()) {
                try (InputStream in = Files.newInputStream(file)) {
                    take(have, in);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException("cannot read a font", unreadable);
                }
            }
            known = have;
        }
        return known;
    }

    private static void take(BitSet have, InputStream file) {
        try (RandomAccessReadBuffer buffer = new RandomAccessReadBuffer(file);
                TrueTypeFont font = new TTFParser().parse(buffer)) {
            CmapLookup map = font.getUnicodeCmapLookup();
            for (int c = 0x20; c <= HIGHEST; c++) {
                if (map.getGlyphId(c) != 0) {
                    have.set(c);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read a font", unreadable);
        }
    }

    private static byte[] unpack(String name) {
        try (InputStream packed =
                        Objects.requireNonNull(PaperFonts.class.getResourceAsStream(FOLDER + name), "no font " + name);
                InputStream in = new XZInputStream(packed)) {
            return Radicals.without(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot unpack the font", broken);
        }
    }
}
