package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Disposals;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@link Disposals}: chained like any entry, so that nobody can take a text away and say afterwards that it was disposed of. */
@Component
class ClosedForEver implements Disposals {
    private final CaseTables tables;

    ClosedForEver(CaseTables tables) {
        this.tables = tables;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(String caseNo, String listNo, Instant now) {
        CaseRows.Head head = tables.rows().head(caseNo).orElseThrow(Problem::notFound);
        tables.journal().lock(head.id());
        List<Journal.Row> past = tables.journal().read(head.id());
        CaseState state = Worlds.replay(head, past);
        if (state.stage() != Stage.ARCHIVED || state.flags().contains(Flag.DISPOSED)) {
            throw Problem.conflict("案件 " + caseNo + " 没有归档，或者已经销毁。", Map.of());
        }
        Journal.Stamp stamp = new Journal.Stamp(
                UUID.randomUUID(), "dispose", People.SYSTEM, null, now, now, Journal.digest(Map.of()));
        Entry entry = new Entry.Disposed(listNo);
        CaseState next = Procedures.evolve(
                state,
                tables.journal()
                        .append(head.id(), caseNo, past.getLast(), stamp, List.of(entry))
                        .getFirst());
        if (!tables.rows().update(head.id(), next, state.seq())) {
            throw new IllegalStateException("Version moved under the lock: " + caseNo);
        }
    }
}
