package org.fangxin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.Documents.Draft;
import org.fangxin.document.Documents.Format;
import org.fangxin.document.Documents.Issued;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@FangxinTest
class IssuingTest {
    private static final Map<String, String> CONTACT = Map.of("contact", "李明", "phone", "0933-0000000");
    private static final int TOGETHER = Integer.getInteger("fangxin.issues", 24);

    @Autowired
    Documents documents;

    @Autowired
    IssuedDocuments issuedDocuments;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseHistory histories;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    People people;

    PlantedCase planted;
    Actor officer;

    @BeforeEach
    void aPlace() {
        planted = new PlantedCase(cases, clock, owner, "柿饼");
        Person hired = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR);
        officer =
                new Actor(hired.personId(), PlantedCase.COUNTY, Set.of(Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR));
    }

    @Test
    void anAcceptanceIsNumberedKeptAndWrittenIntoTheJournal() throws Exception {
        String caseNo = accepted();
        Issued issued = issue(caseNo, OfficialForm.F5, CONTACT, null);
        assertThat(issued.number()).matches("静市监投受〔\\d{4}〕第\\d+号");
        byte[] pdf = content(issued, Format.PDF);
        assertThat(Sm3.hex(pdf)).isEqualTo(issued.sm3());
        assertThat(text(pdf))
                .contains("投诉受理决定书", issued.number(), "柿饼人：", "柿饼商行", "第十五条第一款", "李明")
                .doesNotContain("13900001122");
        assertThat(word(content(issued, Format.WORD))).contains(issued.number(), "柿饼人：", "（印章）");
        assertThat(told(caseNo))
                .anySatisfy(entry -> assertThat(entry)
                        .isEqualTo(new Entry.DocumentIssued(
                                issued.id(),
                                "F5",
                                issued.number(),
                                List.of(PartyRole.COMPLAINANT),
                                issued.sm3(),
                                null)));
    }

    @Test
    void ofAnOlderCaseTheOfficerIsToldThatTheLayoutIsTheNewOne() {
        Instant received = Instant.parse("2026-04-10T02:00:00Z");
        String older = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, received, null);
        planted.assign(older, officer.id());
        planted.act(older, Act.ACCEPT, officer, Map.of());
        assertThat(preview(older).warnings()).anyMatch(said -> said.contains("2019 年式样") && said.contains("模板"));
        assertThat(preview(accepted()).warnings()).noneMatch(said -> said.contains("2019 年式样"));
    }

    private Documents.Preview preview(String caseNo) {
        return as(officer, () -> documents.preview(new Draft(caseNo, OfficialForm.F5, CONTACT, null), officer));
    }

    @Test
    void aRefusalNamesItsItemsTheFiveWaysAndTheReview() throws Exception {
        String caseNo = fresh();
        planted.act(
                caseNo,
                Act.REFUSE,
                officer,
                Map.of("grounds", List.of("OVER_THREE_YEARS"), "facts", "消费发生在四年以前。", "knewOn", "2020-01-01"));
        Issued issued = issue(caseNo, OfficialForm.F6, CONTACT, null);
        assertThat(text(content(issued, Format.PDF)).replaceAll("\\s", ""))
                .contains("第十六条第四项", "消费发生在四年以前。", "（一）与经营者协商和解；", "（五）向人民法院提起诉讼。", "申请行政复议");
    }

    @Test
    void noFormIsIssuedBeforeTheCaseHoldsWhatItSays() {
        String caseNo = fresh();
        assertThat(List.of(
                        OfficialForm.F4,
                        OfficialForm.F5,
                        OfficialForm.F6,
                        OfficialForm.F7,
                        OfficialForm.F8,
                        OfficialForm.F9))
                .allSatisfy(form -> assertThatThrownBy(() -> issue(caseNo, form, Map.of(), null))
                        .isInstanceOfSatisfying(
                                Problem.class, no -> assertThat(no.type()).isEqualTo("forbidden-by-law")));
        assertThat(as(officer, () -> documents.forms(caseNo, officer))).containsExactly(OfficialForm.F1);
    }

    @Test
    void whatMustBeWrittenIsNamedAndNothingIsKept() {
        String caseNo = accepted();
        assertThatThrownBy(() -> issue(caseNo, OfficialForm.F5, Map.of("contact", ""), null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        no -> assertThat(no.errors())
                                .extracting(Problem.FieldError::field)
                                .contains("fields.contact", "fields.phone"));
        assertThat(as(officer, () -> documents.of(caseNo))).isEmpty();
    }

    @Test
    void aCorrectionIsANewPaperThatNamesTheOldOne() throws Exception {
        String caseNo = accepted();
        Issued old = issue(caseNo, OfficialForm.F5, CONTACT, null);
        Issued mended = issue(caseNo, OfficialForm.F5, Map.of("contact", "王芳", "phone", "0933-0000001"), old.number());
        assertThat(text(content(mended, Format.PDF))).contains("更正" + old.number());
        assertThat(as(officer, () -> documents.of(caseNo)))
                .extracting(Issued::number, Issued::replacedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(old.number(), mended.number()),
                        org.assertj.core.groups.Tuple.tuple(mended.number(), null));
        assertThatThrownBy(() -> issue(caseNo, OfficialForm.F5, CONTACT, old.number()))
                .hasMessageContaining(mended.number());
    }

    @Test
    void aReportsPaperNamesNoReporter() throws Exception {
        String caseNo = planted.report();
        planted.assign(caseNo, officer.id());
        Issued told = issue(
                caseNo,
                OfficialForm.F10,
                Map.of(
                        "contact", "李明",
                        "phone", "0933-0000000",
                        "basis", "《中华人民共和国食品安全法》第一百一十五条",
                        "result", "经核查，已经责令改正。"),
                null);
        assertThat(text(content(told, Format.PDF)).replaceAll("\\s", ""))
                .contains("编号" + caseNo + "的举报人", "已经责令改正")
                .doesNotContain("柿饼人");
        assertThatThrownBy(() -> issue(
                        caseNo,
                        OfficialForm.F10,
                        Map.of("contact", "李明", "phone", "1", "basis", "领导要求", "result", "无"),
                        null))
                .hasMessageContaining("告知依据");
    }

    @Test
    void onlyWhoIsInChargeMakesAPaperThatNamesPeople() {
        String caseNo = accepted();
        Actor colleague = new Actor("somebody-else", PlantedCase.COUNTY, Set.of(Role.HANDLER));
        assertThatThrownBy(() -> as(
                        colleague,
                        () -> documents.preview(new Draft(caseNo, OfficialForm.F5, CONTACT, null), colleague)))
                .isInstanceOfSatisfying(
                        Problem.class, no -> assertThat(no.status()).isEqualTo(403));
    }

    /** Whole issues, from the case to the kept paper, all asked in one moment; by hand with 500. */
    @Test
    void issuedTogetherTheyAreNumberedOneAfterAnother() throws Exception {
        List<String> many = IntStream.range(0, TOGETHER).mapToObj(i -> fresh()).toList();
        List<Integer> serials = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Issued>> all = many.stream()
                    .map(caseNo -> pool.submit(() -> {
                        start.await();
                        return issue(caseNo, OfficialForm.F1, Map.of(), null);
                    }))
                    .toList();
            start.countDown();
            for (Future<Issued> one : all) {
                serials.add(Integer.valueOf(one.get().number().replaceAll(".*第(\\d+)号", "$1")));
            }
        }
        serials.sort(Integer::compare);
        int first = serials.getFirst();
        assertThat(serials)
                .isEqualTo(IntStream.range(first, first + TOGETHER).boxed().toList());
    }

    @Test
    void anIssuedPaperCannotBeChangedOrTakenAway() {
        Issued issued = issue(accepted(), OfficialForm.F5, CONTACT, null);
        for (String change : List.of("update document.issued set title = '改'", "delete from document.issued")) {
            assertThatThrownBy(() ->
                            as(officer, () -> JdbcClient.create(app).sql(change).update()))
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(content(issued, Format.PDF)).isNotEmpty();
    }

    @Autowired
    DataSource app;

    @Test
    void whoTellsFindsThePaperByFormAndAddressee() {
        String caseNo = accepted();
        Issued issued = issue(caseNo, OfficialForm.F5, CONTACT, null);
        assertThat(as(officer, () -> issuedDocuments.forDuty(caseNo, "F5", PartyRole.COMPLAINANT)))
                .hasValueSatisfying(served -> assertThat(served.number()).isEqualTo(issued.number()));
        assertThat(as(officer, () -> issuedDocuments.forDuty(caseNo, "F5", PartyRole.RESPONDENT)))
                .isEmpty();
    }

    private String fresh() {
        String caseNo = planted.open(Kind.COMPLAINT, PlantedCase.COUNTY, null);
        planted.assign(caseNo, officer.id());
        return caseNo;
    }

    private String accepted() {
        String caseNo = fresh();
        planted.act(caseNo, Act.ACCEPT, officer, Map.of());
        return caseNo;
    }

    private Issued issue(
            String caseNo,
            OfficialForm form,
            Map<String, String> fields,
            @org.jspecify.annotations.Nullable String replaces) {
        return as(officer, () -> documents.issue(new Draft(caseNo, form, fields, replaces), officer, null))
                .document();
    }

    private byte[] content(Issued issued, Format format) {
        return as(officer, () -> documents.content(issued, format));
    }

    private List<Entry> told(String caseNo) {
        return as(
                officer,
                () -> histories.of(caseNo, officer).orElseThrow().told().stream()
                        .map(one -> one.recorded().entry())
                        .toList());
    }

    private static <T> T as(Actor who, Supplier<T> work) {
        return Scopes.within(Scope.subtree(who.agency(), who.id(), Scope.Reports.ALL), work);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String word(byte[] docx) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
