package org.fangxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.internal.word.ShippedTemplates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped templates are drawn by {@link ShippedForms}; {@code -Dfangxin.write=true} writes them anew. */
class ShippedTemplatesTest {
    @ParameterizedTest
    @EnumSource(OfficialForm.class)
    void theShippedTemplateIsTheOneDrawn(OfficialForm form) throws IOException {
        byte[] drawn = ShippedForms.draw(form);
        if (Boolean.getBoolean("fangxin.write")) {
            Path place = Path.of("src/main/resources/document/templates", form.name() + ".docx");
            Files.createDirectories(place.getParent());
            if (!Files.exists(place) || !body(Files.readAllBytes(place)).equals(body(drawn))) {
                Files.write(place, drawn);
            }
            return;
        }
        assertThat(body(ShippedTemplates.of(form))).isEqualTo(body(drawn));
    }

    private static String body(byte[] docx) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return word.getDocument().xmlText();
        }
    }
}
