package org.fangxin.intake.internal.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes out of a reporter's file what could tell who, where and when (Art. 37): Exif, texts, authors. */
public final class Cleaning {
    /** What became of a file's metadata. */
    public enum Outcome {
        /** As it came: evidence of a complaint. */
        ORIGINAL,
        /** Taken out. */
        STRIPPED,
        /** Could not be taken out: only investigators see the file. */
        KEPT
    }

    private Cleaning() {}

    /**
     * Writes the file without its metadata.
     *
     * @param to where to write; not written when the outcome is KEPT
     */
    public static Outcome clean(Path from, FileType type, Path to) throws IOException {
        return switch (type) {
            case JPEG -> copy(from, to, JpegCleaner::clean);
            case PNG -> copy(from, to, PngCleaner::clean);
            case WEBP -> copy(from, to, WebpCleaner::clean);
            case PDF -> PdfCleaner.clean(from, to) ? Outcome.STRIPPED : Outcome.KEPT;
            case TXT -> {
                Files.copy(from, to);
                yield Outcome.STRIPPED;
            }
            default -> Outcome.KEPT;
        };
    }

    private interface Cleaner {
        void clean(InputStream in, OutputStream out) throws IOException;
    }

    private static Outcome copy(Path from, Path to, Cleaner cleaner) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            cleaner.clean(in, out);
            return Outcome.STRIPPED;
        } catch (java.io.EOFException broken) {
            Files.deleteIfExists(to);
            return Outcome.KEPT;
        }
    }
}
