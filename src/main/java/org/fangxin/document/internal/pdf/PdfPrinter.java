package org.fangxin.document.internal.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.springframework.stereotype.Component;

/**
 * Prints pages as PDF, one at a time: the engine needs much memory, and a county has one machine. It opens no connection
 * and no file: whatever address a page may hold is answered with nothing.
 */
@Component
public class PdfPrinter {
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final Set<String> EVERY_SCHEME =
            Set.of("http", "https", "file", "ftp", "jar", "nested", "classpath");

    private final PaperFonts fonts;

    PdfPrinter(PaperFonts fonts) {
        this.fonts = fonts;
        // its lines may quote the page, and so a person; what fails is thrown
        XRLog.setLoggingEnabled(false);
    }

    /** The PDF of a filled Word document. */
    public byte[] print(byte[] docx) {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return printPage(new PaperPage(word).html());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read a filled document", unreadable);
        }
    }

    /** The PDF of XHTML in the font {@code paper}; pictures only as data within the page. */
    public synchronized byte[] printPage(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.useProtocolsStreamImplementation(uri -> new Nothing(), EVERY_SCHEME);
        builder.useFont(() -> new ByteArrayInputStream(fonts.regular()), "paper", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(fonts.bold()), "paper", BOLD, FontStyle.NORMAL, true);
        for (Path file : fonts.further()) {
            builder.useFont(file.toFile(), "paper", REGULAR, FontStyle.NORMAL, true);
        }
        builder.withProducer("Fangxin");
        builder.withHtmlContent(xhtml, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot print a page", failed);
        }
        return out.toByteArray();
    }

    /** What lies behind every address. */
    private record Nothing() implements FSStream {
        @Override
        public java.io.InputStream getStream() {
            return java.io.InputStream.nullInputStream();
        }

        @Override
        public java.io.Reader getReader() {
            return java.io.Reader.nullReader();
        }
    }
}
