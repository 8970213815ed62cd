package org.fangxin.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Phones;
import org.fangxin.problem.Problem;
import org.fangxin.search.Found.Range;
import org.fangxin.search.Found.Suggestion;
import org.fangxin.search.Question;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.HitRows;
import org.fangxin.search.store.HitRows.Live;
import org.fangxin.search.store.HitRows.Shown;
import org.fangxin.search.store.WordIndex.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be meant while somebody types: businesses and goods of the newest cases that he sees and that hold it. */
@Component
class Suggestions {
    private static final int MOST = 8;
    /** So many of the newest hits are looked at. */
    private static final int LOOKED_AT = 300;

    private final Candidates candidates;
    private final HitRows rows;

    Suggestions(Candidates candidates, HitRows rows) {
        this.candidates = candidates;
        this.rows = rows;
    }

    List<Suggestion> of(String typed, Actor actor) {
        Wanted wanted;
        try {
            wanted = Wanted.of(typed);
        } catch (Problem unfinished) {
            // still typing: nothing to propose is no fault
            return List.of();
        }
        if (Phones.fault(typed).isEmpty()) {
            return List.of();
        }
        Question question = new Question(typed, false, List.of(), null, List.of(), null, null, 1, null);
        Bounds bounds = Bounds.of(question, actor).orElseThrow();
        String names = TermQuery.names(wanted);
        List<Suggestion> found = new ArrayList<>(proposals(
                "merchant",
                bounds.ask(names, names, actor),
                wanted,
                Shown::merchant,
                text -> Marks.ofName(text, wanted)));
        if (!actor.mediatesOnly()) {
            String goods = TermQuery.goods(wanted);
            found.addAll(proposals(
                    "goods", bounds.ask(goods, goods, actor), wanted, Shown::goods, text -> Marks.of(text, wanted)));
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Suggestion::cases).reversed().thenComparing(Suggestion::text))
                .limit(MOST)
                .toList();
    }

    private List<Suggestion> proposals(
            String kind,
            Ask ask,
            Wanted wanted,
            Function<Shown, @Nullable String> text,
            Function<String, List<Range>> marks) {
        List<Long> ids = candidates.of(ask, wanted).stream()
                .limit(LOOKED_AT)
                .map(Candidate::id)
                .toList();
        List<Long> seen = rows.live(ids).stream().map(Live::id).toList();
        Map<String, Integer> counts = new HashMap<>();
        shown(seen).map(text).filter(Objects::nonNull).forEach(words -> counts.merge(words, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Suggestion(kind, entry.getKey(), marks.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Stream<Shown> shown(List<Long> ids) {
        return rows.shown(ids).values().stream();
    }
}
