package org.fangxin.document.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CasePapers.Papers;
import org.fangxin.casefile.CaseWords;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;

/** A case as its papers speak of it: names in clear, days in Chinese, the last entry of each kind with its texts. */
final class Facts {
    private final Papers papers;
    private final People people;

    Facts(Papers papers, People people) {
        this.papers = papers;
        this.people = people;
    }

    Papers papers() {
        return papers;
    }

    NewCase.Narrative story() {
        return papers.origin().narrative();
    }

    /** Names of all parties in a role, as the State's forms join them. */
    String names(PartyRole role) {
        return with(role).map(PartyData::name).collect(Collectors.joining("、"));
    }

    Optional<PartyData> first(PartyRole role) {
        return with(role).findFirst();
    }

    private java.util.stream.Stream<PartyData> with(PartyRole role) {
        return papers.parties().values().stream().filter(party -> party.role() == role);
    }

    /** The business: as a party, or as it was named at intake. */
    String business() {
        PartyRole role =
                papers.state().kind() == org.fangxin.casefile.Kind.REPORT ? PartyRole.REPORTED : PartyRole.RESPONDENT;
        String names = names(role);
        return names.isBlank() ? story().merchant().name() : names;
    }

    String complainant() {
        return names(PartyRole.COMPLAINANT);
    }

    String demands() {
        String wanted = papers.told().stream()
                .map(told -> told.recorded().entry())
                .filter(Entry.DemandsChanged.class::isInstance)
                .map(entry -> ((Entry.DemandsChanged) entry).demands())
                .reduce((before, after) -> after)
                .orElse(story().demands())
                .stream()
                .map(code -> CaseWords.demand(code))
                .collect(Collectors.joining("、"));
        return wanted.isEmpty() ? "未说明" : wanted;
    }

    String channel() {
        return CaseWords.channel(papers.state().channel());
    }

    static String money(@org.jspecify.annotations.Nullable BigDecimal amount) {
        return amount == null ? "" : "人民币" + amount.setScale(2).toPlainString() + "元";
    }

    /** The newest entry of a kind, with the texts of its act. */
    @SafeVarargs
    final Optional<Told> last(Class<? extends Entry>... types) {
        return papers.told().stream()
                .filter(told -> java.util.Arrays.stream(types)
                        .anyMatch(type -> type.isInstance(told.recorded().entry())))
                .reduce((before, after) -> after);
    }

    String said(Class<? extends Entry> type, String... fields) {
        Map<String, String> texts = last(type).map(Told::texts).orElse(Map.of());
        return java.util.Arrays.stream(fields)
                .map(texts::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    String officers(Collection<String> ids) {
        Map<String, String> names = people.displayNames(List.copyOf(ids));
        return ids.stream().map(names::get).filter(java.util.Objects::nonNull).collect(Collectors.joining("、"));
    }
}
