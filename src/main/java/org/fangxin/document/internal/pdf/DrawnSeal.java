package org.fangxin.document.internal.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;

/** A seal drawn from our own font's outlines, for counties that are not real: it says so across its middle. */
@Component
public class DrawnSeal {
    private static final int SIDE = 600;
    private static final double MIDDLE = SIDE / 2.0;
    private static final double RING = 225;
    private static final double LETTER = 62;
    private static final Color RED = new Color(210, 25, 25, 225);

    private final PaperFonts fonts;

    DrawnSeal(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** PNG with a clear background; {@code name} runs along the upper rim, {@code across} stands in the middle. */
    public byte[] of(String name, String across) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(14));
        pen.drawOval(12, 12, SIDE - 24, SIDE - 24);
        try (RandomAccessReadBuffer file = new RandomAccessReadBuffer(new ByteArrayInputStream(fonts.bold()));
                TrueTypeFont font = new TTFParser().parse(file);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            rim(pen, font, name);
            line(pen, font, across);
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot draw a seal", broken);
        }
    }

    private static void rim(Graphics2D pen, TrueTypeFont font, String name) throws IOException {
        int[] letters = name.codePoints().toArray();
        double span = Math.toRadians(Math.min(260, letters.length * 21.0));
        for (int i = 0; i < letters.length; i++) {
            double angle = letters.length == 1 ? 0 : -span / 2 + span * i / (letters.length - 1);
            AffineTransform place = AffineTransform.getTranslateInstance(MIDDLE, MIDDLE);
            place.rotate(angle);
            place.translate(-LETTER / 2, -RING + LETTER / 2);
            letter(pen, font, letters[i], place, LETTER);
        }
    }

    private static void line(Graphics2D pen, TrueTypeFont font, String across) throws IOException {
        int[] letters = across.codePoints().toArray();
        double size = 110;
        for (int i = 0; i < letters.length; i++) {
            double left = MIDDLE - letters.length * size / 2 + i * size;
            letter(pen, font, letters[i], AffineTransform.getTranslateInstance(left, MIDDLE + size / 2), size);
        }
    }

    private static void letter(Graphics2D pen, TrueTypeFont font, int c, AffineTransform place, double size)
            throws IOException {
        GlyphData glyph = font.getGlyph().getGlyph(font.getUnicodeCmapLookup().getGlyphId(c));
        if (glyph != null) {
            GeneralPath outline = glyph.getPath();
            AffineTransform whole = new AffineTransform(place);
            double scale = size / font.getUnitsPerEm();
            whole.scale(scale, -scale);
            pen.fill(outline.createTransformedShape(whole));
        }
    }
}
