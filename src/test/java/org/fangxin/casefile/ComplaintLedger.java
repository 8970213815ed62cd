package org.fangxin.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Pause;
import org.fangxin.law.Statutes;
import org.jspecify.annotations.Nullable;

/**
 * The three clocks of a complaint kept a second time, by hand from the journal alone: seven working days to decide
 * <em>and</em> tell, sixty days to mediate, seven working days to tell both sides.
 */
final class ComplaintLedger {
    private static final LocalDate REGULATION_FROM = LocalDate.of(2024, 7, 1);

    /** One line of the book. */
    private static final class Line {
        private final String rule;
        private Instant start;
        private final @Nullable LocalDate setDate;
        private String state = "RUNNING";
        private final List<Pause> pauses = new ArrayList<>();

        private Line(String rule, Instant start, @Nullable LocalDate setDate) {
            this.rule = rule;
            this.start = start;
            this.setDate = setDate;
        }

        private boolean open() {
            return state.equals("RUNNING") || state.equals("PAUSED");
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final Set<PartyRole> toldOfTermination = new HashSet<>();
    private List<Line> liftedByMerging = List.of();
    private String law = "";
    private Instant receivedAt = Instant.EPOCH;
    private boolean talks;
    private boolean accepted;
    private boolean refused;
    private boolean told;
    private String noticeOfDecision = ":none";
    private String noticeOfTermination = ":none";

    static ComplaintLedger of(List<Recorded> journal) {
        ComplaintLedger ledger = new ComplaintLedger();
        journal.forEach(ledger::read);
        return ledger;
    }

    private void read(Recorded recorded) {
        Instant at = recorded.occurredAt();
        switch (recorded.entry()) {
            case Entry.Received received -> received(received);
            case Entry.Accepted _ -> {
                accepted = true;
                told = false;
                noticeOfDecision = ":" + recorded.seq();
                startMediation(at, null);
            }
            case Entry.Refused _ -> {
                refused = true;
                told = false;
                noticeOfDecision = ":" + recorded.seq();
            }
            case Entry.AcceptanceNotified _ -> tell(accepted && !refused);
            case Entry.RefusalNotified _ -> tell(refused);
            case Entry.AgreementReached _ -> end(".complaint.mediate", "MET", at);
            case Entry.MediationTerminated _ -> {
                end(".complaint.mediate", "MET", at);
                toldOfTermination.clear();
                noticeOfTermination = ":" + recorded.seq();
                lines.add(new Line(law + ".complaint.notify-termination", at, null));
            }
            case Entry.TerminationNotified to -> terminationTold(to.to(), at);
            case Entry.NoticeFailed failed -> failed(failed.dutyId(), failed.to());
            case Entry.Withdrawn _ -> {
                if (!accepted) {
                    liftAll();
                }
            }
            case Entry.DecisionRevoked revoked -> revoked(revoked);
            case Entry.AppraisalCommissioned commissioned -> pause(commissioned.on());
            case Entry.AppraisalResultReceived result -> resume(result.on());
            case Entry.AppraisalAbandoned abandoned -> resume(abandoned.on());
            case Entry.DuplicateMerged _ -> {
                liftedByMerging = lines.stream().filter(Line::open).toList();
                liftAll();
            }
            case Entry.DuplicateUnmerged _ -> liftedByMerging.forEach(line -> line.state = "RUNNING");
            case Entry.JointMerged _ -> liftAll();
            case Entry.Reclassified _ -> liftAll();
            case Entry.Archived _ -> liftAll();
            case Entry.Corrected corrected -> corrected(corrected);
            default -> {}
        }
    }

    private void received(Entry.Received received) {
        if (received.greenChannel()) {
            talks = true;
            law = received.law();
            receivedAt = received.receivedAt();
            return;
        }
        law = talks || law.isEmpty() ? received.law() : law;
        talks = false;
        receivedAt = received.receivedAt();
        if (!accepted && !refused) {
            end(".complaint.accept", "LIFTED", receivedAt);
            lines.add(new Line(law + ".complaint.accept", receivedAt, null));
        }
    }

    private void tell(boolean decided) {
        if (decided && !told) {
            told = true;
            end(".complaint.accept", "MET", Instant.EPOCH);
        }
    }

    private void startMediation(Instant from, @Nullable LocalDate until) {
        lines.add(new Line(law + ".complaint.mediate", from, until));
        if (law.equals("order20") && !day(from).isBefore(REGULATION_FROM)) {
            lines.add(new Line("regulation2024.complaint.mediate", from, until));
        }
    }

    private void terminationTold(PartyRole side, Instant at) {
        toldOfTermination.add(side);
        if (toldOfTermination.containsAll(Set.of(PartyRole.COMPLAINANT, PartyRole.RESPONDENT))) {
            end(".complaint.notify-termination", "MET", at);
        }
    }

    /** Only the standing decision's notice matters; older ones are void with their decision. */
    private void failed(String duty, PartyRole to) {
        if (told && duty.endsWith(noticeOfDecision)) {
            told = false;
            reopen(".complaint.accept");
        }
        if (duty.endsWith(noticeOfTermination) && toldOfTermination.remove(to)) {
            reopen(".complaint.notify-termination");
        }
    }

    private void reopen(String suffix) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).rule.endsWith(suffix)) {
                if (lines.get(i).state.equals("MET")) {
                    lines.get(i).state = "RUNNING";
                }
                return;
            }
        }
    }

    private void revoked(Entry.DecisionRevoked revoked) {
        Instant from = revoked.paperOn().atStartOfDay(Fields.ZONE).toInstant();
        if (revoked.decision().equals("Refused")) {
            refused = false;
            told = false;
            end(".complaint.accept", "LIFTED", from);
            lines.add(new Line(law + ".complaint.accept", from, null));
        } else {
            toldOfTermination.clear();
            noticeOfTermination = ":none";
            end(".complaint.notify-termination", "LIFTED", from);
            startMediation(from, revoked.until());
        }
    }

    private void pause(LocalDate after) {
        lines.stream()
                .filter(line -> line.open() && line.rule.endsWith(".complaint.mediate"))
                .forEach(line -> {
                    line.state = "PAUSED";
                    line.pauses.add(new Pause(after, null, ""));
                });
    }

    private void resume(LocalDate through) {
        lines.stream().filter(line -> line.state.equals("PAUSED")).forEach(line -> {
            line.state = "RUNNING";
            close(line, through);
        });
    }

    private static void close(Line line, LocalDate through) {
        Pause last = line.pauses.removeLast();
        LocalDate end = through.isBefore(last.after()) ? last.after() : through;
        line.pauses.add(new Pause(last.after(), end, ""));
    }

    private void end(String suffix, String how, Instant at) {
        lines.stream().filter(line -> line.open() && line.rule.endsWith(suffix)).forEach(line -> {
            if (line.state.equals("PAUSED")) {
                close(line, day(at));
            }
            line.state = how;
        });
    }

    private void liftAll() {
        lines.stream().filter(Line::open).forEach(line -> line.state = "LIFTED");
    }

    private void corrected(Entry.Corrected corrected) {
        if (corrected.field().equals("RECEIVED_ON") && corrected.value() != null) {
            Instant start =
                    LocalDate.parse(corrected.value()).atStartOfDay(Fields.ZONE).toInstant();
            lines.stream()
                    .filter(line -> line.rule.endsWith(".complaint.accept") && line.start.equals(receivedAt))
                    .forEach(line -> line.start = start);
            receivedAt = start;
        }
    }

    /** What the case says otherwise than this book, in words. */
    List<String> differences(CaseState state, Statutes statutes) {
        List<Clock> clocks = state.clocks().all().stream()
                .filter(clock -> clock.rule().contains(".complaint."))
                .toList();
        if (clocks.size() != lines.size()) {
            return List.of("clocks " + clocks + " but the book has " + lines.size());
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Clock clock = clocks.get(i);
            boolean same = clock.rule().equals(line.rule)
                    && clock.startedAt().equals(line.start)
                    && clock.state().name().equals(line.state)
                    && Objects.equals(clock.setDate(), line.setDate)
                    && clock.pauses().size() == line.pauses.size()
                    && Objects.equals(
                            due(statutes, clock.rule(), clock.startedAt(), clock.pauses()), due(line, statutes));
            if (!same) {
                differences.add(clock + " but the book says " + line.rule + " " + line.start + " " + line.state + " "
                        + line.pauses);
            }
        }
        return differences;
    }

    private static @Nullable LocalDate due(Line line, Statutes statutes) {
        return due(statutes, line.rule, line.start, line.pauses);
    }

    private static @Nullable LocalDate due(Statutes statutes, String rule, Instant start, List<Pause> pauses) {
        boolean pausable = rule.endsWith(".complaint.mediate");
        return statutes.due(rule, start, pausable ? pauses : List.of()).dueOn();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }
}
