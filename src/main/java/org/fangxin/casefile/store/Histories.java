package org.fangxin.casefile.store;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CaseHistory} out of the journal. */
@Component
class Histories implements CaseHistory {
    private final CaseRows rows;
    private final Journal journal;
    private final Texts texts;
    private final Worlds worlds;
    private final InstantSource clock;

    Histories(CaseRows rows, Journal journal, Texts texts, Worlds worlds, InstantSource clock) {
        this.rows = rows;
        this.journal = journal;
        this.texts = texts;
        this.worlds = worlds;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Story> of(String caseNo, Actor actor) {
        return rows.head(caseNo).map(head -> {
            List<Journal.Row> past = journal.read(head.id());
            CaseState state = Worlds.replay(head, past);
            return new Story(
                    state,
                    told(past, texts.of(head.id())),
                    Procedures.available(state, actor, worlds.of(state, head, clock.instant())));
        });
    }

    private static List<Told> told(List<Journal.Row> past, Map<UUID, Map<String, String>> said) {
        Set<UUID> told = new HashSet<>();
        List<Told> lines = new ArrayList<>();
        for (Journal.Row row : past) {
            Map<String, String> own =
                    told.add(row.actId()) ? said.getOrDefault(row.actId(), Map.of()) : Map.<String, String>of();
            lines.add(new Told(row.recorded(), own));
        }
        return List.copyOf(lines);
    }
}
