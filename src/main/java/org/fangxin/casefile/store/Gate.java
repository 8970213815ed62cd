package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.database.Inserts;
import org.fangxin.database.Scope;
import org.fangxin.database.ScopedTransactionManager;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one gate. An act locks its case first, reads the journal, asks the procedure, and writes entries, row, dates and
 * texts in the same transaction; all of it or nothing.
 */
@Component
class Gate implements CaseFiles {
    private final ScopedTransactionManager transactions;
    private final InstantSource clock;
    private final CaseTables tables;
    private final Worlds worlds;
    private final ActKeys keys;
    private final NewFiles newFiles;
    private final Pen pen;
    private final Staleness staleness;
    private final Inserts inserts;

    Gate(
            ScopedTransactionManager transactions,
            InstantSource clock,
            CaseTables tables,
            Worlds worlds,
            ActKeys keys,
            NewFiles newFiles,
            Pen pen,
            Staleness staleness,
            Inserts inserts) {
        this.transactions = transactions;
        this.clock = clock;
        this.tables = tables;
        this.worlds = worlds;
        this.keys = keys;
        this.newFiles = newFiles;
        this.pen = pen;
        this.staleness = staleness;
        this.inserts = inserts;
    }

    @Override
    @Transactional
    public List<CaseState> open(List<NewCase> cases, Actor by, Instant now) {
        Scope before = org.fangxin.database.Scopes.current();
        if (before.equals(Scope.SYSTEM)) {
            return inserts.together(() -> newFiles.open(cases, by.id(), now));
        }
        transactions.apply(Scope.SYSTEM);
        List<CaseState> opened = inserts.together(() -> newFiles.open(cases, by.id(), now));
        transactions.apply(before);
        return opened;
    }

    @Override
    @Transactional
    public Done act(
            String caseNo,
            Act act,
            Actor actor,
            @Nullable Long version,
            Map<String, ?> fields,
            @Nullable String idempotencyKey) {
        tables.rows().alsoDisputed();
        CaseRows.Head head = tables.rows().head(caseNo).orElseThrow(Problem::notFound);
        lock(head, act, fields);
        Optional<Done> earlier = keys.find(head, act, fields, idempotencyKey, this::find);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<Journal.Row> past = tables.journal().read(head.id());
        CaseState state = Worlds.replay(head, past);
        Instant now = clock.instant();
        Fields body = new Fields(fields);
        Command command = new Command(act, actor, now, Procedures.occurredAt(body, now), body);
        staleness.refuse(head, state, past, version, command);
        tables.attached()
                .refuseForeign(head.id(), Procedures.rule(act, state.kind()).orElse(null), fields);
        World world = worlds.of(state, head, now);
        Decision decision = Procedures.decide(state, command, world);
        Decision.Taken taken = Refusals.orThrow(decision);
        transactions.apply(Scope.SYSTEM);
        Done done = pen.write(head, past.getLast(), state, taken, Procedures.dated(state, command), fields);
        keys.remember(head, act, fields, idempotencyKey, done, now);
        return done;
    }

    /**
     * Its case and those that the form or the file names, since the act may write to them too: in one order for all, so that
     * nobody waits for who waits for him, and before they are looked at, so that what is decided about them is still so when it is
     * written. A file that names another one by the time it is locked has a new version, on which the act has to be decided anew.
     */
    private void lock(CaseRows.Head head, Act act, Map<String, ?> fields) {
        Stream<String> inForm = Procedures.catalogue().stream()
                .filter(rule -> rule.act() == act)
                .flatMap(rule -> rule.fields().stream())
                .filter(field -> field.type() == FieldSpec.Type.CASE)
                .flatMap(field -> fields.get(field.name()) instanceof String no ? Stream.of(no) : Stream.empty());
        Stream<String> inFile = Procedures.reaches(act, () -> worlds.state(head.caseNo())).stream();
        LongStream named = Stream.concat(inForm, inFile)
                .distinct()
                .flatMap(no -> tables.rows().head(no.strip()).stream())
                .mapToLong(CaseRows.Head::id);
        LongStream.concat(LongStream.of(head.id()), named).distinct().sorted().forEach(tables.journal()::lock);
    }

    @Override
    @Transactional(readOnly = true)
    public Foreseen consider(String caseNo, Act act, Actor actor, Map<String, ?> fields) {
        tables.rows().alsoDisputed();
        CaseRows.Head head = tables.rows().head(caseNo).orElseThrow(Problem::notFound);
        CaseState state = Worlds.replay(head, tables.journal().read(head.id()));
        tables.attached()
                .refuseForeign(head.id(), Procedures.rule(act, state.kind()).orElse(null), fields);
        Instant now = clock.instant();
        Fields body = new Fields(fields);
        Command command = new Command(act, actor, now, Procedures.occurredAt(body, now), body);
        Decision.Taken taken = Refusals.orThrow(Procedures.decide(state, command, worlds.of(state, head, now)));
        CaseState next = state;
        Command dated = Procedures.dated(state, command);
        for (Entry entry : taken.entries()) {
            next = Procedures.evolve(
                    next,
                    new Recorded(
                            next.seq() + 1,
                            dated.occurredAt(),
                            now,
                            actor.id(),
                            actor.actsFor(state).orElse(null),
                            entry));
        }
        return new Foreseen(next.stage(), deadlines(next), taken.warnings());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseState> find(String caseNo) {
        return worlds.state(caseNo);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Glance> glance(String caseNo) {
        return tables.rows().glance(caseNo);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> attachments(String caseNo) {
        return tables.rows()
                .head(caseNo)
                .map(head -> tables.attached().to(head.id()))
                .orElse(List.of());
    }

    @Override
    public List<Dated> dates(CaseState state) {
        return tables.dates().of(state);
    }

    @Override
    public List<DeadlineView> deadlines(CaseState state) {
        Instant now = clock.instant();
        return tables.dates().of(state).stream()
                .map(dated -> tables.dates().view(state, dated, now))
                .toList();
    }
}
