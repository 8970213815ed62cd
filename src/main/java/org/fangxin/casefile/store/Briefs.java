package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.fangxin.law.DeadlineView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a list shows of its cases beside their rows: the same few questions to the database for one case and for a page. */
@Component
public class Briefs {
    private final CaseRows rows;
    private final Replays replays;
    private final Dates dates;
    private final Worlds worlds;
    private final Sight sight;
    private final InstantSource clock;

    Briefs(CaseRows rows, Replays replays, Dates dates, Worlds worlds, Sight sight, InstantSource clock) {
        this.rows = rows;
        this.replays = replays;
        this.dates = dates;
        this.worlds = worlds;
        this.sight = sight;
        this.clock = clock;
    }

    /** The briefs of the rows of a page, by case number; the rows are those of the same person's scope. */
    @Transactional(readOnly = true)
    public Map<String, CaseReading.Brief> of(List<Worklist.Row> page, Actor actor) {
        if (page.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        rows.alsoDisputed();
        Map<String, CaseRows.Head> heads =
                rows.heads(page.stream().map(Worklist.Row::caseNo).toList());
        Map<Long, Replays.Told> told = replays.of(page);
        Set<String> unseen =
                sight.unseen(told.values().stream().map(Replays.Told::state).toList());
        Map<String, CaseReading.Brief> briefs = new LinkedHashMap<>();
        for (Worklist.Row row : page) {
            CaseRows.Head head = Objects.requireNonNull(heads.get(row.caseNo()));
            briefs.put(row.caseNo(), brief(row, head, Objects.requireNonNull(told.get(row.id())), unseen, actor, now));
        }
        return briefs;
    }

    private CaseReading.Brief brief(
            Worklist.Row row, CaseRows.Head head, Replays.Told told, Set<String> unseen, Actor actor, Instant now) {
        CaseState state = told.state();
        DeadlineView nearest = CaseFiles.Dated.nearest(dates.of(state))
                .map(d -> dates.view(state, d, now))
                .orElse(null);
        List<String> by = told.by(unseen);
        return new CaseReading.Brief(
                by.size(),
                by,
                Sight.flags(state, row.flags(), unseen),
                nearest,
                Procedures.available(state, actor, worlds.of(state, head, now)));
    }
}
