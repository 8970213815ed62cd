package org.fangxin.document.internal.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.DossierPart.Piece;
import org.fangxin.document.internal.dossier.BoundPages.Row;
import org.fangxin.document.internal.pdf.PdfPrinter;
import org.springframework.stereotype.Component;

/** Binds an archive as one PDF: cover, catalogue, pieces in their order, the journal; every page numbered. */
@Component
class Binder {
    private static final float MARGIN = 40;
    private static final float CORNER = 30;
    private static final long MOST_PIXELS = 40_000_000;

    private final PdfPrinter printer;

    Binder(PdfPrinter printer) {
        this.printer = printer;
    }

    /** @param people display names of officers by id */
    byte[] bind(Archive archive, Map<String, String> people) {
        try (PDDocument inside = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            List<Row> rows = new ArrayList<>();
            for (var piece : archive.pieces()) {
                rows.add(new Row(piece.title(), piece.at(), inside.getNumberOfPages() + 1));
                append(inside, pages(piece));
            }
            rows.add(new Row("办理经过", archive.boundAt(), inside.getNumberOfPages() + 1));
            append(inside, printer.printPage(BoundPages.journal(archive.journal(), people)));
            return whole(archive, inside, rows);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot bind an archive", broken);
        }
    }

    /** Cover and catalogue come first, so the catalogue is printed once to know its own length and once more to be right. */
    private byte[] whole(Archive archive, PDDocument inside, List<Row> rows) throws IOException {
        int ahead = 1 + count(printer.printPage(BoundPages.catalogue(rows)));
        try (PDDocument whole = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            append(whole, printer.printPage(BoundPages.cover(archive, ahead + inside.getNumberOfPages())));
            append(whole, printer.printPage(BoundPages.catalogue(BoundPages.shifted(rows, ahead))));
            new PDFMergerUtility().appendDocument(whole, inside);
            number(whole);
            whole.save(out);
            return out.toByteArray();
        }
    }

    private byte[] pages(Piece piece) throws IOException {
        Optional<byte[]> shown = switch (piece.contentType()) {
            case "application/pdf" -> readable(whole(piece));
            case "image/png", "image/jpeg", "image/gif", "image/bmp" -> picture(whole(piece));
            case DossierPart.WORDS ->
                Optional.of(printer.printPage(BoundPages.text(piece.title(), new String(whole(piece), UTF_8))));
            default -> Optional.empty();
        };
        return shown.orElseGet(() -> noted(piece));
    }

    private static byte[] whole(Piece piece) throws IOException {
        try (InputStream in = piece.content().open()) {
            return in.readAllBytes();
        }
    }

    private byte[] noted(Piece piece) {
        Measured measured = Measured.of(piece.content());
        return printer.printPage(BoundPages.note(piece.title(), piece.contentType(), measured.size(), measured.sm3()));
    }

    /** A PDF that can be opened; a broken or locked one is listed, not shown. */
    private static Optional<byte[]> readable(byte[] pdf) {
        try (PDDocument opened = Loader.loadPDF(pdf)) {
            return opened.getNumberOfPages() > 0 ? Optional.of(pdf) : Optional.empty();
        } catch (IOException | RuntimeException locked) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> picture(byte[] file) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(page(reader.read(0)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] page(BufferedImage image) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject drawn = LosslessFactory.createFromImage(document, image);
            float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
            float height = PDRectangle.A4.getHeight() - 2 * MARGIN;
            float scale = Math.min(1, Math.min(width / drawn.getWidth(), height / drawn.getHeight()));
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                float high = drawn.getHeight() * scale;
                pen.drawImage(
                        drawn, MARGIN, PDRectangle.A4.getHeight() - MARGIN - high, drawn.getWidth() * scale, high);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void append(PDDocument to, byte[] pdf) throws IOException {
        try (PDDocument from = Loader.loadPDF(pdf)) {
            new PDFMergerUtility().appendDocument(to, from);
        }
    }

    private static int count(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** In the upper outer corner, as files are paged. */
    private static void number(PDDocument document) throws IOException {
        PDType1Font figures = new PDType1Font(FontName.HELVETICA);
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            PDPage page = document.getPage(i);
            PDRectangle sheet = page.getMediaBox();
            try (PDPageContentStream pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                pen.beginText();
                pen.setFont(figures, 11);
                pen.newLineAtOffset(sheet.getUpperRightX() - CORNER - 20, sheet.getUpperRightY() - CORNER);
                pen.showText(Integer.toString(i + 1));
                pen.endText();
            }
        }
    }
}
