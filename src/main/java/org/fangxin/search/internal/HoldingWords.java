package org.fangxin.search.internal;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.database.Scopes;
import org.fangxin.search.Units;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex.Candidate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CasesByWords} by the way of the search box: along the dates for what is frequent, by the index for what is rare. */
@Component
class HoldingWords implements CasesByWords {
    private final Candidates candidates;

    HoldingWords(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> holding(Collection<String> texts) {
        String query = texts.stream()
                .map(HoldingWords::all)
                .filter(one -> !one.isEmpty())
                .distinct()
                .collect(Collectors.joining(" | "));
        if (query.isEmpty()) {
            return List.of();
        }
        String level = Scopes.current().from();
        String bearings = Ask.walks(level) ? TermQuery.quoted("@" + level) : "";
        Ask ask = new Ask(query, query, bearings, null, Ask.walks(level) ? level : "", List.of());
        return candidates.of(ask).stream().map(Candidate::id).toList();
    }

    /** Every pair of characters and every run of letters and digits; one that stands alone tells nothing and only has to be there. */
    private static String all(String text) {
        List<Units.Unit> units = Units.of(text);
        String words = units.stream()
                .map(unit -> unit.pair() != null ? unit.pair() : unit.chinese() ? null : unit.one())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .map(TermQuery::quoted)
                .collect(Collectors.joining(" & "));
        return words.isEmpty() ? "" : "(" + words + ")";
    }
}
