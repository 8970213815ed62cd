package org.fangxin.search.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
        List<List<String>> groups = texts.stream()
                .map(HoldingWords::units)
                .filter(units -> !units.isEmpty())
                .distinct()
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        String query = groups.stream().map(HoldingWords::all).collect(Collectors.joining(" | "));
        String level = Scopes.current().from();
        String bearings = Ask.walks(level) ? TermQuery.quoted("@" + level) : "";
        Ask ask = new Ask(query, query, bearings, null, Ask.walks(level) ? level : "", List.of());
        return candidates.ofOne(ask, groups).stream().map(Candidate::id).toList();
    }

    /** Every pair of characters and every run of letters and digits; a character that stands alone tells nothing. */
    private static List<String> units(String text) {
        return Units.of(text).stream()
                .map(unit -> unit.pair() != null ? unit.pair() : unit.chinese() ? null : unit.one())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String all(List<String> units) {
        return units.stream().map(TermQuery::quoted).collect(Collectors.joining(" & ", "(", ")"));
    }
}
