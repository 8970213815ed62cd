package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.LEADER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;
import static org.fangxin.casefile.ComplaintMother.REGISTRAR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every act of a complaint in every stage, against the table of the law. */
class ComplaintMatrixTest {
    private static final String OTHER = "FX-0";
    private static final Map<String, String> NEWCOMER = Map.of("name", "孙样例");
    private static final Map<Act, Try> TRIES = tries();

    /** Who tries the act, with what, after what has been prepared in the stage. */
    private record Try(Actor actor, UnaryOperator<ComplaintMother> prepared, Object... fields) {}

    @TestFactory
    List<DynamicTest> everyActInEveryStageIsAllowedOrRefusedWithItsArticle() {
        List<DynamicTest> tests = new ArrayList<>();
        List<String> lines = lines();
        String[] stages = lines.getFirst().split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            Act act = Act.byId(cells[0]).orElseThrow();
            for (int i = 1; i < cells.length; i++) {
                Stage stage = Stage.valueOf(stages[i]);
                String expected = cells[i];
                tests.add(DynamicTest.dynamicTest(
                        act.id() + " in " + stage + ": " + expected, () -> check(act, stage, expected)));
            }
        }
        return tests;
    }

    @Test
    void theTableNamesEveryActOfAComplaintButRoutingAndFieldWork() {
        Set<Act> elsewhere = EnumSet.of(
                Act.ASSIGN,
                Act.DISTRIBUTE,
                Act.CONFIRM_RECEIPT,
                Act.RETURN,
                Act.TAKE_UP,
                Act.ASK_SUPERIOR,
                Act.DECIDE_ASK,
                Act.RAISE_DISPUTE,
                Act.AGREE_DISPUTE,
                Act.ASK_DESIGNATION,
                Act.DESIGNATE,
                Act.TRANSFER,
                Act.DISPATCH,
                Act.RECORD_ARRIVAL,
                Act.RECORD_DEPARTURE,
                Act.RECORD_CONTACT,
                Act.GIVE_FEEDBACK,
                Act.FLAG_FOOD_RISK,
                Act.FLAG_DANGER,
                Act.RECORD_OFFSHELF,
                Act.LIFT_OFFSHELF,
                // decided by the form, not by the stage: DocumentRulesTest
                Act.ISSUE_DOCUMENT);
        Set<Act> known = EnumSet.noneOf(Act.class);
        Procedures.catalogue().stream()
                .filter(rule -> rule.kinds().contains(Kind.COMPLAINT))
                .forEach(rule -> known.add(rule.act()));
        known.removeAll(elsewhere);
        List<String> lines = lines();
        assertThat(lines.subList(1, lines.size()).stream()
                        .map(line -> Act.byId(line.split(",")[0]).orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(lines.getFirst().split(","))
                .hasSize(Procedures.stagesOf(Kind.COMPLAINT).size() + 1);
    }

    private static void check(Act act, Stage stage, String expected) {
        Try attempt = TRIES.get(act);
        boolean joint = act == Act.ELECT_REPRESENTATIVES || act == Act.CONSENT_REPRESENTED;
        ComplaintMother complaint = in(stage, joint);
        assertThat(complaint.state.stage()).isEqualTo(stage);
        if (expected.equals("ok")) {
            attempt.prepared().apply(complaint).does(act, attempt.actor(), attempt.fields());
        } else {
            Decision.Refused refused = complaint.refuses(act, attempt.actor(), attempt.fields());
            assertThat(refused.articles()).containsExactlyElementsOf(Cite.all(expected));
            assertThat(refused.why()).endsWith("。");
        }
    }

    /** A complaint of two people that reached the stage by real acts. */
    private static ComplaintMother in(Stage stage, boolean joint) {
        boolean green = stage == Stage.GREEN_CHANNEL || stage == Stage.SETTLED_GREEN;
        ComplaintMother complaint =
                ComplaintMother.of("WEB", "2026-05-06T10:00", green, List.of("P1", "P2"), List.of());
        complaint.world.knowing(earlier());
        if (joint && stage != Stage.GREEN_CHANNEL && stage != Stage.SETTLED_GREEN) {
            complaint.does(Act.OPEN_JOINT, HANDLER, "agreed", List.of("P1", "P2"));
            complaint.does(Act.ELECT_REPRESENTATIVES, HANDLER, "representatives", List.of("P1", "P2"));
        }
        return switch (stage) {
            case GREEN_CHANNEL, RECEIVED -> complaint;
            case ACCEPTED -> complaint.does(Act.ACCEPT, HANDLER);
            case MEDIATING -> mediating(complaint);
            case AGREED ->
                mediating(complaint)
                        .does(Act.HOLD_MEDIATION, MEDIATOR, "mode", "ON_SITE")
                        .does(Act.SETTLE, HANDLER, "mode", "MEDIATED", "terms", "退款");
            case REFUSED -> refused(complaint);
            case TERMINATED -> mediating(complaint).does(Act.SETTLE, HANDLER, "mode", "SELF", "statement", "已和解");
            case WITHDRAWN -> complaint.does(Act.WITHDRAW, COMPLAINANT);
            case SETTLED_GREEN -> routed(complaint).does(Act.CONFIRM_GREEN_SETTLEMENT, COMPLAINANT);
            case MERGED -> complaint.does(Act.MERGE_DUPLICATE, HANDLER, "into", OTHER);
            case RECLASSIFIED -> complaint.does(Act.RECLASSIFY, HANDLER, "kind", "REPORT", "noDemand", true);
            case ARCHIVED -> refused(complaint).does(Act.ARCHIVE, HANDLER);
            default -> throw new IllegalArgumentException(stage.name());
        };
    }

    private static ComplaintMother mediating(ComplaintMother complaint) {
        return complaint
                .does(Act.ACCEPT, HANDLER)
                .does(Act.RECORD_CONSENT, HANDLER, "party", "RESPONDENT", "consent", "YES");
    }

    private static ComplaintMother refused(ComplaintMother complaint) {
        return complaint.does(Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "COURT", "facts", "法院已受理");
    }

    private static ComplaintMother routed(ComplaintMother complaint) {
        return complaint.does(Act.ROUTE_TO_MERCHANT, REGISTRAR, "member", "M-1", "consent", true);
    }

    private static CaseState earlier() {
        return ComplaintMother.received("WEB", "2026-05-05T10:00").named(OTHER);
    }

    private static ComplaintMother proposed(ComplaintMother complaint) {
        return complaint.does(Act.PROPOSE_APPRAISAL, HANDLER, "party", "COMPLAINANT");
    }

    private static ComplaintMother settledAppraisal(ComplaintMother complaint) {
        return proposed(complaint)
                .does(Act.AGREE_APPRAISAL_BODY, HANDLER, "body", "市质检所")
                .does(Act.AGREE_APPRAISAL_COST, HANDLER);
    }

    private static ComplaintMother archivable(ComplaintMother complaint) {
        return switch (complaint.state.stage()) {
            case AGREED -> complaint.does(Act.SIGN_LETTER, MEDIATOR, "sealNo", "1");
            case TERMINATED ->
                complaint.does(Act.RECORD_NOTICE, HANDLER, "form", "F8", "to", "RESPONDENT", "channel", "SMS");
            default -> complaint;
        };
    }

    private static ComplaintMother planned(ComplaintMother complaint) {
        return switch (complaint.state.stage()) {
            case ACCEPTED, MEDIATING ->
                complaint.does(Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-20T09:00", "mode", "PHONE");
            default -> complaint;
        };
    }

    private static ComplaintMother joint(ComplaintMother complaint) {
        return complaint.state.is(Flag.JOINT) ? complaint : complaint.does(Act.OPEN_JOINT, HANDLER);
    }

    private static Map<Act, Try> tries() {
        Map<Act, Try> tries = new EnumMap<>(Act.class);
        material(tries);
        mediation(tries);
        file(tries);
        people(tries);
        appraisal(tries);
        return tries;
    }

    private static void add(Map<Act, Try> tries, Act act, Actor actor, Object... fields) {
        tries.put(act, new Try(actor, complaint -> complaint, fields));
    }

    private static void after(
            Map<Act, Try> tries, Act act, Actor actor, UnaryOperator<ComplaintMother> prepared, Object... fields) {
        tries.put(act, new Try(actor, prepared, fields));
    }

    private static void material(Map<Act, Try> tries) {
        add(tries, Act.CONFIRM_KINDS, HANDLER, "kinds", "COMPLAINT");
        add(tries, Act.SPLIT, HANDLER, "kind", "REPORT", "content", "另一部分");
        add(tries, Act.RECLASSIFY, HANDLER, "kind", "CONSULTATION", "noDemand", true);
        add(tries, Act.REDIRECT, HANDLER, "path", "RECONSIDERATION");
        add(tries, Act.REQUEST_MATERIAL, HANDLER, "items", List.of("IDENTITY"));
        add(tries, Act.SUPPLY_MATERIAL, COMPLAINANT);
        add(tries, Act.RECORD_IDENTITY_CHECK, HANDLER, "result", "MATCHED");
        add(tries, Act.ACCEPT, HANDLER);
        add(tries, Act.REFUSE, HANDLER, "ground", "OTHER_LAW", "citation", "某条例第三条", "facts", "事实");
        add(tries, Act.ROUTE_TO_MERCHANT, REGISTRAR, "member", "M-1", "consent", true);
        after(tries, Act.MERCHANT_RESPOND, HANDLER, ComplaintMatrixTest::routed);
        after(tries, Act.REPLY_TO_MERCHANT, COMPLAINANT, ComplaintMatrixTest::routed);
        after(tries, Act.CONFIRM_GREEN_SETTLEMENT, COMPLAINANT, ComplaintMatrixTest::routed);
        add(tries, Act.ESCALATE, COMPLAINANT);
    }

    private static void mediation(Map<Act, Try> tries) {
        add(tries, Act.RECORD_CONSENT, HANDLER, "party", "RESPONDENT", "consent", "YES");
        add(tries, Act.CLEAR_FOR_RESPONDENT, HANDLER, "dispute", "冰箱不制冷，店里不退。", "contact", "AGENCY");
        add(tries, Act.SCHEDULE_MEDIATION, HANDLER, "at", "2026-05-20T09:00", "mode", "PHONE");
        after(tries, Act.RESCHEDULE_MEDIATION, HANDLER, ComplaintMatrixTest::planned, "at", "2026-05-25T09:00");
        after(tries, Act.ASK_RESCHEDULE, COMPLAINANT, ComplaintMatrixTest::planned, "wish", "下周");
        add(tries, Act.HOLD_MEDIATION, MEDIATOR, "mode", "PHONE");
        add(tries, Act.RECEIVE_IN_MEDIATION, Actor.SYSTEM, "attachments", "a-1");
        add(
                tries,
                Act.RECORD_TRANSCRIPT,
                Actor.SYSTEM,
                "transcript",
                "t-1",
                "sm3",
                "00",
                "lines",
                3,
                "by",
                MEDIATOR.id());
        add(tries, Act.SETTLE, COMPLAINANT, "statement", "已和解");
        add(tries, Act.SIGN_LETTER, MEDIATOR, "sealNo", "1");
        add(tries, Act.RECORD_PERFORMANCE, HANDLER, "result", "PERFORMED");
        add(tries, Act.REMIND_PERFORMANCE, Actor.SYSTEM, "item", 1);
        add(
                tries,
                Act.TERMINATE_MEDIATION,
                HANDLER,
                "ground",
                "PARTY_DIED_OR_CEASED",
                "sub",
                "RESPONDENT",
                "facts",
                "已注销");
        add(tries, Act.WITHDRAW, COMPLAINANT);
        add(tries, Act.CHANGE_DEMANDS, COMPLAINANT, "demands", List.of("REFUND"));
    }

    private static void file(Map<Act, Try> tries) {
        add(tries, Act.RECORD_NOTICE, HANDLER, "form", "MESSAGE", "to", "COMPLAINANT", "channel", "PHONE");
        add(tries, Act.REVOKE_DECISION, LEADER, "basis", "COURT", "paperNo", "（2026）甘行终1号");
        add(tries, Act.FOLLOW_UP, HANDLER, "rating", 5);
        add(tries, Act.CORRECT, HANDLER, "field", "SUMMARY", "reason", "错字");
        add(tries, Act.ADD_NOTE, HANDLER, "remark", "已约好下周再联系");
        add(tries, Act.EXTEND, HANDLER);
        after(tries, Act.ARCHIVE, HANDLER, ComplaintMatrixTest::archivable);
        add(tries, Act.LINK_DUPLICATE, HANDLER, "otherCaseNo", OTHER);
        add(tries, Act.MERGE_DUPLICATE, HANDLER, "into", OTHER);
        add(tries, Act.UNMERGE_DUPLICATE, HANDLER, "reason", "两台冰箱，两次购买");
        add(tries, Act.FIND_CLUE, MEDIATOR, "content", "线索");
        add(tries, Act.FLAG_ABUSE, HANDLER, "factors", List.of("SHARED_CONTACT"));
        after(tries, Act.CLEAR_ABUSE, HANDLER, c -> c.does(Act.FLAG_ABUSE, HANDLER, "factors", "FORGED"));
    }

    private static void people(Map<Act, Try> tries) {
        add(tries, Act.OPEN_JOINT, HANDLER);
        after(tries, Act.JOIN_JOINT, COMPLAINANT, ComplaintMatrixTest::joint);
        after(tries, Act.LEAVE_JOINT, COMPLAINANT, ComplaintMatrixTest::joint);
        after(
                tries,
                Act.ELECT_REPRESENTATIVES,
                HANDLER,
                ComplaintMatrixTest::joint,
                "representatives",
                List.of("P1", "P2"));
        after(tries, Act.CONSENT_REPRESENTED, COMPLAINANT, ComplaintMatrixTest::joint, "matter", "AGREEMENT");
        add(tries, Act.REGISTER_AGENT, HANDLER, "powers", "GENERAL", "validTo", "2026-12-31", "person", NEWCOMER);
        after(
                tries,
                Act.END_AGENCY,
                HANDLER,
                c -> c.does(
                        Act.REGISTER_AGENT, HANDLER, "powers", "SETTLE", "validTo", "2026-12-31", "person", NEWCOMER));
        add(tries, Act.REQUEST_RECUSAL, HANDLER, "mediator", "u-x", "party", "RESPONDENT", "reason", "近亲属");
        add(tries, Act.RECUSE_SELF, MEDIATOR);
        after(
                tries,
                Act.DECIDE_RECUSAL,
                LEADER,
                c -> c.does(Act.REQUEST_RECUSAL, HANDLER, "mediator", "u-x", "party", "RESPONDENT", "reason", "近亲属"),
                "result",
                "GRANTED");
        List<String> both = List.of("COMPLAINANT", "RESPONDENT");
        add(tries, Act.ENTRUST, HANDLER, "body", "县消费者协会", "consents", both);
        after(
                tries,
                Act.RETURN_ENTRUSTMENT,
                HANDLER,
                c -> c.does(Act.ENTRUST, HANDLER, "body", "县消费者协会", "consents", both));
    }

    private static void appraisal(Map<Act, Try> tries) {
        add(tries, Act.PROPOSE_APPRAISAL, HANDLER, "party", "COMPLAINANT");
        after(tries, Act.AGREE_APPRAISAL_BODY, HANDLER, ComplaintMatrixTest::proposed, "body", "市质检所");
        after(
                tries,
                Act.DESIGNATE_APPRAISAL_BODY,
                HANDLER,
                ComplaintMatrixTest::proposed,
                "body",
                "市质检所",
                "facts",
                "没有商定");
        after(tries, Act.AGREE_APPRAISAL_COST, HANDLER, ComplaintMatrixTest::proposed);
        after(
                tries,
                Act.COMMISSION_APPRAISAL,
                HANDLER,
                ComplaintMatrixTest::settledAppraisal,
                "paperNo",
                "委1号",
                "attachments",
                "a-1");
        after(
                tries,
                Act.RECEIVE_APPRAISAL_RESULT,
                HANDLER,
                c -> settledAppraisal(c)
                        .does(Act.COMMISSION_APPRAISAL, HANDLER, "paperNo", "委1号", "attachments", "a-1"),
                "paperNo",
                "报1号",
                "attachments",
                "a-2");
        after(tries, Act.ABANDON_APPRAISAL, HANDLER, ComplaintMatrixTest::proposed);
    }

    private static List<String> lines() {
        try (var in = ComplaintMatrixTest.class.getResourceAsStream("/casefile/complaint-matrix.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
