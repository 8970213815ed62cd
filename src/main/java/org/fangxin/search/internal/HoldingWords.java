package org.fangxin.search.internal;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.database.Scopes;
import org.fangxin.merchant.NameKeys;
import org.fangxin.search.Units;
import org.fangxin.search.Units.Unit;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex.Candidate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CasesByWords} by the way of the search box: along the dates for what is frequent, by the index for what is rare. */
@Component
class HoldingWords implements CasesByWords {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9-]+");

    private final Candidates candidates;

    HoldingWords(Candidates candidates) {
        this.candidates = candidates;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Long> holding(Collection<String> texts) {
        List<List<String>> groups = texts.stream()
                .flatMap(text -> Stream.of(units(text), number(text)))
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

    /** Every pair of characters and every run of letters and digits; a character that stands alone tells only where there is no other. */
    private static List<String> units(String text) {
        List<Unit> all = Units.of(text);
        List<String> telling = all.stream()
                .map(unit -> unit.pair() != null ? unit.pair() : unit.chinese() ? null : unit.one())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return telling.isEmpty() ? all.stream().map(Unit::one).distinct().toList() : telling;
    }

    /** As the number of a case or a submission; nothing when it can be none. */
    private static List<String> number(String text) {
        return NUMBER.matcher(text).matches() ? List.of("#" + NameKeys.plain(text)) : List.of();
    }

    private static String all(List<String> units) {
        return units.stream().map(TermQuery::quoted).collect(Collectors.joining(" & ", "(", ")"));
    }
}
