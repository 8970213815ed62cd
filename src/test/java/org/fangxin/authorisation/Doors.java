package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.ALL_AGENCIES;
import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.EVERYBODY;
import static org.fangxin.authorisation.Reach.IN_CHARGE;
import static org.fangxin.authorisation.Reach.MAKER;
import static org.fangxin.authorisation.Reach.NOBODY;
import static org.fangxin.authorisation.Reach.OWN_COUNTY;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.ARCHIVIST;
import static org.fangxin.identity.Role.AUDITOR;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.IDENTITY_KEEPER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.MEDIATOR;
import static org.fangxin.identity.Role.REGISTRAR;
import static org.fangxin.identity.Role.RESPONDENT;
import static org.fangxin.identity.Role.SECURITY_ADMIN;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.SYSTEM_ADMIN;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fangxin.identity.Role;

/** The policy: every call of the program and who may make it. A call that is missing here fails the build. */
final class Doors {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] DRAFTERS =
            Stream.concat(Role.OFFICERS.stream(), Stream.of(RESPONDENT)).toArray(Role[]::new);
    private static final Role[] ADMINISTRATORS = Role.ADMINISTRATORS.toArray(Role[]::new);
    private static final String TRACKING =
            "with number and tracking code together; four wrong tries make wait; rate-limited";
    private static final Role[] IMPORTERS = {REGISTRAR, INTAKE, UNIT_HEAD, LEADER};

    private static final Role[] TELLERS = {HANDLER, INVESTIGATOR, REGISTRAR, MEDIATOR, INTAKE};

    private static final Role[] FILE_READERS = {
        REGISTRAR, INTAKE, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER, SUPERIOR, ARCHIVIST
    };

    private static final Role[] DOSSIER_READERS = {HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER, ARCHIVIST};

    private static final Role[] VAULT_ASKERS = {INVESTIGATOR, HANDLER, UNIT_HEAD, LEADER};

    private static final Role[] DUPLICATE_ASKERS = {REGISTRAR, INTAKE, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};

    private static final Role[] VAULT_READERS = {INVESTIGATOR, HANDLER, UNIT_HEAD, LEADER, IDENTITY_KEEPER};

    static final List<Door> ALL = all();

    private Doors() {}

    private static List<Door> all() {
        List<Door> all = new ArrayList<>();
        all.addAll(pages());
        all.addAll(open());
        all.addAll(session());
        all.addAll(cases());
        all.addAll(documents());
        all.addAll(intake());
        all.addAll(greenChannel());
        all.addAll(RoomDoors.all());
        all.addAll(RapidDoors.all());
        all.addAll(StaffingDoors.all());
        all.addAll(FieldDoors.all());
        all.addAll(RewardDoors.all());
        all.addAll(TransferDoors.all());
        all.addAll(MajorDoors.all());
        all.addAll(ApprovalDoors.all());
        all.addAll(InspectionDoors.all());
        all.addAll(MerchantDoors.all());
        all.addAll(CreditDoors.all());
        all.addAll(WorklistDoors.all());
        all.addAll(SuggestionDoors.all());
        all.addAll(KnowledgeDoors.all());
        all.addAll(RetentionDoors.all());
        all.addAll(people());
        all.addAll(law());
        all.addAll(offices());
        all.addAll(notices());
        return List.copyOf(all);
    }

    private static List<Door> pages() {
        return List.of(
                Door.of("GET /", EVERYBODY),
                Door.of("GET /{page:submit|submitted|track|mediation|law|help|privacy|accessibility}", EVERYBODY)
                        .at("/submit"),
                Door.of("GET /desk", EVERYBODY).noted("the page alone; what it shows comes by the calls below"),
                Door.of("GET /desk/**", EVERYBODY).at("/desk/cases"),
                Door.of("GET /desk/field-worker.js", EVERYBODY).noted("the script that keeps the field pages; no data"),
                Door.of("GET /admin", EVERYBODY).noted("the page alone"),
                Door.of("GET /admin/**", EVERYBODY).at("/admin/people"),
                Door.of("GET /sign-in", EVERYBODY),
                Door.of("GET /merchant", EVERYBODY).noted("the page alone"),
                Door.of("GET /merchant/**", EVERYBODY).at("/merchant/people"),
                Door.of("GET /{place:(?!api|assets|actuator|error|oauth2|pages|v3)[\\w-]+}/**", EVERYBODY)
                        .at("/no-such-place")
                        .saying(404)
                        .noted("says that there is no such page"),
                Door.of("ANY /error", EVERYBODY).saying(404).noted("how faults are told"),
                Door.of("GET /v3/api-docs", EVERYBODY),
                Door.of("GET /v3/api-docs.yaml", EVERYBODY),
                Door.of("GET /actuator", NOBODY),
                Door.of("GET /actuator/health", EVERYBODY),
                Door.of("GET /actuator/health/**", EVERYBODY).at("/actuator/health/liveness"),
                Door.of("GET /actuator/prometheus", NOBODY)
                        .noted("but from the same machine or with the metrics token"));
    }

    private static List<Door> open() {
        return List.of(
                Door.of("GET /api/v1/regions", EVERYBODY),
                Door.of("GET /api/v1/regions/search", EVERYBODY).at("/api/v1/regions/search?q=静宁"),
                Door.of("GET /api/v1/agencies", EVERYBODY),
                Door.of("GET /api/v1/agencies/{code}", EVERYBODY),
                Door.of("POST /api/v1/jurisdiction", EVERYBODY).sending("{\"kind\":\"COMPLAINT\"}"),
                Door.of("GET /api/v1/law/rules", EVERYBODY),
                Door.of("GET /api/v1/law/deadline", EVERYBODY)
                        .at("/api/v1/law/deadline?rule=order121.complaint.accept&from=2026-05-06"),
                Door.of("GET /api/v1/law/calendar", EVERYBODY),
                Door.of("GET /api/v1/law/settings", EVERYBODY),
                Door.of("POST /api/v1/public/duplicates", EVERYBODY)
                        .sending("{}")
                        .noted("of submissions whose tracking code comes along, no others; tries are counted"));
    }

    private static List<Door> session() {
        return List.of(
                Door.of("GET /api/v1/session", EVERYBODY),
                Door.of("POST /api/v1/session", EVERYBODY)
                        .sending("{\"username\":\"\",\"password\":\"\"}")
                        .noted("five wrong passwords lock an account"),
                Door.of("POST /api/v1/session/second-factor", EVERYBODY)
                        .sending("{\"code\":\"\"}")
                        .noted("only after the right password; wrong codes lock an account too"),
                Door.of("GET /api/v1/session/second-factor", SIGNED_IN).noted("the own one"),
                Door.of("POST /api/v1/session/second-factor/enrolment", SIGNED_IN)
                        .sending("{}")
                        .noted("for the own account, with its password or code"),
                Door.of("POST /api/v1/session/second-factor/confirmation", SIGNED_IN)
                        .sending("{\"code\":\"\"}"),
                Door.of("POST /api/v1/session/second-factor/recovery-codes", SIGNED_IN)
                        .sending("{\"code\":\"\"}"),
                Door.of("DELETE /api/v1/session", EVERYBODY),
                Door.of("POST /api/v1/session/password", SIGNED_IN)
                        .sending("{\"oldPassword\":\"\",\"newPassword\":\"\"}"));
    }

    private static List<Door> cases() {
        return List.of(
                Door.of("GET /api/v1/search", SIGNED_IN)
                        .at("/api/v1/search?q=样例")
                        .noted("empty for administrators and without role"),
                Door.of("POST /api/v1/search", SIGNED_IN)
                        .sending("{\"q\": \"13900001122\"}")
                        .noted("empty for administrators and without role"),
                Door.of(
                                "POST /api/v1/search/person",
                                SIGNED_IN,
                                REGISTRAR,
                                INTAKE,
                                HANDLER,
                                UNIT_HEAD,
                                LEADER,
                                SUPERIOR)
                        .sending("{}")
                        .noted("cases that may be seen, never reports; each look in the audit log"),
                Door.of("GET /api/v1/search/suggest", SIGNED_IN)
                        .at("/api/v1/search/suggest?q=样例")
                        .noted("of cases that may be seen"),
                Door.of("GET /api/v1/cases", SIGNED_IN).noted("empty for administrators and without role"),
                Door.of("GET /api/v1/acts", SIGNED_IN).noted("the catalogue; no case"),
                Door.of("GET /api/v1/site-checklists", SIGNED_IN).noted("what inspections look at; no case"),
                Door.of("GET /api/v1/watch", SIGNED_IN).noted("counts of what may be seen"),
                Door.of("GET /api/v1/cases/{caseNo}", CASE),
                Door.of("POST /api/v1/cases/{caseNo}/acts/{act}", CASE)
                        .at("/api/v1/cases/{caseNo}/acts/accept")
                        .sending("{}")
                        .noted("each act asks for its own role, see the catalogue"),
                Door.of("PUT /api/v1/cases/{caseNo}/presence", CASE, OFFICERS)
                        .sending("{}")
                        .noted("names of others who may see the case and have it open"),
                Door.of("DELETE /api/v1/cases/{caseNo}/presence", SIGNED_IN, OFFICERS)
                        .noted("takes the person himself away; nothing for a case that may not be seen"),
                Door.of("POST /api/v1/cases/{caseNo}/unmask", IN_CHARGE)
                        .sending("{\"partyId\":\"P1\",\"field\":\"NAME\",\"purpose\":\"核对身份\"}")
                        .noted("recorded; twenty an hour"),
                Door.of("GET /api/v1/cases/{caseNo}/attachments/{attachmentId}", CASE, FILE_READERS)
                        .noted("recorded; mediators and entrusted bodies when in charge"),
                Door.of("POST /api/v1/duplicates", SIGNED_IN, DUPLICATE_ASKERS)
                        .sending("{}")
                        .noted("of cases that may be seen; reports never by who reported"),
                Door.of("GET /api/v1/mass-complaints", SIGNED_IN, INTAKE, HANDLER, UNIT_HEAD, LEADER)
                        .noted("of the own agency's open complaints that may be seen"),
                Door.of("POST /api/v1/mass-complaints/rejections", SIGNED_IN, INTAKE, HANDLER, UNIT_HEAD, LEADER)
                        .sending("{}")
                        .saying(422)
                        .noted("of the own agency, with reasons; recorded"),
                Door.of("GET /api/v1/cases/{caseNo}/duplicates", CASE, DUPLICATE_ASKERS)
                        .noted("cases of the same kind that may be seen; reports never by who reported"),
                Door.of("GET /api/v1/cases/{caseNo}/abuse-indicators", CASE, VAULT_ASKERS)
                        .noted("facts, within the own sight; recorded; empty for a report"),
                Door.of("GET /api/v1/cases/{caseNo}/abuse-findings", CASE, VAULT_ASKERS),
                Door.of("POST /api/v1/cases/{caseNo}/abuse-findings", CASE, HANDLER, UNIT_HEAD)
                        .sending("{}")
                        .saying(422)
                        .noted("recorded; changes no case"),
                Door.of("POST /api/v1/cases/{caseNo}/abuse-findings/{findingId}/appeal", CASE, VAULT_ASKERS)
                        .at("/api/v1/cases/{caseNo}/abuse-findings/999999/appeal")
                        .saying(404)
                        .sending("{\"words\":\"没有这一条认定，不用复核。\"}")
                        .noted("by the line of the case; 404 here: none is planted"),
                Door.of("POST /api/v1/cases/{caseNo}/abuse-findings/{findingId}/review", CASE, UNIT_HEAD, LEADER)
                        .at("/api/v1/cases/{caseNo}/abuse-findings/999999/review")
                        .saying(404)
                        .sending("{\"outcome\":\"LIFTED\",\"reasons\":\"没有这一条认定，不用复核。\"}")
                        .noted("by a head or leader who had no part in it; 404 here: none is planted"),
                Door.of("GET /api/v1/abuse-appeals", SIGNED_IN, UNIT_HEAD, LEADER)
                        .noted("of cases that may be seen"),
                Door.of("GET /api/v1/cases/{caseNo}/earlier-reports", CASE, VAULT_ASKERS)
                        .noted(
                                "reports that may be seen, of the same reporter; nobody's identity; empty for a complaint"),
                Door.of("GET /api/v1/cases/{caseNo}/reporter-openings", CASE, VAULT_READERS)
                        .noted("which fields there are and who asked; no content; empty for a complaint"),
                Door.of("POST /api/v1/cases/{caseNo}/reporter-openings", CASE, VAULT_ASKERS)
                        .sending("{\"field\":\"NAME\",\"purpose\":\"VERIFY\"}")
                        .noted("recorded; opened by another person; refused for a complaint"),
                Door.of("GET /api/v1/reporter-openings", SIGNED_IN, IDENTITY_KEEPER)
                        .noted("of the own subtree"),
                Door.of("POST /api/v1/reporter-openings/{openingId}/open", OWN_COUNTY, IDENTITY_KEEPER)
                        .sending("{\"passphrase\":\"not-the-right-one\"}")
                        .noted("with the keeper's pass-phrase, what another person asked for; recorded"),
                Door.of("POST /api/v1/reporter-openings/{openingId}/read", MAKER, VAULT_ASKERS)
                        .sending("{}")
                        .noted("while it is shown; recorded"),
                Door.of("POST /api/v1/reporter-openings/{openingId}/refuse", OWN_COUNTY, IDENTITY_KEEPER),
                Door.of("POST /api/v1/reporter-key/passphrase", SIGNED_IN, IDENTITY_KEEPER)
                        .sending("{\"passphrase\":\"not-the-right-one\",\"fresh\":\"\"}"));
    }

    private static List<Door> documents() {
        return List.of(
                Door.of("GET /api/v1/cases/{caseNo}/documents", CASE, FILE_READERS)
                        .noted("mediators and entrusted bodies when in charge"),
                Door.of("POST /api/v1/cases/{caseNo}/documents/preview", IN_CHARGE, FILE_READERS)
                        .sending("{\"form\":\"F5\"}")
                        .noted("recorded"),
                Door.of("POST /api/v1/cases/{caseNo}/documents", IN_CHARGE, FILE_READERS)
                        .sending("{\"form\":\"F5\"}")
                        .noted("the agency's intake too, for what it distributed"),
                Door.of("GET /api/v1/cases/{caseNo}/documents/{documentId}.pdf", CASE, FILE_READERS)
                        .noted("recorded"),
                Door.of("GET /api/v1/cases/{caseNo}/documents/{documentId}.docx", CASE, FILE_READERS)
                        .noted("recorded"),
                Door.of("GET /api/v1/cases/{caseNo}/dossier.pdf", CASE, DOSSIER_READERS)
                        .noted("once archived; recorded"),
                Door.of("GET /api/v1/cases/{caseNo}/dossier.zip", CASE, DOSSIER_READERS)
                        .noted("once archived; recorded"),
                Door.of("GET /api/v1/forms", SIGNED_IN, SYSTEM_ADMIN).noted("the own agency's"),
                Door.of("PUT /api/v1/forms/letterhead", SIGNED_IN, SYSTEM_ADMIN).sending("{}"),
                Door.of("POST /api/v1/forms/seal multipart/form-data", SIGNED_IN, SYSTEM_ADMIN)
                        .sendingFile(""),
                Door.of("DELETE /api/v1/forms/seal", SIGNED_IN, SYSTEM_ADMIN),
                Door.of("GET /api/v1/forms/{form}/template.docx", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/forms/F5/template.docx"),
                Door.of("GET /api/v1/forms/{form}/sample", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/forms/F5/sample"),
                Door.of("POST /api/v1/forms/{form}/template multipart/form-data", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/forms/F5/template")
                        .sendingFile(""),
                Door.of("DELETE /api/v1/forms/{form}/template", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/forms/F5/template"));
    }

    private static List<Door> intake() {
        return List.of(
                Door.of("POST /api/v1/submissions", EVERYBODY).sending("{}").noted("rate-limited"),
                Door.of("POST /api/v1/submissions/suggest", EVERYBODY)
                        .sending("{\"content\":\"冰箱不制冷\"}")
                        .noted("rate-limited"),
                Door.of("POST /api/v1/attachments multipart/form-data", EVERYBODY)
                        .sendingFile("")
                        .noted("rate-limited; what no submission takes is deleted"),
                Door.of("GET /api/v1/submissions/{no}", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/supplements", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/supplements")
                        .sending("{\"trackingCode\":\"0000000000000000\",\"text\":\"补充\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/withdrawal", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/withdrawal")
                        .sending("{\"trackingCode\":\"0000000000000000\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/reschedule", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/reschedule")
                        .sending("{\"trackingCode\":\"0000000000000000\",\"wish\":\"下周\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/documents", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/documents")
                        .sending("{\"trackingCode\":\"0000000000000000\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/documents/{documentId}", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/documents/0000000000000000")
                        .sending("{\"trackingCode\":\"0000000000000000\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("PUT /api/v1/drafts/{key}", SIGNED_IN, DRAFTERS)
                        .at("/api/v1/drafts/matrix")
                        .sending("{\"body\":{\"text\":\"写到一半\"}}")
                        .noted("the own drafts alone"),
                Door.of("GET /api/v1/drafts/{key}", SIGNED_IN, DRAFTERS)
                        .at("/api/v1/drafts/matrix")
                        .noted("the own drafts alone"),
                Door.of("DELETE /api/v1/drafts/{key}", SIGNED_IN, DRAFTERS)
                        .at("/api/v1/drafts/matrix")
                        .noted("the own drafts alone"),
                Door.of("POST /api/v1/imports multipart/form-data", SIGNED_IN, IMPORTERS)
                        .at("/api/v1/imports?dryRun=true")
                        .sendingFile("")
                        .noted("for the own subtree"),
                Door.of("GET /api/v1/imports", SIGNED_IN, IMPORTERS).noted("those of the own subtree"),
                Door.of("GET /api/v1/imports/{importId}", OWN_COUNTY, IMPORTERS),
                Door.of("POST /api/v1/imports/{importId}/run", OWN_COUNTY, IMPORTERS),
                Door.of("GET /api/v1/imports/{importId}/rows", OWN_COUNTY, IMPORTERS)
                        .noted("what stood in a cell: who imported it alone"),
                Door.of("GET /api/v1/imports/{importId}/errors.xlsx", MAKER, IMPORTERS)
                        .noted("recorded"));
    }

    private static List<Door> greenChannel() {
        List<Door> doors = new ArrayList<>(List.of(
                Door.of("GET /api/v1/public/green-channel", EVERYBODY)
                        .at("/api/v1/public/green-channel?name=某某&region=620826"),
                Door.of("GET /api/v1/cases/{caseNo}/green-channel", CASE)
                        .noted("a case that never went to a merchant and a report look the same"),
                Door.of("GET /api/v1/green-channel/members", SIGNED_IN, OFFICERS)
                        .noted("those of the own subtree"),
                Door.of("POST /api/v1/green-channel/members", SIGNED_IN, UNIT_HEAD, LEADER)
                        .sending("{}")
                        .noted("for the own agency"),
                Door.of("GET /api/v1/green-channel/members/{memberId}", OWN_COUNTY, OFFICERS),
                Door.of("PUT /api/v1/green-channel/members/{memberId}", OWN_COUNTY, UNIT_HEAD, LEADER)
                        .sending("{}"),
                Door.of("PUT /api/v1/green-channel/members/{memberId}/state", OWN_COUNTY, UNIT_HEAD, LEADER)
                        .sending("{}"),
                Door.of(
                                "POST /api/v1/green-channel/members/{memberId}/invitations",
                                OWN_COUNTY,
                                HANDLER,
                                UNIT_HEAD,
                                LEADER)
                        .noted("recorded; the link is shown this once"),
                Door.of(
                                "DELETE /api/v1/green-channel/members/{memberId}/accounts/{personId}",
                                OWN_COUNTY,
                                HANDLER,
                                UNIT_HEAD,
                                LEADER)
                        .saying(404)
                        .noted("recorded; the matrix names somebody who is not the merchant's"),
                Door.of("GET /api/v1/green-channel/members/{memberId}/items", OWN_COUNTY, OFFICERS)
                        .noted("cases that may be seen")));
        for (String call : List.of("", "/messages", "/acceptance", "/escalation", "/files/{attachmentId}")) {
            doors.add(Door.of("POST /api/v1/submissions/{no}/green-channel" + call, EVERYBODY)
                    .at("/api/v1/submissions/{fresh}/green-channel" + call)
                    .sending("{\"trackingCode\":\"0000000000000000\"}")
                    .saying(404)
                    .noted(TRACKING));
        }
        for (String call : List.of("", "/{findingId}/appeal")) {
            doors.add(Door.of("POST /api/v1/submissions/{no}/abuse-findings" + call, EVERYBODY)
                    .at("/api/v1/submissions/{fresh}/abuse-findings" + call.replace("{findingId}", "999999"))
                    .sending("{\"trackingCode\":\"0000000000000000\"}")
                    .saying(404)
                    .noted(TRACKING));
        }
        for (String call : List.of("", "/pass")) {
            doors.add(Door.of("POST /api/v1/submissions/{no}/mediation-room" + call, EVERYBODY)
                    .at("/api/v1/submissions/{fresh}/mediation-room" + call)
                    .sending("{\"trackingCode\":\"0000000000000000\"}")
                    .saying(404)
                    .noted(TRACKING));
        }
        doors.addAll(merchantsDesk());
        return doors;
    }

    /** Nobody of the matrix belongs to a merchant; who does is tried by GreenIsolationTest. */
    private static List<Door> merchantsDesk() {
        String own = "of the own merchant alone, while the account is open";
        List<Door> doors = new ArrayList<>();
        for (String call : List.of(
                "GET /api/v1/merchant",
                "GET /api/v1/merchant/figures",
                "GET /api/v1/merchant/people",
                "POST /api/v1/merchant/people",
                "PUT /api/v1/merchant/people/{personId}",
                "DELETE /api/v1/merchant/people/{personId}",
                "GET /api/v1/merchant/items",
                "GET /api/v1/merchant/items/{caseNo}",
                "POST /api/v1/merchant/items/{caseNo}/messages",
                "POST /api/v1/merchant/items/{caseNo}/proposals",
                "POST /api/v1/merchant/items/{caseNo}/refusal",
                "GET /api/v1/merchant/items/{caseNo}/mediation-room",
                "POST /api/v1/merchant/items/{caseNo}/mediation-room/pass",
                "GET /api/v1/merchant/items/{caseNo}/files/{attachmentId}")) {
            Door door = Door.of(call, MAKER, RESPONDENT).noted(own);
            doors.add(call.startsWith("P") ? door.sending("{}") : door);
        }
        doors.add(Door.of("POST /api/v1/merchant/invitation", EVERYBODY)
                .sending("{\"token\":\"\"}")
                .saying(404)
                .noted("with the one-time link"));
        doors.add(Door.of("POST /api/v1/merchant/invitation/acceptance", EVERYBODY)
                .sending("{\"token\":\"\"}")
                .saying(404)
                .noted("with the one-time link"));
        return doors;
    }

    private static List<Door> people() {
        return List.of(
                Door.of("GET /api/v1/people", SIGNED_IN, ADMINISTRATORS).noted("accounts of the own subtree"),
                Door.of("POST /api/v1/people", SIGNED_IN, SYSTEM_ADMIN)
                        .sending("{\"username\":\"矩阵\",\"displayName\":\"测试员\",\"agency\":\"620826\"}")
                        .noted("for the own subtree"),
                Door.of("PUT /api/v1/people/{personId}", OWN_COUNTY, SYSTEM_ADMIN)
                        .sending("{\"displayName\":\"改名\"}"),
                Door.of("POST /api/v1/people/{personId}/reset-password", OWN_COUNTY, SYSTEM_ADMIN),
                Door.of("PUT /api/v1/people/{personId}/roles", OWN_COUNTY, SECURITY_ADMIN)
                        .sending("{\"roles\":[\"HANDLER\"]}"),
                Door.of("POST /api/v1/people/{personId}/reset-second-factor", OWN_COUNTY, SECURITY_ADMIN)
                        .sending("{\"reason\":\"DEVICE_LOST\"}")
                        .noted("never for the own account"),
                Door.of("GET /api/v1/people/handlers", SIGNED_IN, OFFICERS).noted("officers of the own subtree"),
                Door.of("GET /api/v1/clients", SIGNED_IN, ADMINISTRATORS).noted("those of the own subtree"),
                Door.of("POST /api/v1/clients", SIGNED_IN, SYSTEM_ADMIN)
                        .sending("{\"displayName\":\"矩阵\",\"agency\":\"00\"}")
                        .noted("for the own subtree"),
                Door.of("PUT /api/v1/clients/{clientId}/roles", OWN_COUNTY, SECURITY_ADMIN)
                        .sending("{\"roles\":[\"REGISTRAR\"]}"),
                Door.of("DELETE /api/v1/clients/{clientId}", OWN_COUNTY, SYSTEM_ADMIN),
                Door.of("GET /api/v1/audit", SIGNED_IN, AUDITOR).noted("entries of the own subtree"),
                Door.of("GET /api/v1/audit/verification", SIGNED_IN, AUDITOR));
    }

    private static List<Door> law() {
        return List.of(
                Door.of("PUT /api/v1/law/calendar/{date}", ALL_AGENCIES, SYSTEM_ADMIN)
                        .at("/api/v1/law/calendar/2031-01-01")
                        .sending("{}")
                        .noted("one calendar for all"),
                Door.of("POST /api/v1/law/calendar/import", ALL_AGENCIES, SYSTEM_ADMIN)
                        .sending("{}")
                        .noted("one calendar for all"),
                Door.of("POST /api/v1/law/calendar/import text/csv, text/plain", ALL_AGENCIES, SYSTEM_ADMIN)
                        .sendingText("没有一行读得懂"),
                Door.of("PUT /api/v1/law/settings/{id}", OWN_COUNTY, SYSTEM_ADMIN)
                        .at("/api/v1/law/settings/{setting}")
                        .sending("{\"agency\":\"{code}\",\"value\":\"没有这个选项\"}"));
    }

    private static List<Door> offices() {
        return List.of(
                Door.of("PUT /api/v1/agencies/{code}", OWN_COUNTY, SYSTEM_ADMIN).sending("{}"),
                Door.of("GET /api/v1/agencies/{code}/areas", OWN_COUNTY, SYSTEM_ADMIN),
                Door.of("PUT /api/v1/agencies/{code}/areas", OWN_COUNTY, SYSTEM_ADMIN)
                        .sending("{}"),
                Door.of("GET /api/v1/agencies/{code}/aliases", OWN_COUNTY, SYSTEM_ADMIN),
                Door.of("PUT /api/v1/agencies/{code}/aliases", OWN_COUNTY, SYSTEM_ADMIN)
                        .sending("{}"));
    }

    private static List<Door> notices() {
        return List.of(
                Door.of("GET /api/v1/cases/{caseNo}/notices", CASE),
                Door.of("GET /api/v1/notices", SIGNED_IN, OFFICERS).noted("those of cases that may be seen"),
                Door.of("POST /api/v1/notices/{noticeId}/done", CASE, TELLERS).sending("{}"),
                Door.of("POST /api/v1/notices/{noticeId}/again", CASE, TELLERS).sending("{}"),
                Door.of("POST /api/v1/notices/{noticeId}/returned", CASE, TELLERS),
                Door.of("GET /api/v1/inbox", SIGNED_IN, OFFICERS).noted("the own inbox alone"),
                Door.of("POST /api/v1/inbox/read", SIGNED_IN, OFFICERS)
                        .sending("{}")
                        .noted("the own inbox alone"),
                Door.of("GET /api/v1/inbox/preferences", SIGNED_IN, OFFICERS).noted("the own alone"),
                Door.of("PUT /api/v1/inbox/preferences", SIGNED_IN, OFFICERS)
                        .sending("{}")
                        .noted("the own alone"),
                Door.of("GET /api/v1/notice-wordings", SIGNED_IN, SYSTEM_ADMIN),
                Door.of("PUT /api/v1/notice-wordings/{template}/{channel}", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/notice-wordings/accepted/SMS")
                        .sending("{\"body\":\"{没有这个}\"}")
                        .noted("for the own subtree; recorded"),
                Door.of("POST /api/v1/notice-wordings/{template}/{channel}/preview", SIGNED_IN, SYSTEM_ADMIN)
                        .at("/api/v1/notice-wordings/accepted/SMS/preview")
                        .sending("{\"body\":\"{机关}\"}"),
                Door.of("POST /api/v1/notice-reports/sms", EVERYBODY)
                        .sending("{}")
                        .saying(404)
                        .noted("with the gateway's token alone"),
                Door.of("POST /api/v1/notice-reports/mail", EVERYBODY)
                        .sending("{}")
                        .saying(404)
                        .noted("with the mail server's token alone"),
                Door.of("POST /api/v1/submissions/{no}/phone-code", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/phone-code")
                        .sending("{\"trackingCode\":\"0000000000000000\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/phone-code/check", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/phone-code/check")
                        .sending("{\"trackingCode\":\"0000000000000000\"}")
                        .saying(404)
                        .noted(TRACKING),
                Door.of("GET /api/v1/submissions/{no}/notices", EVERYBODY)
                        .at("/api/v1/submissions/{fresh}/notices")
                        .saying(404)
                        .noted(TRACKING));
    }
}
