package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.database.Scope;
import org.fangxin.database.ScopedTransactionManager;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One field of one party in clear, for a stated purpose, recorded before it is shown. Only for those in charge of the
 * case; twenty an hour for one officer.
 */
@Component
public class Unmasking {
    private static final int AN_HOUR = 20;
    private static final int LONGEST_PURPOSE = 200;

    private final JdbcClient jdbc;
    private final ScopedTransactionManager transactions;
    private final InstantSource clock;
    private final CaseRows rows;
    private final Journal journal;
    private final Texts texts;
    private final Parties parties;
    private final AuditLog audit;

    Unmasking(
            JdbcClient jdbc,
            ScopedTransactionManager transactions,
            InstantSource clock,
            CaseRows rows,
            Journal journal,
            Texts texts,
            Parties parties,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.rows = rows;
        this.journal = journal;
        this.texts = texts;
        this.parties = parties;
        this.audit = audit;
    }

    /** @throws Problem 404 not seen or no such field, 403 not in charge, 422 without purpose, 429 too many */
    @Transactional
    public String unmask(String caseNo, Actor actor, String partyId, Parties.Field field, String purpose) {
        String why = purpose.strip();
        if (why.length() < 2 || why.length() > LONGEST_PURPOSE) {
            throw Problem.invalid("purpose", "required", "请写明查看的用途（2 至 200 字）。");
        }
        CaseRows.Head head = rows.head(caseNo).orElseThrow(Problem::notFound);
        journal.lock(head.id());
        List<Journal.Row> past = journal.read(head.id());
        CaseState state = Worlds.replay(head, past);
        refuseOutsider(state, actor);
        Instant now = clock.instant();
        refuseTooMany(actor, now);
        String value = Optional.of(partyId)
                .filter(state.parties()::containsKey)
                .flatMap(id -> parties.open(head.id(), id, field))
                .orElseThrow(Problem::notFound);
        record(head, past.getLast(), state, actor, new Entry.Unmasked(partyId, field.name(), "STATED"), why, now);
        audit.record("UNMASK", caseNo, "party=" + partyId, "field=" + field.name());
        return value;
    }

    private void record(
            CaseRows.Head head, Journal.Row last, CaseState state, Actor actor, Entry entry, String why, Instant now) {
        Map<String, String> said = Map.of("purpose", why);
        UUID actId = UUID.randomUUID();
        Journal.Stamp stamp = new Journal.Stamp(
                actId, "unmask", actor.id(), actor.actsFor(state).orElse(null), now, now, Journal.digest(said));
        transactions.apply(Scope.SYSTEM);
        List<Recorded> written = journal.append(head.id(), head.caseNo(), last, stamp, List.of(entry));
        texts.insert(head.id(), actId, said);
        rows.update(head.id(), Procedures.evolve(state, written.getFirst()), state.seq());
    }

    private static void refuseOutsider(CaseState state, Actor actor) {
        boolean inCharge = actor.inCharge(state);
        boolean nobodyYet = state.handlers().isEmpty()
                && (actor.has(Role.HANDLER) || actor.has(Role.REGISTRAR) || actor.has(Role.INTAKE));
        boolean recused = state.recused().contains(actor.id());
        if (recused || Narrowing.visitor(state) || !(inCharge || nobodyYet && state.kind() != Kind.REPORT)) {
            throw new Problem(403, "not-yours", "不由您办理", "只有本案承办人可以查看完整信息。", List.of(), Map.of());
        }
    }

    private void refuseTooMany(Actor actor, Instant now) {
        int lately = jdbc.sql("""
                        select count(*) from casefile.journal
                         where type = 'Unmasked' and actor = ? and recorded_at > ?""")
                .params(actor.id(), Timestamp.from(now.minus(Duration.ofHours(1))))
                .query(Integer.class)
                .single();
        if (lately >= AN_HOUR) {
            throw new Problem(429, "too-many", "查看太多", "一小时内最多查看 20 次完整信息。请稍后再试。", List.of(), Map.of());
        }
    }
}
