package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every act of a report, a consultation and a suggestion, and all routing of complaints, in every stage. */
class ReportActTableTest {
    static Stream<ActTable.Cell> report() {
        return ActTable.read("report-acts.csv").stream();
    }

    static Stream<ActTable.Cell> consultation() {
        return ActTable.read("consultation-acts.csv").stream();
    }

    static Stream<ActTable.Cell> suggestion() {
        return ActTable.read("suggestion-acts.csv").stream();
    }

    static Stream<ActTable.Cell> complaintRouting() {
        return ActTable.read("complaint-routing.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("report")
    void aReport(ActTable.Cell cell) {
        check(Kind.REPORT, cell, true);
    }

    @ParameterizedTest
    @MethodSource("consultation")
    void aConsultation(ActTable.Cell cell) {
        check(Kind.CONSULTATION, cell, true);
    }

    @ParameterizedTest
    @MethodSource("suggestion")
    void aSuggestion(ActTable.Cell cell) {
        check(Kind.SUGGESTION, cell, true);
    }

    @ParameterizedTest
    @MethodSource("complaintRouting")
    void aComplaintOnItsWay(ActTable.Cell cell) {
        check(Kind.COMPLAINT, cell, false);
    }

    @Test
    void theTablesAreComplete() {
        assertThat(actsOf("report-acts.csv")).isEqualTo(catalogued(Kind.REPORT));
        assertThat(actsOf("consultation-acts.csv")).isEqualTo(catalogued(Kind.CONSULTATION));
        assertThat(actsOf("suggestion-acts.csv")).isEqualTo(catalogued(Kind.SUGGESTION));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "COMPLAINT", mode = EnumSource.Mode.EXCLUDE)
    void anActOfAnotherKindDoesNotExistHere(Kind kind) {
        CaseWalk walk = ActSamples.start(kind, Act.VERIFY);
        Stream.of(Act.values())
                .filter(act -> Procedures.rule(act, kind).isEmpty())
                .forEach(act -> assertThat(
                                walk.refuses(act, ActSamples.actor(act)).code())
                        .as(act.id())
                        .isEqualTo("KIND"));
    }

    private static void check(Kind kind, ActTable.Cell cell, boolean articleToo) {
        CaseWalk walk = reached(kind, cell);
        ActSamples.prepare(walk, cell.act());
        Object[] fields = ActSamples.fields(cell.act(), cell.variant());
        Decision decision = walk.asks(cell.act(), ActSamples.actor(cell.act()), fields);
        if (cell.allowed()) {
            assertThat(decision).isInstanceOf(Decision.Taken.class);
            return;
        }
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        Decision.Refused refused = (Decision.Refused) decision;
        assertThat(refused.why())
                .contains(articleToo ? walk.state.stage().chinese() : cell.act().label());
        if (articleToo && !cell.articles().isEmpty()) {
            assertThat(refused.articles()).containsAnyElementsOf(cell.articles());
        }
    }

    private static CaseWalk reached(Kind kind, ActTable.Cell cell) {
        if (cell.stage() == Stage.GREEN_CHANNEL) {
            return CaseWalk.green();
        }
        return StageWalks.to(cell.stage(), ActSamples.start(kind, cell.act()));
    }

    private static Set<Act> actsOf(String table) {
        return ActTable.read(table).stream()
                .map(ActTable.Cell::act)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    private static Set<Act> catalogued(Kind kind) {
        return Procedures.catalogue().stream()
                .filter(rule -> rule.kinds().contains(kind))
                .map(ActRule::act)
                // decided by the form, not by the stage: DocumentRulesTest
                .filter(act -> act != Act.ISSUE_DOCUMENT)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }
}
