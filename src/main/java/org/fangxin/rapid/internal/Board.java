package org.fangxin.rapid.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasePapers;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.NewCase;
import org.fangxin.database.Scopes;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.store.HintStore;
import org.fangxin.rapid.store.PromiseStore;
import org.fangxin.rapid.store.PromiseStore.Count;
import org.fangxin.rapid.store.PromiseStore.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board of running promises, and how many were kept; each figure opens its cases. */
@Component
public class Board {
    private static final int MOST = 100;
    private static final int DAYS = 366;

    /** A running promise with the words that every page uses for it. */
    public record Line(Row row, CaseState state, NewCase origin, DeadlineView deadline, List<String> team) {}

    /** A suggestion that waits for an answer, and where the place lies. */
    public record Asked(HintStore.Hint hint, NewCase origin, Places.Promised place) {}

    /** @param late ended late or still owed after its time */
    public record Told(Figure figure, int kept, int late, int open) {}

    /** A case behind a figure. */
    public record Behind(Row row, @Nullable String excuse) {}

    private final PromiseStore promises;
    private final HintStore hints;
    private final CaseFiles cases;
    private final CasePapers papers;
    private final InstantSource clock;

    Board(PromiseStore promises, HintStore hints, CaseFiles cases, CasePapers papers, InstantSource clock) {
        this.promises = promises;
        this.hints = hints;
        this.cases = cases;
        this.papers = papers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Line> running() {
        return promises.running(Figure.URGENT, MOST).stream()
                .flatMap(row -> line(row).stream())
                .toList();
    }

    private Optional<Line> line(Row row) {
        return cases.find(row.caseNo())
                .flatMap(state -> deadline(state, row)
                        .flatMap(deadline -> papers.origin(row.caseNo())
                                .map(origin -> new Line(row, state, origin, deadline, promises.team(row.caseNo())))));
    }

    /** The case may have gone on since the reader heard of it: then the line is no longer there. */
    private Optional<DeadlineView> deadline(CaseState state, Row row) {
        return cases.deadlines(state).stream()
                .filter(one -> one.rule().equals(row.rule()))
                .filter(one -> one.state() == DeadlineView.State.RUNNING || one.state() == DeadlineView.State.MISSED)
                .findFirst();
    }

    /** @param place tells where a case is */
    @Transactional(readOnly = true)
    public List<Asked> asked(Function<String, Places.Promised> place) {
        List<Asked> asked = new ArrayList<>();
        for (HintStore.Hint hint : hints.open(MOST)) {
            papers.origin(hint.caseNo())
                    .ifPresent(origin -> asked.add(new Asked(hint, origin, place.apply(hint.caseNo()))));
        }
        return asked;
    }

    @Transactional(readOnly = true)
    public List<Told> figures(LocalDate from, LocalDate to, String agency) {
        range(from, to, agency);
        Map<String, Count> counts =
                promises.counts(start(from), start(to.plusDays(1)), agency, clock.instant()).stream()
                        .collect(Collectors.toMap(Count::rule, Function.identity()));
        List<Told> told = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            List<Count> own = figure.rules().stream()
                    .map(counts::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            told.add(new Told(
                    figure,
                    own.stream().mapToInt(Count::kept).sum(),
                    own.stream().mapToInt(Count::late).sum(),
                    own.stream().mapToInt(Count::open).sum()));
        }
        return told;
    }

    @Transactional(readOnly = true)
    public List<Behind> behind(Figure figure, String outcome, LocalDate from, LocalDate to, String agency) {
        range(from, to, agency);
        Instant now = clock.instant();
        return promises.list(figure.rules(), outcome, start(from), start(to.plusDays(1)), agency, now).stream()
                .map(row -> new Behind(
                        row, promises.excuse(row.caseNo(), row.rule()).orElse(null)))
                .toList();
    }

    private static void range(LocalDate from, LocalDate to, String agency) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(DAYS))) {
            throw Problem.invalid("to", "range", "一次最多看一年，结束日期不能早于开始日期。");
        }
        if (!agency.isEmpty() && !Scopes.current().covers(agency)) {
            throw Problem.notFound();
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Fields.ZONE).toInstant();
    }
}
