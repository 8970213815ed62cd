package org.fangxin.casefile;

import static org.fangxin.casefile.CaseWalk.ALL_FOUR;
import static org.fangxin.casefile.CaseWalk.ARCHIVIST;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.CITY_INTAKE;
import static org.fangxin.casefile.CaseWalk.CITY_SUPERIOR;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR;
import static org.fangxin.casefile.CaseWalk.PINGLIANG;
import static org.fangxin.casefile.CaseWalk.REPORTER;
import static org.fangxin.casefile.CaseWalk.STATION;
import static org.fangxin.casefile.CaseWalk.TWO;
import static org.fangxin.casefile.CaseWalk.UNIT_HEAD;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** For each act of a table: who does it, with which fields, and what must have gone before, so that only the stage decides. */
final class ActSamples {
    private static final String FAR_AWAY = "330106";

    /** The day on which {@link #start} leaves the walk. */
    private static final String TODAY = "2026-05-07";

    private static final Set<Act> ON_DISPUTE = Set.of(Act.AGREE_DISPUTE, Act.ASK_DESIGNATION, Act.DESIGNATE);

    private ActSamples() {}

    /** A case in its first stage that the act could be done on. */
    static CaseWalk start(Kind kind, Act act) {
        CaseWalk walk = act == Act.CONFIRM_RECEIPT || act == Act.RETURN
                ? distributed(kind)
                : CaseWalk.of(kind, CHONGXIN, "2026-05-06T10:00", "SUBMISSION", "REAL_NAME");
        if (act == Act.TELL_NO_AUTHORITY) {
            walk.world.competent(FAR_AWAY);
        }
        if (act == Act.RECORD_OFFSHELF || act == Act.LIFT_OFFSHELF) {
            walk.does(Act.FLAG_FOOD_RISK, HANDLER);
        }
        return walk.at("2026-05-07T09:00");
    }

    private static CaseWalk distributed(Kind kind) {
        return CaseWalk.of(kind, PINGLIANG, "2026-05-06T09:00", "SUBMISSION", "REAL_NAME")
                .at("2026-05-06T10:00")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
    }

    /** What goes before the act in the same stage, when that stage allows it. */
    static void prepare(CaseWalk walk, Act act) {
        switch (act) {
            case RESUME -> before(walk, Act.PAUSE);
            case RESUME_CASE -> before(walk, Act.SUSPEND_CASE);
            case CLEAR_ABUSE -> before(walk, Act.FLAG_ABUSE);
            case DECIDE_ASK -> before(walk, Act.ASK_SUPERIOR);
            case SERVE_PAPER -> before(walk, Act.NOTIFY_PENALTY);
            case RECORD_DEFENCE -> noticed(walk);
            case RECORD_HEARING -> {
                noticed(walk);
                hearingAsked(walk);
            }
            case CLOSE_AS_REPEAT, MERGE_REPORT ->
                walk.world.knowing(CaseWalk.of("FX-0", Kind.REPORT, CHONGXIN, "2026-04-20T10:00", "SUBMISSION").state);
            default -> {
                if (ON_DISPUTE.contains(act)) {
                    before(walk, Act.RAISE_DISPUTE);
                }
            }
        }
    }

    private static void noticed(CaseWalk walk) {
        before(walk, Act.NOTIFY_PENALTY);
        if (walk.state.stage() == Stage.FILED) {
            walk.does(Act.SERVE_PAPER, INVESTIGATOR, fields(Act.SERVE_PAPER, "NOTICE"));
        }
    }

    private static void hearingAsked(CaseWalk walk) {
        if (walk.state.stage() == Stage.FILED) {
            walk.does(Act.RECORD_DEFENCE, INVESTIGATOR, "answer", "HEARING", "on", TODAY, "text", "要求听证");
        }
    }

    private static void before(CaseWalk walk, Act act) {
        if (Procedures.rule(act, walk.state.kind()).orElseThrow().stages().contains(walk.state.stage())) {
            walk.does(act, actor(act), fields(act, ""));
        }
    }

    static Actor actor(Act act) {
        return switch (act) {
            case ASSIGN -> UNIT_HEAD;
            case DISTRIBUTE -> INTAKE;
            case WITHDRAW, SUPPLY_MATERIAL -> REPORTER;
            case EXTEND,
                    FILE,
                    DECLINE_FILING,
                    EXTEND_DECISION,
                    SUSPEND_CASE,
                    RESUME_CASE,
                    TERMINATE_INVESTIGATION,
                    DECIDE_CASE,
                    CLOSE_CASE,
                    TRANSFER,
                    NOTIFY_PENALTY,
                    ASK_SUPERIOR -> LEADER;
            case VERIFY,
                    RECORD_FINDING,
                    RECORD_SITE,
                    RECORD_QUESTIONING,
                    LIST_EVIDENCE,
                    PAUSE,
                    RESUME,
                    RECORD_PENALTY_PERFORMANCE,
                    REVIEW_CASE,
                    SERVE_PAPER,
                    RECORD_DEFENCE,
                    RECORD_HEARING,
                    DISCUSS_CASE,
                    CHANGE_DECISION,
                    REQUEST_MATERIAL -> INVESTIGATOR;
            case TAKE_UP, DECIDE_ASK, DESIGNATE -> CITY_SUPERIOR;
            case ARCHIVE -> ARCHIVIST;
            case REWARD -> LEADER.byProgram();
            case LIFT_OFFSHELF -> Actor.SYSTEM;
            default -> HANDLER;
        };
    }

    static Object[] fields(Act act, String variant) {
        return flat(
                switch (act) {
                    case ASSIGN -> Map.of("persons", List.of(HANDLER.id()));
                    case RECORD_FINDING -> Map.of("finding", "CONFIRMED");
                    case RECORD_SITE -> SiteTest.SITE;
                    case RECORD_QUESTIONING -> QuestioningTest.RECORD;
                    case LIST_EVIDENCE -> SiteTest.EVIDENCE;
                    case LIFT_OFFSHELF -> Map.of("paperNo", "解除下架〔2026〕第1号");
                    case REVIEW_CASE ->
                        Map.of("kind", "LEGAL", "reviewer", UNIT_HEAD.id(), "opinion", "AGREE", "text", "同意");
                    case NOTIFY_PENALTY ->
                        Map.of("party", "样例便利店", "facts", "出售过期食品", "reason", "样例条款", "proposed", "罚款", "fine", "5000");
                    case SERVE_PAPER -> Map.of("what", variant, "way", "DIRECT", "on", TODAY, "recipient", "店长签收");
                    case RECORD_DEFENCE -> Map.of("answer", "STATED", "on", TODAY, "text", "请求从轻");
                    case RECORD_HEARING ->
                        Map.of("outcome", "HELD", "on", TODAY, "host", UNIT_HEAD.id(), "text", "听证笔录");
                    case DISCUSS_CASE -> Map.of("on", TODAY, "people", "局长、副局长", "text", "同意", "agreed", true);
                    case CHANGE_DECISION ->
                        Map.of(
                                "what",
                                "REVOKED",
                                "by",
                                "RECONSIDERATION",
                                "on",
                                TODAY,
                                "changeNo",
                                "复议1号",
                                "text",
                                "事实不清");
                    case PAUSE -> Map.of("reason", "TESTING", "paperNo", "崇检委〔2026〕3号");
                    case EXTEND, EXTEND_DECISION, ASK_SUPERIOR, RETURN -> Map.of("reason", "案情复杂");
                    case FILE -> Map.of("conditions", ALL_FOUR, "officers", TWO);
                    case DECLINE_FILING -> Map.of("ground", "FIRST_MINOR_CORRECTED");
                    case TELL_NO_AUTHORITY -> Map.of("withinMarketRegulation", true, "agency", FAR_AWAY);
                    case CLOSE_AS_REPEAT ->
                        Map.of(
                                "earlierCaseNo",
                                "FX-0",
                                "confirmed",
                                List.of("SAME_REPORTER", "SAME_REPORTED", "SAME_FACT"));
                    case MERGE_REPORT ->
                        Map.of(
                                "intoCaseNo",
                                "FX-0",
                                "confirmed",
                                List.of("SAME_REPORTER", "SAME_REPORTED"),
                                "newFacts",
                                "新批次");
                    case SUSPEND_CASE -> Map.of("item", "FORCE_MAJEURE");
                    case TERMINATE_INVESTIGATION -> Map.of("item", "ENTITY_ENDED");
                    case DECIDE_CASE -> Map.of("outcome", "NOT_ESTABLISHED", "reviewed", true);
                    case RECORD_PENALTY_PERFORMANCE -> Map.of("proofNo", "SK-77");
                    case CLOSE_CASE -> Map.of("basis", "COURT_ENDED");
                    case TRANSFER -> Map.of("target", variant, "dossierNo", "AJ-5", "agency", NEIGHBOUR);
                    case SPECIAL_RULES -> Map.of("matter", "ANTI_MONOPOLY");
                    case TELL_REPORTER ->
                        Map.of("basis", "FOOD_LAW_115", "notice", Map.of("channel", "PLATFORM"), "text", "已经处理。");
                    case REWARD -> Map.of("basis", "《食品安全法》第一百一十五条", "contributionVerified", true);
                    case REDIRECT -> Map.of("path", "INFO_DISCLOSURE");
                    case DISTRIBUTE -> Map.of("to", STATION);
                    case SPLIT, RECLASSIFY -> Map.of("kind", "COMPLAINT", "content", "要求退款的部分", "agreed", true);
                    case RECORD_NOTICE -> Map.of("channel", "PHONE", "form", "MESSAGE");
                    case CORRECT -> Map.of("field", "SUMMARY", "reason", "错字");
                    case ADD_NOTE -> Map.of("remark", "已约好下周再联系");
                    case FLAG_ABUSE -> Map.of("factors", List.of("FORGED"));
                    case DECIDE_ASK -> Map.of("decision", "REMAINS");
                    case RAISE_DISPUTE -> Map.of("agencies", List.of(NEIGHBOUR));
                    case AGREE_DISPUTE, DESIGNATE -> Map.of("holder", NEIGHBOUR);
                    case REFER -> Map.of("unit", STATION);
                    case ANSWER -> Map.of("text", "可以。", "result", "NOTED");
                    case HAND_OVER -> Map.of("body", "AGRICULTURE", "paperNo", "崇市监函〔2026〕4号");
                    case CONVERT -> Map.of("kind", "COMPLAINT", "agreed", true);
                    default -> Map.of();
                });
    }

    private static Object[] flat(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                .toArray();
    }
}
