package org.fangxin.document.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first pages of a PDF as pictures, to be looked at beside the form: a page of ours embeds no PDF reader. */
public final class PagePictures {
    private static final int MOST = 4;
    private static final float DOTS_AN_INCH = 96;

    private PagePictures() {}

    /** PNG, first page first. */
    public static List<byte[]> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<byte[]> pages = new ArrayList<>();
            for (int page = 0; page < Math.min(MOST, document.getNumberOfPages()); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DOTS_AN_INCH, ImageType.RGB);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                ImageIO.write(image, "png", out);
                pages.add(out.toByteArray());
            }
            return pages;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot draw a page", broken);
        }
    }
}
