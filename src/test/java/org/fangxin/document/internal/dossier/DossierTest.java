package org.fangxin.document.internal.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.document.Documents;
import org.fangxin.document.Documents.Draft;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@FangxinTest
class DossierTest {
    @Autowired
    Dossiers dossiers;

    @Autowired
    ArchiveReader reader;

    @Autowired
    ApplicationContext context;

    @Autowired
    Documents documents;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Autowired
    DossierKey key;

    @Autowired
    JsonMapper json;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    PlantedCase planted;
    Actor officer;

    @BeforeEach
    void anOfficer() {
        planted = new PlantedCase(cases, clock, owner, "卷宗核桃");
        Person hired = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER, Role.ARCHIVIST);
        officer = new Actor(hired.personId(), PlantedCase.COUNTY, Set.of(Role.HANDLER, Role.ARCHIVIST));
    }

    @Test
    void aClosedCaseIsBoundWithCoverCatalogueAndEveryPaper() throws Exception {
        String caseNo = archived();
        String text = text(as(() -> dossiers.bound(cases.find(caseNo).orElseThrow(), "核桃不能用", officer.id())));
        assertThat(text.replaceAll("\\s", ""))
                .contains("投诉办理卷宗", "卷内目录", "投诉登记表", "投诉不予受理决定书", "办理经过", "不予受理", "静市监档〔")
                .contains(caseNo);
    }

    @Test
    void anArchiveKeepsItsNumber() throws Exception {
        String caseNo = archived();
        assertThat(manifest(packed(caseNo)).archiveNo())
                .isEqualTo(manifest(packed(caseNo)).archiveNo());
    }

    @Test
    void aCaseIsNumberedWhenItIsArchivedNotWhenItIsFirstRead() {
        String caseNo = archived();
        Hearing.in(context, owner).all(reader, caseNo);
        List<String> given = numbers(caseNo);
        assertThat(given).singleElement().asString().startsWith("静市监档〔");
        Hearing.in(context, owner).all(reader, caseNo);
        assertThat(manifest(packed(caseNo)).archiveNo()).isEqualTo(given.getFirst());
        assertThat(numbers(caseNo)).isEqualTo(given);
        String open = planted.complaint();
        Hearing.in(context, owner).all(reader, open);
        assertThat(numbers(open)).isEmpty();
    }

    private List<String> numbers(String caseNo) {
        return JdbcClient.create(owner)
                .sql("select number from document.archive where case_id = ?")
                .param(planted.idOf(caseNo))
                .query(String.class)
                .list();
    }

    @Test
    void anOpenCaseHasNoArchive() {
        String caseNo = planted.complaint();
        assertThatThrownBy(() -> as(() -> dossiers.packed(cases.find(caseNo).orElseThrow(), "", officer.id())))
                .hasMessageContaining("归档以后才有卷宗");
    }

    @Test
    void whatWasPackedHolds() {
        byte[] bundle = packed(archived());
        assertThat(check(bundle).fault()).isEmpty();
    }

    /** Every piece, every header between them, the zip's own list and its end: bytes sampled in all of them. */
    @Test
    void anyChangedByteIsFound() throws Exception {
        byte[] bundle = packed(archived());
        List<Integer> places = places(bundle);
        List<Integer> unseen = new ArrayList<>();
        for (int place : places) {
            byte[] changed = bundle.clone();
            changed[place] ^= 0x20;
            if (check(changed).fault().isEmpty()) {
                unseen.add(place);
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(places).hasSizeGreaterThan(300);
    }

    @Test
    void theChangedPieceIsNamed() throws Exception {
        byte[] bundle = packed(archived());
        Manifest.Item piece = manifest(bundle).items().getLast();
        byte[] changed = bundle.clone();
        changed[offset(bundle, piece.name()) + 100] ^= 1;
        assertThat(check(changed).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains(piece.title(), piece.name(), "内容被改动"));
    }

    @Test
    void somethingAppendedOrCutOffIsFound() {
        byte[] bundle = packed(archived());
        assertThat(check(java.util.Arrays.copyOf(bundle, bundle.length + 1)).fault())
                .isPresent();
        assertThat(check(java.util.Arrays.copyOf(bundle, bundle.length - 1)).fault())
                .isPresent();
    }

    @Test
    void aListSignedByAnotherKeyIsFound() throws Exception {
        byte[] bundle = packed(archived());
        String other = key.publicKey().replace('A', 'B');
        assertThat(new BundleCheck(ByteBuffer.wrap(bundle), other, json)
                        .verdict()
                        .fault())
                .isPresent();
    }

    /** The broken twin: a check that looks at the pieces alone misses what lies between them. */
    @Test
    void lookingAtThePiecesAloneWouldMissTheRest() throws Exception {
        byte[] bundle = packed(archived());
        int time = 10;
        byte[] changed = bundle.clone();
        changed[time] ^= 1;
        assertThat(contents(changed)).usingRecursiveComparison().isEqualTo(contents(bundle));
        assertThat(check(changed).fault()).isPresent();
    }

    /** A file that changes between being listed and being packed breaks the bundle off; it is never handed out as whole. */
    @Test
    void whatIsNoLongerWhatWasListedIsNotPacked() {
        byte[] film = {1, 2, 3};
        Packed.File file = Packed.File.of("pieces/001.mp4", film);
        film[1] = 9;
        assertThatThrownBy(() -> new Packed(List.of(file)).bytes()).hasRootCauseInstanceOf(ZipException.class);
    }

    private List<Integer> places(byte[] bundle) throws Exception {
        Random random = new Random(20260415);
        List<Integer> places = new ArrayList<>();
        for (String name : contents(bundle).keySet()) {
            int from = offset(bundle, name);
            int size = contents(bundle).get(name).length;
            for (int header = from - 30 - name.length(); header < from; header += 3) {
                places.add(header);
            }
            places.add(from);
            places.add(from + size - 1);
            for (int i = 0; i < 12; i++) {
                places.add(from + random.nextInt(size));
            }
        }
        int end = bundle.length;
        for (int tail = 1; tail <= 400 && tail < end; tail += 3) {
            places.add(end - tail);
        }
        return places;
    }

    private static int offset(byte[] bundle, String name) {
        byte[] wanted = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int at = 30; at < bundle.length - wanted.length; at++) {
            boolean header = bundle[at - 30] == 'P' && bundle[at - 29] == 'K' && bundle[at - 28] == 3;
            if (header && java.util.Arrays.equals(bundle, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at + wanted.length;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static Map<String, byte[]> contents(byte[] bundle) throws Exception {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                zip.transferTo(out);
                contents.put(entry.getName(), out.toByteArray());
            }
        }
        return contents;
    }

    private Manifest manifest(byte[] bundle) {
        return check(bundle).manifest().orElseThrow();
    }

    private BundleCheck.Verdict check(byte[] bundle) {
        return new BundleCheck(ByteBuffer.wrap(bundle), key.publicKey(), json).verdict();
    }

    private byte[] packed(String caseNo) {
        return as(() -> dossiers.packed(cases.find(caseNo).orElseThrow(), "核桃不能用", officer.id())
                .bytes());
    }

    private String archived() {
        String caseNo = planted.complaint();
        planted.assign(caseNo, officer.id());
        issue(caseNo, OfficialForm.F1, Map.of());
        planted.act(
                caseNo,
                Act.REFUSE,
                officer,
                Map.of("grounds", List.of("NOT_CONSUMER_OR_NO_DISPUTE"), "facts", "不是为生活消费购买。"));
        issue(caseNo, OfficialForm.F6, Map.of("contact", "李明", "phone", "0933-0000000"));
        planted.act(caseNo, Act.RECORD_NOTICE, officer, Map.of("channel", "LETTER", "proof", "挂号信"));
        planted.act(caseNo, Act.ARCHIVE, officer, Map.of());
        return caseNo;
    }

    private void issue(String caseNo, OfficialForm form, Map<String, String> fields) {
        as(() -> documents.issue(new Draft(caseNo, form, fields, null), officer, null));
    }

    private <T> T as(Supplier<T> work) {
        return Scopes.within(Scope.subtree(officer.agency(), officer.id(), Scope.Reports.ALL), work);
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
