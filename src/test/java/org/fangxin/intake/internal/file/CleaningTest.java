package org.fangxin.intake.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.fangxin.intake.internal.file.Cleaning.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
    @TempDir
    Path folder;

    @Test
    void takesPlaceCameraAndAuthorOutOfAPhotograph() throws IOException {
        String position = new String(Pictures.position(), StandardCharsets.ISO_8859_1);
        byte[] original = Pictures.photograph();
        byte[] cleaned = cleaned(original, FileType.JPEG);

        assertThat(text(original)).contains(Pictures.PLACE, Pictures.AUTHOR, Pictures.CAMERA, position);
        assertThat(text(cleaned)).doesNotContain(Pictures.PLACE, Pictures.AUTHOR, Pictures.CAMERA, position);
        assertThat(pixels(cleaned)).isEqualTo(pixels(original));
    }

    @Test
    void keepsWhichWayIsUp() throws IOException {
        byte[] cleaned = cleaned(Pictures.photograph(), FileType.JPEG);
        int exif = text(cleaned).indexOf("Exif\0\0");

        assertThat(exif).isPositive();
        assertThat(cleaned[exif + 6 + 19]).isEqualTo((byte) 6);
    }

    @Test
    void cleansTheSamePhotographTwiceWithoutAChange() throws IOException {
        byte[] once = cleaned(Pictures.photograph(), FileType.JPEG);

        assertThat(cleaned(once, FileType.JPEG)).isEqualTo(once);
    }

    @Test
    void takesTextsOutOfADrawing() throws IOException {
        byte[] cleaned = cleaned(Pictures.drawing(), FileType.PNG);

        assertThat(text(cleaned)).doesNotContain(Pictures.PLACE).doesNotContain(Pictures.AUTHOR);
        assertThat(pixels(cleaned)).isEqualTo(pixels(Pictures.drawing()));
    }

    @Test
    void takesExifOutOfAWebp() throws IOException {
        byte[] cleaned = cleaned(Pictures.webp(), FileType.WEBP);

        assertThat(text(cleaned))
                .doesNotContain(Pictures.PLACE)
                .doesNotContain(Pictures.AUTHOR)
                .contains("VP8L");
        assertThat(cleaned[20]).isZero();
    }

    @Test
    void takesAuthorAndPhotographersPlaceOutOfAPdf() throws IOException {
        byte[] cleaned = cleaned(pdf(), FileType.PDF);

        assertThat(text(pdf())).contains(Pictures.PLACE);
        assertThat(text(cleaned)).doesNotContain(Pictures.PLACE).doesNotContain(Pictures.AUTHOR);
        try (PDDocument document = Loader.loadPDF(cleaned)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void saysWhatItCannotClean() throws IOException {
        Path video = Files.write(folder.resolve("video"), new byte[] {1, 2, 3});
        Path torn = Files.write(folder.resolve("torn"), java.util.Arrays.copyOf(Pictures.photograph(), 200));
        Path to = folder.resolve("to");

        assertThat(Cleaning.clean(video, FileType.MP4, to)).isEqualTo(Outcome.KEPT);
        assertThat(Cleaning.clean(torn, FileType.JPEG, to)).isEqualTo(Outcome.KEPT);
        assertThat(Cleaning.clean(video, FileType.PDF, to)).isEqualTo(Outcome.KEPT);
        assertThat(to).doesNotExist();
    }

    private byte[] cleaned(byte[] original, FileType type) throws IOException {
        Path from = Files.write(folder.resolve("from"), original);
        Path to = folder.resolve("cleaned");
        Files.deleteIfExists(to);
        assertThat(Cleaning.clean(from, type, to)).isEqualTo(Outcome.STRIPPED);
        return Files.readAllBytes(to);
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.getDocumentInformation().setAuthor(Pictures.AUTHOR);
            PDImageXObject photograph = org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory.createFromByteArray(
                    document, Pictures.photograph());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(photograph, 10, 10);
            }
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
