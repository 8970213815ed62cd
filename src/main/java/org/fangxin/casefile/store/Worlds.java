package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.ReporterMatch;
import org.fangxin.casefile.World;
import org.fangxin.law.Settings;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.springframework.stereotype.Component;

/** Gathers what a decision may look at. */
@Component
class Worlds {
    private final Statutes statutes;
    private final WorkingCalendar calendar;
    private final Agencies agencies;
    private final Settings settings;
    private final CaseRows rows;
    private final Journal journal;
    private final Officers officers;
    private final ReporterMatch reporters;

    Worlds(
            Statutes statutes,
            WorkingCalendar calendar,
            Agencies agencies,
            Settings settings,
            CaseRows rows,
            Journal journal,
            Officers officers,
            ReporterMatch reporters) {
        this.statutes = statutes;
        this.calendar = calendar;
        this.agencies = agencies;
        this.settings = settings;
        this.rows = rows;
        this.journal = journal;
        this.officers = officers;
        this.reporters = reporters;
    }

    World of(CaseState state, CaseRows.Head head, Instant now) {
        return new World(
                now,
                statutes.forAgency(state.agency()),
                calendar,
                agencies,
                id -> settings.value(id, state.agency()),
                Set.copyOf(head.candidates()),
                head.shopRegion(),
                officers::actor,
                this::state,
                reporters);
    }

    /** Another case's state within the transaction's scope. */
    Optional<CaseState> state(String caseNo) {
        return rows.head(caseNo).flatMap(head -> {
            List<Journal.Row> past = journal.read(head.id());
            return past.isEmpty() ? Optional.empty() : Optional.of(replay(head, past));
        });
    }

    /**
     * The state that a journal tells as the transaction's scope read it.
     *
     * @throws Problem 404 when nothing was read: between its row and its journal the case went out of sight, as one that turned
     *     out to be a report does
     */
    static CaseState replay(CaseRows.Head head, List<Journal.Row> rows) {
        if (rows.isEmpty()) {
            throw Problem.notFound();
        }
        return Procedures.replay(
                head.caseNo(), rows.stream().map(Journal.Row::recorded).toList());
    }
}
