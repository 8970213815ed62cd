package org.fangxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.document.internal.FormSetup;
import org.fangxin.document.internal.word.ShippedTemplates;
import org.fangxin.document.internal.word.TemplateCheck;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@FangxinTest
class OwnTemplateTest {
    @Autowired
    FormSetup setup;

    @Autowired
    People people;

    @ParameterizedTest
    @EnumSource(OfficialForm.class)
    void theShippedTemplatePassesTheCheckThatABureausMustPass(OfficialForm form) {
        assertThat(TemplateCheck.faults(form, ShippedTemplates.of(form))).isEmpty();
    }

    @Test
    void aPlaceholderThatDoesNotExistIsNamed() throws Exception {
        assertThat(TemplateCheck.faults(OfficialForm.F5, changed(word -> line(word, "{{身份证号}}"))))
                .singleElement()
                .asString()
                .contains("没有“{{身份证号}}”这个占位符", "投诉人");
    }

    @Test
    void aSignThatWouldFetchSomethingIsRefused() throws Exception {
        assertThat(TemplateCheck.faults(OfficialForm.F5, changed(word -> line(word, "{{@投诉人}}"))))
                .singleElement()
                .asString()
                .contains("“@”不能用");
    }

    @Test
    void aBlockWithoutItsEndIsRefused() throws Exception {
        assertThat(TemplateCheck.faults(OfficialForm.F5, changed(word -> line(word, "{{?更正}}"))))
                .singleElement()
                .asString()
                .contains("没有配对");
    }

    @Test
    void aPictureThatLiesSomewhereElseIsRefused() throws Exception {
        byte[] reaching = changed(word -> word.getPackagePart()
                .addExternalRelationship(
                        "http://example.invalid/picture.png",
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"));
        assertThat(TemplateCheck.faults(OfficialForm.F5, reaching))
                .singleElement()
                .asString()
                .contains("指向外部");
    }

    @Test
    void aFieldThatReadsAFileIsRefused() throws Exception {
        byte[] reading = changed(word -> word.createParagraph()
                .createRun()
                .getCTR()
                .addNewInstrText()
                .setStringValue(" INCLUDETEXT \"/etc/passwd\" "));
        assertThat(TemplateCheck.faults(OfficialForm.F5, reading))
                .singleElement()
                .asString()
                .contains("INCLUDETEXT");
    }

    @Test
    void whatIsNoWordFileIsRefused() {
        assertThat(TemplateCheck.faults(OfficialForm.F5, "不是文件".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .contains("Word");
    }

    @Test
    void aBureausTemplateHoldsForItsPapersUntilItGoesBackAndTheOldOneStays() throws Exception {
        SignedIn admin = admin();
        byte[] own = changed(word -> line(word, "本机关另行说明：请妥善保管。"));
        setup.replace(admin, OfficialForm.F5, own, "自己的.docx");
        assertThat(text(setup.sample(admin, OfficialForm.F5))).contains("请妥善保管");
        setup.backToShipped(admin, OfficialForm.F5);
        assertThat(text(setup.sample(admin, OfficialForm.F5))).doesNotContain("请妥善保管");
        int first = setup.versions(admin).stream()
                .filter(one -> one.form() == OfficialForm.F5 && "自己的.docx".equals(one.fileName()))
                .mapToInt(one -> one.version())
                .min()
                .orElseThrow();
        assertThat(setup.file(admin, OfficialForm.F5, first))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(own));
    }

    @Test
    void aSealNeedsATransparentBackground() throws Exception {
        SignedIn admin = admin();
        assertThatThrownBy(() -> setup.seal(admin, "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("PNG");
        setup.seal(admin, RenderingTest.seal());
        assertThat(setup.letterhead(admin).seal()).isNotEmpty();
        setup.seal(admin, null);
        assertThat(setup.letterhead(admin).seal()).isNull();
    }

    private SignedIn admin() {
        Person hired = Staff.hire(people, "620825", Role.SYSTEM_ADMIN);
        return new SignedIn(
                hired.personId(), hired.username(), "管理员", "620825", java.util.Set.of(Role.SYSTEM_ADMIN), false);
    }

    private static byte[] changed(Consumer<XWPFDocument> change) throws Exception {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(ShippedTemplates.of(OfficialForm.F5)));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(word);
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void line(XWPFDocument word, String text) {
        word.createParagraph().createRun().setText(text);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
