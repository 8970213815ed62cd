package org.fangxin.supervision.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;
import org.fangxin.supervision.store.MajorStore;
import org.springframework.stereotype.Component;

/** Proposes by rule: a case that meets a criterion is proposed once, and a leader decides. */
@Component
class MajorReader implements JournalReader {
    private final CaseFiles cases;
    private final CasePapers papers;
    private final MajorCases majors;
    private final MajorStore store;

    MajorReader(CaseFiles cases, CasePapers papers, MajorCases majors, MajorStore store) {
        this.cases = cases;
        this.papers = papers;
        this.majors = majors;
        this.store = store;
    }

    @Override
    public String name() {
        return "major-cases";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        Set<String> begun = new LinkedHashSet<>();
        for (Heard heard : batch) {
            if (tells(heard.entry()) && begun.add(heard.caseNo())) {
                touched.add(heard.caseNo());
            }
        }
        for (String caseNo : touched) {
            cases.find(caseNo).ifPresent(state -> look(state, batch));
        }
    }

    /** What was decided stays: it is no copy of the journal. */
    @Override
    public void forget() {}

    private static boolean tells(Entry entry) {
        return entry instanceof Entry.Received
                || entry instanceof Entry.DangerFlagged
                || entry instanceof Entry.JointConsented;
    }

    private void look(CaseState state, List<Heard> batch) {
        boolean casework = state.kind() == Kind.COMPLAINT || state.kind() == Kind.REPORT;
        if (!casework || state.closedAt() != null) {
            return;
        }
        var amount = papers.origin(state.caseNo())
                .map(origin -> origin.narrative().amount())
                .orElse(null);
        List<String> met = MajorRules.met(state, amount, majors.criteria(state.agency()));
        if (!met.isEmpty()) {
            store.propose(
                    state.caseNo(),
                    met,
                    "系统按标准提请",
                    People.SYSTEM,
                    batch.getLast().recordedAt());
        }
    }
}
