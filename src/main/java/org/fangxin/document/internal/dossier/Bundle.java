package org.fangxin.document.internal.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fangxin.casefile.DossierPart.Content;

/**
 * The one way in which a bundle is packed: entries as they come, stored, with one and the same time and nothing beside.
 * What is packed twice is the same to the byte, so that the check can pack again and compare.
 */
final class Bundle implements AutoCloseable {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String JOURNAL = "journal.jsonl";
    static final String BOUND = "dossier.pdf";
    static final String PIECES = "pieces/";
    private static final LocalDateTime ONE_TIME = LocalDateTime.of(2026, 4, 15, 0, 0, 0);

    private final ZipOutputStream zip;

    Bundle(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
    }

    /** @throws java.util.zip.ZipException when the content is no longer what was measured */
    void add(String name, Measured measured, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(measured.size());
        entry.setCompressedSize(measured.size());
        entry.setCrc(measured.crc());
        entry.setTimeLocal(ONE_TIME);
        zip.putNextEntry(entry);
        try (InputStream in = content.open()) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
