package org.fangxin.search.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Phones;
import org.fangxin.search.CaseSearch;
import org.fangxin.search.Found;
import org.fangxin.search.Question;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.HitRows;
import org.fangxin.search.store.HitRows.Live;
import org.fangxin.search.store.WordIndex.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CaseSearch}: candidates by the words, and of those what the case file itself shows. */
@Component
class Searching implements CaseSearch {
    private static final Comparator<Live> NEWEST =
            Comparator.comparing(Live::receivedAt).thenComparing(Live::id).reversed();

    private final Candidates candidates;
    private final HitRows rows;
    private final Snippets snippets;
    private final Suggestions suggestions;

    Searching(Candidates candidates, HitRows rows, Snippets snippets, Suggestions suggestions) {
        this.candidates = candidates;
        this.rows = rows;
        this.snippets = snippets;
        this.suggestions = suggestions;
    }

    @Override
    @Transactional(readOnly = true)
    public Found find(Question question, Actor actor) {
        Wanted wanted = Wanted.of(question.words());
        Optional<Bounds> bounds = Bounds.of(question, actor);
        if (bounds.isEmpty()) {
            return new Found(List.of(), 0, false, Facets.of(List.of(), ""), null, null);
        }
        return question.people()
                ? people(question, wanted, bounds.get(), actor)
                : words(question, wanted, bounds.get(), actor);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Found.Suggestion> suggest(String typed, Actor actor) {
        return suggestions.of(typed, actor);
    }

    private Found words(Question question, Wanted wanted, Bounds bounds, Actor actor) {
        Ask ask = bounds.ask(TermQuery.everywhere(wanted), TermQuery.listed(wanted), actor);
        List<Candidate> found = candidates.of(ask, wanted);
        Set<Long> openly =
                found.stream().filter(Candidate::openly).map(Candidate::id).collect(Collectors.toSet());
        List<Live> live = rows.live(found.stream().map(Candidate::id).toList()).stream()
                // who is no longer in charge of it finds it by what is listed alone
                .filter(row -> openly.contains(row.id())
                        || actor.seat(Kind.valueOf(row.kind()), row.handlers()).isPresent())
                .toList();
        return found(question, wanted, bounds, live, found.size() > Candidates.MOST, actor, null);
    }

    private Found people(Question question, Wanted wanted, Bounds bounds, Actor actor) {
        String own = actor.mediatesOnly() ? actor.id() : null;
        boolean phone = Phones.fault(question.words()).isEmpty();
        List<Live> live = phone
                ? rows.byPhone(Phones.normal(question.words()), own, Candidates.MOST + 1)
                : rows.byName(question.words(), own, Candidates.MOST + 1);
        boolean more = live.size() > Candidates.MOST;
        return found(question, wanted, bounds, live, more, actor, phone ? "phone" : "person");
    }

    private Found found(
            Question question,
            Wanted wanted,
            Bounds bounds,
            List<Live> live,
            boolean more,
            Actor actor,
            @Nullable String by) {
        List<Live> all = live.stream()
                .filter(bounds::hold)
                .sorted(NEWEST)
                .limit(Candidates.MOST)
                .toList();
        Pages pages = Pages.of(all, question.cursor(), question.limit());
        return new Found(
                snippets.of(pages.page(), wanted, actor, by),
                all.size(),
                more,
                Facets.of(all, bounds.agency()),
                pages.next(),
                pages.previous());
    }
}
