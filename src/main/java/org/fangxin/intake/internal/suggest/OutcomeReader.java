package org.fangxin.intake.internal.suggest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.RefusalGround;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.intake.store.OutcomeStore;
import org.fangxin.intake.store.OutcomeStore.By;
import org.fangxin.intake.store.OutcomeStore.Outcome;
import org.springframework.stereotype.Component;

/**
 * Hears what people did where a doubt under Art. 16 or an urgency is proposed: a doubt is right when the complaint was refused
 * on that ground or material on that point was asked for; an urgency when the case was marked as dangerous. Words and facts
 * alone make these two proposals, so that they are read anew here and never by the model.
 */
@Component
class OutcomeReader implements JournalReader {
    /** Which material, asked for, takes up which doubt; any of it that something is missing. */
    private static final Map<String, Set<String>> POINTS = Map.of(
            RefusalGround.NOT_CONSUMER_OR_NO_DISPUTE.name(), Set.of("FACTS_EVIDENCE"),
            RefusalGround.IMPERSONATION_OR_IDENTITY_REFUSED.name(),
                    Set.of("IDENTITY", "POWER_OF_ATTORNEY", "AGENT_ID"));

    private final CaseFiles cases;
    private final CasePapers papers;
    private final Proposals proposals;
    private final OutcomeStore outcomes;
    private final InstantSource clock;

    OutcomeReader(CaseFiles cases, CasePapers papers, Proposals proposals, OutcomeStore outcomes, InstantSource clock) {
        this.cases = cases;
        this.papers = papers;
        this.proposals = proposals;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "suggestion-outcomes";
    }

    /** What is older than any figure beside a proposal is passed over: a long journal need not be read again for it. */
    @Override
    public void take(List<Heard> batch) {
        Instant since = since();
        batch.stream().filter(heard -> !heard.recordedAt().isBefore(since)).forEach(this::take);
    }

    @Override
    public void forget() {
        outcomes.forgetSince(since());
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofDays(Accuracy.DAYS));
    }

    private void take(Heard heard) {
        switch (heard.entry()) {
            case Entry.Accepted ignored -> keep(heard, Field.REFUSAL, By.ACCEPTED, Options.NONE);
            case Entry.Refused refused -> refused(heard, refused);
            case Entry.MaterialRequested asked -> asked(heard, asked);
            case Entry.DangerFlagged ignored -> keep(heard, Field.URGENCY, By.FLAGGED, Options.URGENT);
            case Entry.FoodRiskFlagged ignored -> keep(heard, Field.URGENCY, By.FLAGGED, Options.URGENT);
            case Entry.DecisionRevoked revoked
            when revoked.decision().equals("Refused") -> outcomes.drop(heard.caseNo(), By.REFUSED);
            default -> {
                // says nothing about what was proposed
            }
        }
    }

    private void refused(Heard heard, Entry.Refused refused) {
        List<String> grounds =
                refused.grounds().stream().map(Entry.Ground::code).toList();
        proposed(heard, Field.REFUSAL).ifPresent(found -> {
            String suggested = found.proposal().value();
            keep(heard, found, By.REFUSED, grounds.contains(suggested) ? suggested : grounds.getFirst());
        });
    }

    private void asked(Heard heard, Entry.MaterialRequested asked) {
        proposed(heard, Field.REFUSAL)
                .filter(found -> takesUp(found.proposal().value(), asked.items()))
                .ifPresent(found ->
                        keep(heard, found, By.MATERIAL, found.proposal().value()));
    }

    static boolean takesUp(String doubt, List<String> items) {
        return doubt.equals(RefusalGround.MATERIAL_MISSING_OR_FALSE.name())
                || items.stream().anyMatch(POINTS.getOrDefault(doubt, Set.of())::contains);
    }

    private void keep(Heard heard, Field field, By by, String outcome) {
        proposed(heard, field).ifPresent(found -> keep(heard, found, by, outcome));
    }

    private void keep(Heard heard, Found found, By by, String outcome) {
        Proposal one = found.proposal();
        outcomes.keep(new Outcome(
                heard.caseNo(),
                one.field().name(),
                found.agency(),
                one.source().name(),
                one.value(),
                outcome,
                by,
                heard.recordedAt()));
    }

    private record Found(String agency, Proposal proposal) {}

    private Optional<Found> proposed(Heard heard, Field field) {
        CaseState state = cases.find(heard.caseNo()).orElseThrow();
        return papers.origin(heard.caseNo())
                .flatMap(origin -> proposals.byWords(field, state, origin))
                .map(proposal -> new Found(state.agency(), proposal));
    }
}
