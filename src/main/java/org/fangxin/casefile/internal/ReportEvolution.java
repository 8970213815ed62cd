package org.fangxin.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.ReportFacts;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Pause;

/** What the entries of a report change (Art. 35; PP 18–20, 27 for clues); the filed case is {@link FiledCaseEvolution}'s. */
final class ReportEvolution {
    /** PP 18: verification of reports and of clues found outside mediation. */
    static final String VERIFY = "penalty.report.verify";

    /** Title of the message that a decided reward owes. */
    static final String REWARD = "告知奖励决定";

    private ReportEvolution() {}

    static void take(CaseDraft next, Recorded recorded, Entry.OfReport entry) {
        Instant at = recorded.occurredAt();
        switch (entry) {
            case Entry.VerificationStarted ignored -> next.stage = Stage.VERIFYING;
            case Entry.FindingRecorded found ->
                next.report = next.report.with(next.report.verification().found(found.finding()));
            case Entry.SiteInspected ignored -> {}
            case Entry.Questioned ignored -> {}
            case Entry.EvidenceListed ignored -> {}
            case Entry.ClockPaused paused -> Pausing.pause(next, paused.reason(), paused.after(), paused.paperNo());
            case Entry.ClockResumed resumed -> Pausing.resume(next, resumed.reason(), resumed.through());
            case Entry.VerificationExtended ignored -> {
                next.clocks(clocks -> clocks.extend(rule(next), rule(next) + ".extended"));
                next.report = next.report.with(next.report.verification().prolonged());
            }
            case Entry.Filed filed -> filed(next, filed, at);
            case Entry.VerificationRestarted restarted -> restart(next, restarted, at);
            case Entry.ReporterTold told -> next.report = next.report.toldOn(told.basis());
            case Entry.RewardDecided ignored -> message(next, REWARD, "第三十六条", at);
            case Entry.ReportWithdrawn ignored -> next.report = next.report.declaredWithdrawn();
            default -> ended(next, at, entry);
        }
    }

    /** Reports that become no case; all else is the filed case's. */
    private static void ended(CaseDraft next, Instant at, Entry.OfReport entry) {
        switch (entry) {
            case Entry.FilingDeclined declined -> {
                next.clocks(clocks -> clocks.meet(rule(next), at));
                next.report = next.report.with(next.report.prosecution().declined(declined.ground()));
                end(next, Stage.NOT_FILED, at);
            }
            case Entry.NoAuthorityTold told -> {
                next.report = next.report.sentTo(told.agency());
                message(next, "告知无处理权限", Law.of(next.law, "第三十四条", "第二十九条"), at);
                end(next, Stage.NOT_COMPETENT, at);
            }
            case Entry.NotRehandled repeat -> {
                next.related.put(repeat.earlierCaseNo(), "REPEATS");
                message(next, "告知重复举报不另行处理", "第三十五条", at);
                end(next, Stage.NOT_REHANDLED, at);
            }
            case Entry.ReportMerged merged -> {
                next.related.put(merged.intoCaseNo(), "MERGED_INTO");
                message(next, "告知合并处理", "第三十五条", at);
                end(next, Stage.MERGED, at);
            }
            case Entry.HandedToSpecialRules ignored -> end(next, Stage.SPECIAL_RULES, at);
            default -> PenaltyEvolution.take(next, at, entry);
        }
    }

    /** A report came in, for the first time or at another agency; the head has been taken. */
    static void received(CaseDraft next, Recorded recorded, Entry.Received received) {
        if (recorded.seq() == 1) {
            next.report = begun(next.law, received);
        } else {
            next.clocks(clocks -> clocks.lift(rule(next), recorded.occurredAt())
                    .lift(FiledCaseEvolution.DECIDE, recorded.occurredAt()));
            next.report = next.report.with(next.report.verification().anew());
            next.stage = Stage.RECEIVED;
        }
        next.clocks(clocks -> clocks.start(rule(next), received.receivedAt()));
    }

    /** A report left the market regulators' line, or facts of Art. 42 went to the police and nothing else changes. */
    static void transferred(CaseDraft next, Recorded recorded, Entry.Transferred transferred) {
        if (transferred.target().equals("POLICE_ABUSE")) {
            return;
        }
        Instant at = recorded.occurredAt();
        next.clocks(clocks -> clocks.meet(rule(next), at).meet(FiledCaseEvolution.DECIDE, at));
        if (transferred.newCaseNo() != null) {
            next.related.put(transferred.newCaseNo(), "TRANSFERRED_TO");
        }
        next.flags.remove(Flag.SUSPENDED);
        end(next, Stage.TRANSFERRED, at);
    }

    /** The rule that counts this verification. */
    static String rule(CaseDraft next) {
        return next.report.verification().rule();
    }

    /** Something owed to the reporter, if there is one. */
    static void message(CaseDraft next, String title, String article, Instant at) {
        if (!next.report.clue()) {
            next.owe("MESSAGE", title, PartyRole.REPORTER, article, "NoticeRecorded", at);
        }
    }

    /** 办结 of a report: no clock of handling runs any more; clocks of telling do. */
    static void end(CaseDraft next, Stage stage, Instant at) {
        next.stage = stage;
        next.closedAt = at;
        next.clocks(clocks -> clocks.lift(rule(next), at)
                .lift(FiledCaseEvolution.DECIDE, at)
                .lift(PenaltyEvolution.SERVE, at)
                .lift(FiledCaseEvolution.CLOSE, at));
        RoutingEvolution.questionMoot(next, at);
    }

    private static ReportFacts begun(String law, Entry.Received received) {
        boolean inMediation = received.source().equals("CLUE_IN_MEDIATION");
        String rule = inMediation ? law + ".clue.verify" : VERIFY;
        return new ReportFacts(
                received.source(),
                Set.copyOf(received.topics()),
                new ReportFacts.Verification(rule, null, false, Set.of()),
                ReportFacts.NONE.prosecution(),
                false,
                Set.of(),
                null);
    }

    private static void filed(CaseDraft next, Entry.Filed filed, Instant at) {
        next.stage = Stage.FILED;
        next.handlers = new LinkedHashSet<>(filed.officers());
        RoutingEvolution.questionMoot(next, at);
        next.report = next.report
                .with(next.report.verification().anew())
                .with(next.report.prosecution().filed(at.atZone(Fields.ZONE).toLocalDate()));
        next.clocks(clocks -> clocks.meet(rule(next), at).start(FiledCaseEvolution.DECIDE, at));
    }

    /** Art. 35: the whole period again from the last receipt; a test that still runs stays out of it (PP 18). */
    private static void restart(CaseDraft next, Entry.VerificationRestarted restarted, Instant at) {
        next.related.put(restarted.becauseOf(), "MERGED_FROM");
        String rule = rule(next);
        List<Pause> running = next.clocks.open(rule).map(Clock::pauses).orElse(List.of()).stream()
                .filter(pause -> pause.through() == null)
                .toList();
        next.report = next.report.with(next.report.verification().again());
        next.clocks(clocks -> clocks.lift(rule, at).start(rule(next), restarted.lastReceivedAt()));
        LocalDate start = restarted.lastReceivedAt().atZone(Fields.ZONE).toLocalDate();
        for (Pause pause : running) {
            LocalDate after = pause.after().isBefore(start) ? start : pause.after();
            next.clocks(clocks -> clocks.pause(rule(next), after, pause.why()));
        }
    }
}
