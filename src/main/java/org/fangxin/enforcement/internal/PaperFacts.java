package org.fangxin.enforcement.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;
import org.springframework.stereotype.Component;

/** What the papers say of a case's entries: their words, names, and the business; never who reported (Art. 37). */
@Component
class PaperFacts {
    private final CaseHistory history;
    private final CasePapers papers;
    private final People people;

    PaperFacts(CaseHistory history, CasePapers papers, People people) {
        this.history = history;
        this.papers = papers;
        this.people = people;
    }

    /** An entry with what it tells. */
    record Fact(Entry entry, Told told) {}

    /** Oldest first, within the thread's scope; empty for what may not be seen. */
    List<Fact> of(String caseNo, Actor reader) {
        List<CaseHistory.Told> all =
                history.of(caseNo, reader).map(CaseHistory.Story::told).orElse(List.of());
        Set<String> persons = new TreeSet<>();
        for (CaseHistory.Told one : all) {
            persons.addAll(persons(one.recorded().entry()));
            if (one.recorded().actedFor() != null) {
                persons.add(one.recorded().actorId());
                persons.add(one.recorded().actedFor());
            }
        }
        Map<String, String> names = people.displayNames(persons);
        Map<String, String> certificates = people.certificates(persons);
        String merchant = papers.origin(caseNo)
                .map(origin ->
                        Objects.requireNonNullElse(origin.narrative().merchant().name(), ""))
                .orElse("");
        List<Fact> facts = new ArrayList<>();
        for (CaseHistory.Told one : all) {
            facts.add(new Fact(
                    one.recorded().entry(),
                    new Told(
                            caseNo,
                            one.recorded().seq(),
                            one.recorded().occurredAt(),
                            one.recorded().actorId(),
                            one.texts(),
                            signing(one.recorded(), names),
                            certificates,
                            merchant)));
        }
        return facts;
    }

    /** Who was questioned, in clear, for the record that he signs. */
    Optional<PartyData> questioned(String caseNo, String partyId) {
        return papers.of(caseNo, Actor.SYSTEM).map(found -> found.parties().get(partyId));
    }

    /** Who did it as a substitute signs beside the absent person's name. */
    static Map<String, String> signing(Recorded recorded, Map<String, String> names) {
        String absent = recorded.actedFor();
        if (absent == null) {
            return names;
        }
        Map<String, String> signing = new HashMap<>(names);
        String own = names.getOrDefault(recorded.actorId(), recorded.actorId());
        signing.put(recorded.actorId(), Recorded.signed(own, names.getOrDefault(absent, absent)));
        return signing;
    }

    private static List<String> persons(Entry entry) {
        return switch (entry) {
            case Entry.SiteInspected site -> site.officers();
            case Entry.Questioned asked -> asked.officers();
            case Entry.EvidenceListed evidence -> evidence.officers();
            case Entry.ReviewDone review -> List.of(review.reviewer());
            case Entry.HearingEnded hearing when hearing.host() != null -> List.of(hearing.host());
            default -> List.of();
        };
    }
}
