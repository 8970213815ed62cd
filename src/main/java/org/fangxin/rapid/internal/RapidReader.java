package org.fangxin.rapid.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseFiles.Dated;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.rapid.store.HintStore;
import org.fangxin.rapid.store.PromiseStore;
import org.springframework.stereotype.Component;

/** Keeps the promises of every case as they run and end, who was sent out, and which new cases look dangerous. */
@Component
public class RapidReader implements JournalReader {
    private static final String PROMISES = "promise.";

    private final CaseFiles cases;
    private final CasePapers papers;
    private final PromiseStore store;
    private final HintStore hints;

    RapidReader(CaseFiles cases, CasePapers papers, PromiseStore store, HintStore hints) {
        this.cases = cases;
        this.papers = papers;
        this.store = store;
        this.hints = hints;
    }

    @Override
    public String name() {
        return "rapid";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        batch.forEach(heard -> touched.add(heard.caseNo()));
        touched.forEach(caseNo -> cases.find(caseNo).ifPresent(this::keep));
        batch.forEach(this::hear);
    }

    @Override
    public void forget() {
        store.forget();
    }

    private void hear(Heard heard) {
        switch (heard.entry()) {
            case Entry.TeamDispatched team -> store.sent(heard.caseNo(), team.persons(), heard.recordedAt());
            case Entry.FoodRiskFlagged ignored -> flagged(heard, "FOOD");
            case Entry.DangerFlagged ignored -> flagged(heard, "DANGER");
            case Entry.Received received when received.source().equals("SUBMISSION") -> look(heard, received);
            default -> {
                // no matter of this room but for its promises
            }
        }
    }

    /** Flagged on the case page: nobody need be asked any more. */
    private void flagged(Heard heard, String kind) {
        hints.answer(heard.caseNo(), kind, true, "", heard.actorId(), heard.recordedAt());
    }

    /** Only the words of the list are kept, nothing of the text. */
    private void look(Heard heard, Entry.Received received) {
        if (received.kind() != Kind.COMPLAINT && received.kind() != Kind.REPORT) {
            return;
        }
        String text = papers.origin(heard.caseNo()).map(RapidReader::text).orElse("");
        DangerWords.in(text)
                .forEach(hint ->
                        hints.add(new HintStore.Hint(heard.caseNo(), hint.kind(), hint.reason(), heard.recordedAt())));
    }

    private static String text(NewCase origin) {
        return origin.narrative().content() + " "
                + Objects.requireNonNullElse(origin.narrative().goodsDetail(), "");
    }

    private void keep(CaseState state) {
        store.replace(
                state.caseNo(),
                cases.dates(state).stream()
                        .filter(dated -> dated.clock().rule().startsWith(PROMISES))
                        .flatMap(dated -> row(state, dated).stream())
                        .toList());
    }

    private static Optional<PromiseStore.Row> row(CaseState state, Dated dated) {
        return end(dated)
                .map(due -> new PromiseStore.Row(
                        state.caseNo(),
                        dated.clock().rule(),
                        state.agency(),
                        dated.clock().startedAt(),
                        due,
                        dated.clock().state().name(),
                        dated.clock().endedAt()));
    }

    /** A day counts to its midnight. */
    private static Optional<Instant> end(Dated dated) {
        LocalDate day = dated.due().dueOn();
        return Optional.ofNullable(dated.due().dueAt())
                .or(() -> Optional.ofNullable(day)
                        .map(last -> last.plusDays(1).atStartOfDay(Fields.ZONE).toInstant()));
    }
}
