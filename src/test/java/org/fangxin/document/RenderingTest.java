package org.fangxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.internal.FormTags;
import org.fangxin.document.internal.pdf.Printing;
import org.fangxin.document.internal.word.ShippedTemplates;
import org.fangxin.document.internal.word.WordFiller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RenderingTest {
    @ParameterizedTest
    @EnumSource(OfficialForm.class)
    void everyFormIsPrintedFromItsWordTemplate(OfficialForm form) throws Exception {
        byte[] word = new WordFiller()
                .fill(ShippedTemplates.of(form), FormTags.examples(form), form.sealed() ? seal() : null, form.title());
        byte[] pdf = Printing.fresh().print(word);
        String text = new PDFTextStripper().getText(Loader.loadPDF(pdf));
        assertThat(text).contains(form.title()).doesNotContain("{{").contains("— 1 —");
        String out = System.getProperty("fangxin.samples");
        if (out != null) {
            Files.write(Path.of(out, form + ".docx"), word);
            Files.write(Path.of(out, form + ".pdf"), pdf);
        }
    }

    /** With its correction each of the longer forms ends near the foot of a page, where a seal was cut in two before. */
    @ParameterizedTest
    @EnumSource(
            value = OfficialForm.class,
            names = {"F6", "F7", "F8", "F9"})
    void theSealLiesWholeOnThePageOfNameAndDate(OfficialForm form) throws Exception {
        byte[] word = new WordFiller().fill(ShippedTemplates.of(form), FormTags.examples(form), seal(), form.title());
        try (PDDocument pdf = Loader.loadPDF(Printing.fresh().print(word))) {
            List<Integer> sealed = new ArrayList<>();
            List<Integer> dated = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                if (pdf.getPage(page - 1)
                        .getResources()
                        .getXObjectNames()
                        .iterator()
                        .hasNext()) {
                    sealed.add(page);
                }
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                if (words.getText(pdf).contains("\n2026年5月8日")) {
                    dated.add(page);
                }
            }
            assertThat(sealed).hasSize(1).isEqualTo(dated);
        }
    }

    @ParameterizedTest
    @EnumSource(OfficialForm.class)
    void noWordOfTheFilledSheetIsInAnotherChineseFont(OfficialForm form) throws Exception {
        byte[] word = new WordFiller().fill(ShippedTemplates.of(form), FormTags.examples(form), null, form.title());
        try (XWPFDocument sheet = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(sheet.getDocument().xmlText())
                    .contains("eastAsia=\"仿宋_GB2312\"")
                    .doesNotContain("eastAsia=\"Times New Roman\"");
        }
    }

    static byte[] seal() throws Exception {
        BufferedImage image = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(220, 20, 20, 220));
        pen.setStroke(new BasicStroke(14));
        pen.drawOval(10, 10, 580, 580);
        pen.fillRect(200, 280, 200, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
