package org.fangxin.casefile;

import static org.fangxin.casefile.CaseWalk.ARCHIVIST;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;

import java.util.List;

/** How a case that was just received reaches each stage, by real acts. */
final class StageWalks {
    private StageWalks() {}

    static CaseWalk to(Stage stage, CaseWalk walk) {
        return switch (walk.state.kind()) {
            case REPORT -> report(stage, walk);
            case COMPLAINT -> complaint(stage, walk);
            case CONSULTATION, SUGGESTION -> inquiry(stage, walk);
        };
    }

    private static CaseWalk report(Stage stage, CaseWalk walk) {
        return switch (stage) {
            case RECEIVED -> walk;
            case VERIFYING -> walk.does(Act.VERIFY, INVESTIGATOR);
            case FILED -> filed(walk);
            case NOT_FILED -> walk.does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
            case DECIDED -> decided(walk);
            case CLOSED ->
                decided(walk)
                        .does(Act.RECORD_PENALTY_PERFORMANCE, INVESTIGATOR, "proofNo", "SK-1")
                        .does(Act.CLOSE_CASE, LEADER);
            case NOT_COMPETENT -> {
                walk.world.competent("330106");
                yield walk.does(Act.TELL_NO_AUTHORITY, HANDLER, "withinMarketRegulation", "true", "agency", "330106");
            }
            case NOT_REHANDLED -> {
                walk.world.knowing(earlier());
                yield walk.does(
                        Act.CLOSE_AS_REPEAT,
                        HANDLER,
                        "earlierCaseNo",
                        "FX-0",
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED", "SAME_FACT"));
            }
            case MERGED -> {
                walk.world.knowing(earlier());
                yield walk.does(
                        Act.MERGE_REPORT,
                        HANDLER,
                        "intoCaseNo",
                        "FX-0",
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED"),
                        "newFacts",
                        "新的批次");
            }
            case SPECIAL_RULES -> walk.does(Act.SPECIAL_RULES, INTAKE, "matter", "FAIR_COMPETITION");
            case TRANSFERRED ->
                filed(walk).does(Act.TRANSFER, LEADER, "target", "OTHER_DEPARTMENT", "dossierNo", "AJ-1");
            case RECLASSIFIED -> walk.does(Act.RECLASSIFY, HANDLER, "kind", "COMPLAINT", "agreed", true);
            case ARCHIVED ->
                walk.does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT")
                        .does(Act.ARCHIVE, ARCHIVIST);
            default -> throw new IllegalArgumentException("A report is never " + stage);
        };
    }

    private static CaseWalk filed(CaseWalk walk) {
        walk.world.competent();
        return walk.files();
    }

    private static CaseWalk decided(CaseWalk walk) {
        return filed(walk)
                .does(
                        Act.DECIDE_CASE,
                        LEADER,
                        "outcome",
                        "PENALTY",
                        "reviewed",
                        true,
                        "heard",
                        true,
                        "decisionNo",
                        "崇市监处罚〔2026〕1号");
    }

    private static CaseState earlier() {
        return CaseWalk.of("FX-0", Kind.REPORT, CaseWalk.CHONGXIN, "2026-04-20T10:00", "SUBMISSION").state;
    }

    private static CaseWalk complaint(Stage stage, CaseWalk walk) {
        Actor complainant = Actor.party("P1", org.fangxin.identity.Role.COMPLAINANT);
        return switch (stage) {
            case RECEIVED -> walk;
            case ACCEPTED -> walk.does(Act.ACCEPT, HANDLER);
            case MEDIATING -> mediating(walk);
            case AGREED ->
                mediating(walk)
                        .does(Act.HOLD_MEDIATION, HANDLER_AND_MEDIATOR, "mode", "PHONE")
                        .does(Act.SETTLE, HANDLER, "mode", "MEDIATED", "terms", "退款");
            case REFUSED -> walk.does(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS", "facts", "四年前购买");
            case TERMINATED ->
                mediating(walk)
                        .does(
                                Act.TERMINATE_MEDIATION,
                                HANDLER,
                                "ground",
                                "ABSENT_OR_REFUSED",
                                "sub",
                                "REFUSED_RESPONDENT",
                                "facts",
                                "明确拒绝");
            case WITHDRAWN -> walk.does(Act.WITHDRAW, complainant);
            case ARCHIVED -> walk.does(Act.WITHDRAW, complainant).does(Act.ARCHIVE, ARCHIVIST);
            default -> throw new IllegalArgumentException("Not walked to: " + stage);
        };
    }

    private static final Actor HANDLER_AND_MEDIATOR =
            TestWorld.officer("u-mediator", org.fangxin.identity.Role.MEDIATOR);

    private static CaseWalk mediating(CaseWalk walk) {
        return walk.does(Act.ACCEPT, HANDLER)
                .does(Act.RECORD_CONSENT, HANDLER, "party", "RESPONDENT", "consent", "YES", "means", "PHONE");
    }

    private static CaseWalk inquiry(Stage stage, CaseWalk walk) {
        return switch (stage) {
            case RECEIVED -> walk;
            case REFERRED -> walk.does(Act.REFER, HANDLER, "text", "计量所", "considering", "false");
            case CONSIDERING -> walk.does(Act.REFER, HANDLER, "text", "计量所");
            case ANSWERED -> walk.does(Act.ANSWER, HANDLER, "text", "可以退。", "result", "ADOPTED");
            case REDIRECTED -> walk.does(Act.REDIRECT, HANDLER, "path", "DISCIPLINE");
            case CONVERTED -> walk.does(Act.CONVERT, HANDLER, "kind", "REPORT", "agreed", "true");
            case RECLASSIFIED -> walk.does(Act.RECLASSIFY, HANDLER, "kind", "COMPLAINT", "agreed", true);
            case ARCHIVED ->
                walk.does(Act.REDIRECT, HANDLER, "path", "DISCIPLINE").does(Act.ARCHIVE, ARCHIVIST);
            default -> throw new IllegalArgumentException("Never " + stage);
        };
    }
}
