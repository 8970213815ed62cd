package org.fangxin.region.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.region.Agency;
import org.fangxin.region.Competence.Answer;
import org.fangxin.region.Competence.Candidate;
import org.fangxin.region.Competence.Note;
import org.jspecify.annotations.Nullable;

/** An answer while it is being worked out. One agency found twice is one candidate with both articles. */
final class Findings {
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Set<Question> questions = EnumSet.noneOf(Question.class);
    private @Nullable Note note;

    private record Found(Agency agency, Set<String> articles, Set<String> reasons) {
        Candidate candidate() {
            return new Candidate(agency, List.copyOf(articles), String.join("", reasons));
        }
    }

    Findings candidate(Agency agency, String reason, List<String> articles) {
        Found entry = found.computeIfAbsent(
                agency.code(), code -> new Found(agency, new LinkedHashSet<>(), new LinkedHashSet<>()));
        entry.articles().addAll(articles);
        entry.reasons().add(reason);
        return this;
    }

    /** The place's agency as candidate, or the question when the place is unknown. */
    Findings candidateOrAsk(@Nullable Place place, Question question, String... articles) {
        return place == null ? ask(question) : candidate(place.agency(), place.words(), List.of(articles));
    }

    /** The place's agency as candidate, if the place is known. */
    Findings candidateIfKnown(@Nullable Place place, String... articles) {
        return place == null ? this : candidate(place.agency(), place.words(), List.of(articles));
    }

    Findings ask(Question question) {
        questions.add(question);
        return this;
    }

    Findings note(String reason, String... articles) {
        note = new Note(List.of(articles), reason);
        return this;
    }

    /** Leaves this candidate alone. */
    void only(Agency agency) {
        found.keySet().retainAll(Set.of(agency.code()));
    }

    boolean has(Agency agency) {
        return found.containsKey(agency.code());
    }

    boolean asksNothing() {
        return questions.isEmpty();
    }

    List<Agency> agencies() {
        return found.values().stream().map(Found::agency).toList();
    }

    List<String> articlesOf(Agency agency) {
        Found entry = found.get(agency.code());
        return entry == null ? List.of() : List.copyOf(entry.articles());
    }

    Answer answer() {
        List<Candidate> candidates = new ArrayList<>();
        found.values().forEach(entry -> candidates.add(entry.candidate()));
        return new Answer(
                List.copyOf(candidates),
                questions.stream().map(Question::missing).toList(),
                note);
    }
}
