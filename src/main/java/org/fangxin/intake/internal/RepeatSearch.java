package org.fangxin.intake.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.ReporterMatch.KnownBy;
import org.fangxin.intake.EarlierReport;
import org.fangxin.intake.EarlierReport.SameRespondent;
import org.fangxin.intake.store.RepeatPrints;
import org.fangxin.merchant.Likeness;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what a report may be a repeat of (Art. 35): reports that the asking officer sees, of the same reporter, about the same
 * business or with much of the same story. What another business was reported for by the same person stays untold.
 */
@Component
public class RepeatSearch {
    /** From how much in common, in percent, two stories count as alike. */
    public static final int ALIKE = 40;

    private static final int MOST = 20;
    /** Links that say that one report went on as the other: no repeat. */
    private static final Set<String> CONTINUED = Set.of("TRANSFERRED", "TRANSFERRED_TO", "SPLIT", "RECLASSIFIED");

    private final CaseFiles cases;
    private final CasePapers papers;
    private final RepeatPrints prints;

    RepeatSearch(CaseFiles cases, CasePapers papers, RepeatPrints prints) {
        this.cases = cases;
        this.papers = papers;
        this.prints = prints;
    }

    /**
     * The likeliest first, at most twenty; empty for other cases than reports.
     *
     * @throws Problem 404 when the caller does not see the case
     */
    @Transactional(readOnly = true)
    public List<EarlierReport> of(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        NewCase origin = papers.origin(caseNo).orElseThrow(Problem::notFound);
        return state.kind() != Kind.REPORT
                ? List.of()
                : prints.same(caseNo).entrySet().stream()
                        .flatMap(same -> earlier(state, origin, same).stream())
                        .sorted(Comparator.comparing((EarlierReport one) -> one.sameRespondent() == null)
                                .thenComparing(Comparator.comparing(EarlierReport::likeness)
                                        .reversed())
                                .thenComparing(EarlierReport::caseNo))
                        .limit(MOST)
                        .toList();
    }

    private Optional<EarlierReport> earlier(CaseState state, NewCase origin, Map.Entry<String, Set<KnownBy>> same) {
        Optional<CaseState> found = cases.find(same.getKey())
                .filter(one -> !one.receivedAt().isAfter(state.receivedAt()))
                .filter(one -> one.kind() == Kind.REPORT
                        && !CONTINUED.contains(state.related().getOrDefault(one.caseNo(), "")));
        return found.flatMap(one -> papers.origin(one.caseNo())
                .map(story -> compared(state, origin, one, story, same.getValue()))
                .filter(report -> report.sameRespondent() != null || report.likeness() >= ALIKE));
    }

    private static EarlierReport compared(
            CaseState state, NewCase origin, CaseState other, NewCase story, Set<KnownBy> known) {
        return new EarlierReport(
                other.caseNo(),
                other.receivedAt(),
                other.stage(),
                other.agency(),
                story.narrative().merchant().name(),
                story.narrative().content(),
                known,
                respondent(
                        state,
                        origin.narrative().merchant(),
                        other,
                        story.narrative().merchant()),
                Likeness.percent(origin.narrative().content(), story.narrative().content()));
    }

    private static @Nullable SameRespondent respondent(
            CaseState state, NewCase.Merchant mine, CaseState other, NewCase.Merchant theirs) {
        String code = mine.uscc();
        if (code != null && theirs.uscc() != null) {
            return code.equalsIgnoreCase(theirs.uscc()) ? SameRespondent.CODE : null;
        }
        if ("SUBMISSION".equals(state.related().get(other.caseNo()))) {
            return SameRespondent.ADDED;
        }
        return Likeness.sameName(mine.name(), theirs.name()) ? SameRespondent.NAME : null;
    }
}
