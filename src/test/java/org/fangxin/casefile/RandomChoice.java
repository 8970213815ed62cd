package org.fangxin.casefile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which act is tried next: mostly one that fits the stage, often one of the life's theme, now and then any. */
final class RandomChoice {
    private static final Map<Kind, List<ActRule>> RULES = new EnumMap<>(Kind.class);
    private static final Map<Kind, Map<Stage, List<ActRule>>> FITTING = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            List<ActRule> rules = Procedures.catalogue().stream()
                    .filter(rule -> rule.kinds().contains(kind))
                    .toList();
            RULES.put(kind, rules);
            Map<Stage, List<ActRule>> fitting = new EnumMap<>(Stage.class);
            for (Stage stage : Procedures.stagesOf(kind)) {
                fitting.put(
                        stage,
                        rules.stream()
                                .filter(rule -> rule.stages().contains(stage))
                                .toList());
            }
            FITTING.put(kind, fitting);
        }
    }

    private static final Set<Act> ROUTING = Set.of(
            Act.DISTRIBUTE,
            Act.CONFIRM_RECEIPT,
            Act.RETURN,
            Act.RAISE_DISPUTE,
            Act.AGREE_DISPUTE,
            Act.ASK_DESIGNATION,
            Act.DESIGNATE,
            Act.ASK_SUPERIOR,
            Act.DECIDE_ASK,
            Act.TAKE_UP);

    /** What a life turns around, beside whatever else happens: rare sequences come up this way. */
    private static final List<Set<Act>> THEMES = List.of(
            Set.of(),
            Set.of(Act.ACCEPT, Act.RECORD_CONSENT, Act.HOLD_MEDIATION, Act.SETTLE, Act.SIGN_LETTER, Act.ARCHIVE),
            Set.of(Act.ACCEPT, Act.HOLD_MEDIATION, Act.SETTLE, Act.REMIND_PERFORMANCE, Act.RECORD_PERFORMANCE),
            Set.of(
                    Act.ACCEPT,
                    Act.PROPOSE_APPRAISAL,
                    Act.AGREE_APPRAISAL_BODY,
                    Act.DESIGNATE_APPRAISAL_BODY,
                    Act.AGREE_APPRAISAL_COST,
                    Act.COMMISSION_APPRAISAL,
                    Act.RECEIVE_APPRAISAL_RESULT,
                    Act.TERMINATE_MEDIATION),
            Set.of(
                    Act.ACCEPT,
                    Act.PROPOSE_APPRAISAL,
                    Act.AGREE_APPRAISAL_BODY,
                    Act.AGREE_APPRAISAL_COST,
                    Act.COMMISSION_APPRAISAL,
                    Act.RECEIVE_APPRAISAL_RESULT),
            Set.of(Act.ACCEPT, Act.HOLD_MEDIATION, Act.REQUEST_RECUSAL, Act.RECUSE_SELF, Act.DECIDE_RECUSAL),
            Set.of(
                    Act.OPEN_JOINT,
                    Act.JOIN_JOINT,
                    Act.ELECT_REPRESENTATIVES,
                    Act.CONSENT_REPRESENTED,
                    Act.ACCEPT,
                    Act.WITHDRAW,
                    Act.CHANGE_DEMANDS),
            Set.of(
                    Act.ACCEPT,
                    Act.REFUSE,
                    Act.TERMINATE_MEDIATION,
                    Act.RECORD_NOTICE,
                    Act.REVOKE_DECISION,
                    Act.CORRECT,
                    Act.ADD_NOTE,
                    Act.ARCHIVE),
            Set.of(
                    Act.ROUTE_TO_MERCHANT,
                    Act.MERCHANT_RESPOND,
                    Act.REPLY_TO_MERCHANT,
                    Act.CONFIRM_GREEN_SETTLEMENT,
                    Act.ESCALATE,
                    Act.ACCEPT),
            ROUTING);

    private static final List<Set<Act>> REPORT_THEMES = List.of(
            Set.of(),
            ROUTING,
            Set.of(Act.VERIFY, Act.RECORD_SITE, Act.LIST_EVIDENCE, Act.RECORD_FINDING),
            Set.of(Act.VERIFY, Act.RECORD_QUESTIONING),
            Set.of(Act.VERIFY, Act.RAISE_DISPUTE, Act.AGREE_DISPUTE, Act.ASK_DESIGNATION, Act.DESIGNATE),
            Set.of(
                    Act.VERIFY,
                    Act.FILE,
                    Act.DECIDE_CASE,
                    Act.TERMINATE_INVESTIGATION,
                    Act.RECORD_PENALTY_PERFORMANCE,
                    Act.CLOSE_CASE,
                    Act.TELL_REPORTER,
                    Act.REWARD,
                    Act.ARCHIVE),
            Set.of(Act.VERIFY, Act.FILE, Act.DECIDE_CASE, Act.CHANGE_DECISION),
            Set.of(Act.VERIFY, Act.FILE, Act.NOTIFY_PENALTY, Act.SERVE_PAPER, Act.RECORD_DEFENCE, Act.RECORD_HEARING),
            Set.of(
                    Act.VERIFY,
                    Act.FILE,
                    Act.REVIEW_CASE,
                    Act.NOTIFY_PENALTY,
                    Act.SERVE_PAPER,
                    Act.RECORD_DEFENCE,
                    Act.RECORD_HEARING,
                    Act.DISCUSS_CASE,
                    Act.DECIDE_CASE,
                    Act.CHANGE_DECISION),
            Set.of(
                    Act.VERIFY,
                    Act.PAUSE,
                    Act.RESUME,
                    Act.EXTEND,
                    Act.FILE,
                    Act.EXTEND_DECISION,
                    Act.SUSPEND_CASE,
                    Act.RESUME_CASE,
                    Act.TRANSFER),
            Set.of(Act.VERIFY, Act.RECORD_FINDING, Act.DECLINE_FILING, Act.TELL_REPORTER, Act.ARCHIVE));

    private RandomChoice() {}

    static Set<Act> theme(Kind kind, Dice dice) {
        return dice.one(kind == Kind.REPORT ? REPORT_THEMES : THEMES);
    }

    static List<ActRule> among(CaseState state, Set<Act> theme, Dice dice) {
        if (dice.chance(10)) {
            return RULES.get(state.kind());
        }
        List<ActRule> fitting = FITTING.get(state.kind()).get(state.stage());
        if (theme.isEmpty() || dice.chance(state.kind() == Kind.REPORT ? 30 : 50)) {
            return fitting;
        }
        List<ActRule> themed =
                fitting.stream().filter(rule -> theme.contains(rule.act())).toList();
        return themed.isEmpty() ? fitting : themed;
    }
}
