package org.fangxin.staffing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.AssignmentRule.Version;
import org.fangxin.staffing.store.WaitingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what came to a unit whose rule assigns by itself, and when each officer last got a case. */
@Component
class ArrivalReader implements JournalReader {
    private final CaseFiles cases;
    private final AssignmentRules rules;
    private final Agencies agencies;
    private final WaitingStore store;

    ArrivalReader(CaseFiles cases, AssignmentRules rules, Agencies agencies, WaitingStore store) {
        this.cases = cases;
        this.rules = rules;
        this.agencies = agencies;
        this.store = store;
    }

    @Override
    public String name() {
        return "assignment";
    }

    @Override
    public void take(List<Heard> batch) {
        Map<String, Optional<Version>> automatic = new HashMap<>();
        for (Heard heard : batch) {
            if (heard.entry() instanceof Entry.Assigned assigned) {
                given(heard, assigned);
            } else if (arrives(heard.entry())) {
                String unit = unit(heard);
                automatic
                        .computeIfAbsent(unit, at -> Optional.ofNullable(rules.automaticAt(at)))
                        .filter(rule -> rule.activatedAt() != null
                                && !heard.recordedAt().isBefore(rule.activatedAt()))
                        .flatMap(rule -> cases.find(heard.caseNo()))
                        .filter(state -> waits(state, unit))
                        .ifPresent(state -> store.add(state.caseNo(), heard.recordedAt()));
            }
        }
    }

    @Override
    public void forget() {
        store.forget();
    }

    private void given(Heard heard, Entry.Assigned assigned) {
        store.remove(heard.caseNo());
        if (!assigned.persons().isEmpty()) {
            String root = cases.find(heard.caseNo())
                    .map(state -> agencies.actingFor(state.agency()).code())
                    .orElseThrow();
            assigned.persons().forEach(person -> store.turn(root, person, heard.recordedAt()));
        }
    }

    private static boolean arrives(Entry entry) {
        return target(entry) != null || entry instanceof Entry.Escalated;
    }

    /** Where the entry brings the case; null for one that moves nothing. */
    private static @Nullable String target(Entry entry) {
        return switch (entry) {
            case Entry.Received received -> received.agency();
            case Entry.Distributed distributed -> distributed.to();
            case Entry.Returned returned -> returned.to();
            case Entry.TakenUp taken -> taken.to();
            default -> null;
        };
    }

    private String unit(Heard heard) {
        String target = target(heard.entry());
        return target != null
                ? target
                : cases.find(heard.caseNo()).map(CaseState::agency).orElseThrow();
    }

    /** Lies there now, open, with nobody in charge. */
    static boolean waits(CaseState state, String unit) {
        boolean casework = state.kind() == Kind.COMPLAINT || state.kind() == Kind.REPORT;
        return casework
                && state.agency().equals(unit)
                && state.stage() == Stage.RECEIVED
                && state.handlers().isEmpty();
    }
}
