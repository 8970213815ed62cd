package org.fangxin.authorisation;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedInAs;
import org.fangxin.identity.Staff;
import org.fangxin.intake.internal.file.Pictures;
import org.fangxin.region.Agencies;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The county in which the matrix plays: two cases with files, people, a program, an import, and an officer in charge. */
final class World {
    static final String COMPLAINT = "紫砂樱桃标记";
    static final String REPORT = "青釉石榴标记";
    private static final String TABLE = "投诉内容,被投诉人\n缺,\n";

    private static final String SUBMISSION = """
            {"channel": "WEB", "kinds": ["KIND"],
             "person": {"name": "欧阳测试", "phone": "13900001122", "address": "静宁县样例街9号", "anonymous": false},
             "merchant": {"name": "MARKER商行", "address": "静宁县样例街1号", "regionCode": "COUNTY", "type": "SHOP"},
             "content": "在MARKER商行买的东西，MARKER不能用，店里不退。", "demands": ["REFUND"], "amount": "68.00",
             "occurredOn": "2026-05-02", "knewOn": "2026-05-03", "attachments": ["FILE"]}""";

    private final MockMvc mvc;
    private final People people;
    private final Agencies agencies;
    private final CaseFiles cases;
    private final InstantSource clock;
    private final DataSource owner;

    World(MockMvc mvc, People people, Agencies agencies, CaseFiles cases, InstantSource clock, DataSource owner) {
        this.mvc = mvc;
        this.people = people;
        this.agencies = agencies;
        this.cases = cases;
        this.clock = clock;
        this.owner = owner;
    }

    /** Somebody of the county who works on complaints and reports and registers. */
    Persona officer() {
        return Persona.inCharge(
                Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER, Role.MEDIATOR, Role.INVESTIGATOR, Role.REGISTRAR));
    }

    PlantedCase planting(String marker) {
        return new PlantedCase(cases, clock, owner, marker);
    }

    /** Two cases that came in by the public's door, with all that requests of the table name. */
    Planted planted(Persona inCharge) throws Exception {
        Person somebody = Staff.hire(people, PlantedCase.COUNTY, Role.HANDLER);
        String picture = file(false);
        String cleaned = file(true);
        String complaint = submitted(Kind.COMPLAINT, COMPLAINT, picture, inCharge);
        String report = submitted(Kind.REPORT, REPORT, cleaned, inCharge);
        return new Planted(Map.ofEntries(
                        Map.entry("personId", somebody.personId()),
                        Map.entry(
                                "code",
                                agencies.below(PlantedCase.COUNTY).getFirst().code()),
                        Map.entry("setting", "receipt.day"),
                        Map.entry("clientId", program()),
                        Map.entry("memberId", member()),
                        Map.entry("importId", imported(inCharge, TABLE, true)),
                        Map.entry(Kind.COMPLAINT + ".attachmentId", picture),
                        Map.entry(Kind.COMPLAINT + ".caseNo", complaint),
                        Map.entry(Kind.COMPLAINT + ".noticeId", notice(complaint)),
                        Map.entry(Kind.REPORT + ".attachmentId", cleaned),
                        Map.entry(Kind.REPORT + ".caseNo", report),
                        Map.entry(Kind.REPORT + ".noticeId", notice(report))))
                .with(Kind.COMPLAINT + ".documentId", issued(complaint, "F1", inCharge))
                .with(Kind.REPORT + ".documentId", issued(report, "F2", inCharge))
                .with("openingId", asked(report, inCharge));
    }

    /** A message of the case that waits for somebody's hand. */
    private String notice(String caseNo) {
        return JdbcClient.create(owner)
                .sql("""
                        insert into notice.outbox (message_id, case_no, agency_code, event, addressee, role, template,
                            facts, channel, state, not_before, created_at, changed_at)
                        values (gen_random_uuid(), ?, ?, 'planted', 'P1', 'COMPLAINANT', 'message', '{}', 'PHONE',
                            'BY_HAND', now(), now(), now()) returning outbox_id""")
                .params(caseNo, PlantedCase.COUNTY)
                .query(String.class)
                .single();
    }

    /** A field of the reporter that the officer in charge asked the keeper for. */
    private String asked(String report, Persona inCharge) throws Exception {
        return answer(MockMvcRequestBuilders.post("/api/v1/cases/" + report + "/reporter-openings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"field\":\"NAME\",\"purpose\":\"VERIFY\"}")
                        .with(Visit.name(Objects.requireNonNull(inCharge.who()))))
                .path("openingId")
                .asString();
    }

    private String issued(String caseNo, String form, Persona inCharge) throws Exception {
        return answer(MockMvcRequestBuilders.post("/api/v1/cases/" + caseNo + "/documents")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"form\":\"" + form + "\"}")
                        .with(Visit.name(Objects.requireNonNull(inCharge.who()))))
                .path("document")
                .path("documentId")
                .asString();
    }

    private String submitted(Kind kind, String marker, String file, Persona inCharge) throws Exception {
        String caseNo = answer(MockMvcRequestBuilders.post("/api/v1/submissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(SUBMISSION
                                .replace("KIND", kind.name())
                                .replace("MARKER", marker)
                                .replace("COUNTY", PlantedCase.COUNTY)
                                .replace("FILE", file)))
                .path("cases")
                .path(0)
                .path("caseNo")
                .asString();
        planting(marker).assign(caseNo, Objects.requireNonNull(inCharge.who()).personId());
        return caseNo;
    }

    /** The id of an upload that no case has yet. */
    String file(boolean forReport) throws Exception {
        MockMultipartFile picture = new MockMultipartFile("file", "小票.png", "image/png", Pictures.drawing());
        return answer(MockMvcRequestBuilders.multipart("/api/v1/attachments")
                        .file(picture)
                        .param("forReport", Boolean.toString(forReport)))
                .path("attachmentId")
                .asString();
    }

    /** The id of an import of this table. */
    String imported(Persona by, String rows, boolean dryRun) throws Exception {
        MockMultipartFile table =
                new MockMultipartFile("file", "来件.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8));
        return answer(MockMvcRequestBuilders.multipart("/api/v1/imports")
                        .file(table)
                        .param("dryRun", Boolean.toString(dryRun))
                        .with(Visit.name(by.who())))
                .path("importId")
                .asString();
    }

    private String member() throws Exception {
        String body = """
                {"name": "矩阵商行", "uscc": "%s", "regionCode": "%s"}""".formatted(org.fangxin.greenchannel.Shops.uscc(), PlantedCase.COUNTY);
        return answer(MockMvcRequestBuilders.post("/api/v1/green-channel/members")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignedInAs.officer(PlantedCase.COUNTY, Role.UNIT_HEAD)))
                .path("memberId")
                .asString();
    }

    private String program() throws Exception {
        return answer(MockMvcRequestBuilders.post("/api/v1/clients")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"displayName\":\"矩阵\",\"agency\":\"%s\"}".formatted(PlantedCase.COUNTY))
                        .with(SignedInAs.officer(PlantedCase.COUNTY, Role.SYSTEM_ADMIN)))
                .path("clientId")
                .asString();
    }

    private JsonNode answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        if (response.getStatus() >= 300) {
            throw new IllegalStateException(response.getContentAsString(StandardCharsets.UTF_8));
        }
        return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
