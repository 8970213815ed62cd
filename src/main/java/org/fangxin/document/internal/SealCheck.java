package org.fangxin.document.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.fangxin.problem.Problem;

/** A seal from outside: a square PNG without background, written anew so that nothing but the picture is kept. */
final class SealCheck {
    private static final int LARGEST = 1 << 20;
    private static final int SMALLEST_SIDE = 200;
    private static final int LONGEST_SIDE = 2_000;

    private SealCheck() {}

    /** The picture alone. */
    static byte[] cleaned(byte[] file) {
        if (file.length > LARGEST) {
            throw wrong("too-large", "印章图片不能超过 1 兆。请缩小后再上传。");
        }
        BufferedImage image = read(file);
        int width = image.getWidth();
        int height = image.getHeight();
        if (Math.abs(width - height) * 10 > Math.max(width, height)) {
            throw wrong("shape", "印章图片应当是正方形，印章占满画面。");
        }
        if (!image.getColorModel().hasAlpha() || !clear(image)) {
            throw wrong("background", "印章图片的背景要透明，否则会盖住文字。请去掉背景，存成 PNG 再上传。");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException("cannot write a picture", full);
        }
        return out.toByteArray();
    }

    /** The four corners show what lies below. */
    private static boolean clear(BufferedImage image) {
        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        int[][] corners = {{0, 0}, {right, 0}, {0, bottom}, {right, bottom}};
        for (int[] corner : corners) {
            if (image.getRGB(corner[0], corner[1]) >>> 24 > 32) {
                return false;
            }
        }
        return true;
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LONGEST_SIDE) {
                throw wrong("size", "印章图片的边长应当在 200 到 2000 像素之间。");
            }
            return reader.read(0);
        } catch (IOException | IllegalArgumentException notPng) {
            throw wrong("type", "印章要用 PNG 图片，背景透明。");
        }
    }

    private static Problem wrong(String code, String sentence) {
        return Problem.invalid("file", code, sentence);
    }
}
