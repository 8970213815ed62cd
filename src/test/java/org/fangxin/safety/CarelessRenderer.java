package org.fangxin.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Lays texts out as careless programs do: what stands in them as an address is fetched and put on the page. */
final class CarelessRenderer {
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|file|ftp)://[^\\s\"'<>)}]+");
    private static final int PATIENCE_MS = 300;
    private static final float SIZE = 10;
    private static final float TOP = 700;

    private CarelessRenderer() {}

    static byte[] pdf(List<String> texts) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : texts) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream on = new PDPageContentStream(document, page)) {
                    on.beginText();
                    on.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
                    on.newLineAtOffset(SIZE, TOP);
                    on.showText(fetched(text).replaceAll("[^ -~]", " "));
                    on.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String fetched(String text) {
        StringBuilder all = new StringBuilder(text);
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            all.append(' ').append(content(address.group()));
        }
        return all.toString();
    }

    private static String content(String address) {
        try {
            URLConnection connection = URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MS);
            connection.setReadTimeout(PATIENCE_MS);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException nothing) {
            return nothing.toString();
        }
    }
}
