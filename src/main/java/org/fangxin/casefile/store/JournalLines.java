package org.fangxin.casefile.store;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link CaseJournal} as the reader may see it. */
@Component
class JournalLines implements CaseJournal {
    /** In the number of every report. */
    private static final String REPORTS = "-J";

    private final CaseRows rows;
    private final Journal journal;
    private final Texts texts;
    private final Sight sight;

    JournalLines(CaseRows rows, Journal journal, Texts texts, Sight sight) {
        this.rows = rows;
        this.journal = journal;
        this.texts = texts;
        this.sight = sight;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(String caseNo) {
        return rows.head(caseNo).map(this::lines).orElse(List.of());
    }

    private List<Line> lines(CaseRows.Head head) {
        List<Journal.Row> past = journal.read(head.id());
        CaseState state = Worlds.replay(head, past);
        Set<String> unseen = sight.unseen(state);
        if (state.kind() == Kind.COMPLAINT) {
            // an archive is lent and copied: a complaint's never tells that there is a report (Art. 37)
            state.related().keySet().stream().filter(no -> no.contains(REPORTS)).forEach(unseen::add);
        }
        List<Journal.Row> visible = Sight.visible(past, unseen);
        Map<UUID, Map<String, String>> said = texts.of(head.id());
        Set<UUID> told = new HashSet<>();
        past.stream()
                .filter(row -> !visible.contains(row))
                .map(Journal.Row::actId)
                .forEach(told::add);
        AtomicLong number = new AtomicLong();
        return visible.stream()
                .map(row -> new Line(
                        number.incrementAndGet(),
                        row.act(),
                        row.type(),
                        row.data(),
                        told.add(row.actId()) ? said.getOrDefault(row.actId(), Map.of()) : Map.of(),
                        row.textsDigest(),
                        row.recorded().actorId(),
                        row.recorded().actedFor(),
                        row.recorded().occurredAt(),
                        row.recorded().recordedAt(),
                        row.link()))
                .toList();
    }
}
