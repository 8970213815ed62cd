package org.fangxin.intake.internal.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Writes a PDF anew without author, programs, dates, XMP, earlier versions and the Exif of its photographs. */
final class PdfCleaner {
    private static final long MOST = 20L << 20;
    private static final COSName[] TRACES = {
        COSName.METADATA,
        COSName.getPDFName("PieceInfo"),
        COSName.getPDFName("LastModified"),
        COSName.getPDFName("Thumb")
    };

    private PdfCleaner() {}

    /** False when it cannot be opened (protected, broken, very large): then nothing is written. */
    static synchronized boolean clean(Path from, Path to) throws IOException {
        if (Files.size(from) > MOST) {
            return false;
        }
        try (PDDocument document = Loader.loadPDF(from.toFile())) {
            if (document.isEncrypted()) {
                return false;
            }
            document.setDocumentInformation(new PDDocumentInformation());
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSObject object = document.getDocument().getObjectFromPool(key);
                strip(object.getObject());
            }
            document.save(to.toFile());
            return true;
        } catch (IOException | IllegalArgumentException | ClassCastException | StackOverflowError broken) {
            Files.deleteIfExists(to);
            return false;
        }
    }

    private static void strip(COSBase object) throws IOException {
        if (!(object instanceof COSDictionary dictionary)) {
            return;
        }
        for (COSName trace : TRACES) {
            dictionary.removeItem(trace);
        }
        if (object instanceof COSStream stream && COSName.DCT_DECODE.equals(stream.getFilters())) {
            photograph(stream);
        }
    }

    private static void photograph(COSStream stream) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = stream.createRawInputStream()) {
            JpegCleaner.clean(in, plain);
        }
        try (OutputStream out = stream.createRawOutputStream()) {
            plain.writeTo(out);
        }
    }
}
