package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseFiles.Done;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what was decided. Runs inside the gate's transaction, under the program's own scope. */
@Component
class Pen {
    private static final String OPEN = "open";

    private final Attached attached;
    private final CaseNumbers numbers;
    private final CaseRows rows;
    private final Journal journal;
    private final Texts texts;
    private final Parties parties;
    private final Dates dates;
    private final Statutes statutes;
    private final Placeholders placeholders;
    private final ObjectProvider<AttachmentCatalogue> files;

    Pen(
            Attached attached,
            CaseNumbers numbers,
            CaseRows rows,
            Journal journal,
            Texts texts,
            Parties parties,
            Dates dates,
            Statutes statutes,
            Placeholders placeholders,
            ObjectProvider<AttachmentCatalogue> files) {
        this.attached = attached;
        this.numbers = numbers;
        this.rows = rows;
        this.journal = journal;
        this.texts = texts;
        this.parties = parties;
        this.dates = dates;
        this.statutes = statutes;
        this.placeholders = placeholders;
        this.files = files;
    }

    CaseState open(NewCase n, String actor, Instant now) {
        Entry.Received received = new Entry.Received(
                n.kind(),
                n.agency(),
                n.receivedAt(),
                law(n.receivedAt()),
                n.channel(),
                n.source(),
                n.related(),
                numbered(n.parties()),
                n.flags().stream().map(Flag::name).toList(),
                n.topics().stream().sorted().toList(),
                n.greenChannel(),
                false);
        return open(n, received, numbers.next(n.agency(), n.kind(), n.receivedAt()), actor, now);
    }

    private CaseState open(NewCase n, Entry.Received received, String caseNo, String actor, Instant now) {
        long id = numbers.nextId();
        UUID actId = UUID.randomUUID();
        Map<String, String> said = Map.of(Texts.CONTENT, n.narrative().content());
        Entry.Received promised = Procedures.promised(received, statutes.forAgency(received.agency()));
        Recorded first = new Recorded(1, received.receivedAt(), now, actor, promised);
        CaseState state = Procedures.begin(caseNo, first);
        rows.insert(id, state, n, now);
        journal.append(
                id,
                caseNo,
                null,
                new Journal.Stamp(actId, OPEN, actor, received.receivedAt(), now, Journal.digest(said)),
                List.of(promised));
        texts.insert(id, actId, said);
        for (int i = 0; i < n.parties().size(); i++) {
            parties.insert(id, "P" + (i + 1), n.parties().get(i));
        }
        n.attachments().forEach(attachment -> attached.add(id, attachment));
        dates.write(id, state);
        return state;
    }

    Done write(
            CaseRows.Head head,
            Journal.Row last,
            CaseState state,
            Decision.Taken taken,
            Command command,
            Map<String, ?> fields) {
        Map<String, String> numbersOf = new LinkedHashMap<>();
        for (Decision.Opening opening : taken.opens()) {
            numbersOf.put(
                    opening.placeholder(),
                    numbers.next(
                            opening.received().agency(),
                            opening.kind(),
                            opening.received().receivedAt()));
        }
        List<Entry> entries = taken.entries().stream()
                .map(entry -> placeholders.fill(entry, numbersOf))
                .toList();
        Map<String, String> said = said(state, command, fields);
        CaseState next = append(head, last, state, entries, command, said);
        taken.opens().forEach(opening -> openFrom(head, opening, numbersOf, command, said));
        taken.elsewhere().forEach(there -> elsewhere(there, command));
        take(state, fields, command.now()).forEach(attachment -> attached.add(head.id(), attachment));
        return new Done(
                next,
                entries.stream().map(EntryCodec::type).toList(),
                List.copyOf(numbersOf.values()),
                taken.warnings());
    }

    private CaseState append(
            CaseRows.Head head,
            Journal.Row last,
            CaseState state,
            List<Entry> entries,
            Command command,
            Map<String, String> said) {
        UUID actId = UUID.randomUUID();
        Journal.Stamp stamp = new Journal.Stamp(
                actId,
                command.act().id(),
                command.actor().id(),
                command.occurredAt(),
                command.now(),
                Journal.digest(said));
        CaseState next = state;
        for (Recorded recorded : journal.append(head.id(), head.caseNo(), last, stamp, entries)) {
            next = Procedures.evolve(next, recorded);
            if (recorded.entry() instanceof Entry.DemandsChanged changed) {
                rows.changeDemands(head.id(), changed.demands(), changed.amount());
            }
        }
        texts.insert(head.id(), actId, said);
        if (!rows.update(head.id(), next, state.seq())) {
            throw new IllegalStateException("Version moved under the lock: " + head.caseNo());
        }
        dates.write(head.id(), next);
        return next;
    }

    /** The law of a new case is its own receipt day's; the narrative is the origin's, or the act's own text. */
    private void openFrom(
            CaseRows.Head head,
            Decision.Opening opening,
            Map<String, String> numbersOf,
            Command command,
            Map<String, String> said) {
        String content = said.getOrDefault("content", texts.content(head.id()));
        NewCase origin = rows.asOrigin(head.id(), content);
        List<PartyData> people = people(head, opening);
        Entry.Received r = opening.received();
        NewCase fresh = new NewCase(
                opening.kind(),
                r.agency(),
                r.receivedAt(),
                r.channel(),
                r.source(),
                origin.submissionNo(),
                r.related(),
                origin.narrative(),
                people,
                origin.route(),
                java.util.Set.of(),
                java.util.Set.of(),
                r.greenChannel(),
                List.of());
        Entry.Received received = new Entry.Received(
                r.kind(),
                r.agency(),
                r.receivedAt(),
                law(r.receivedAt()),
                r.channel(),
                r.source(),
                r.related(),
                numbered(people),
                r.flags(),
                r.topics(),
                r.greenChannel(),
                r.byAnalogy());
        String caseNo = java.util.Objects.requireNonNull(numbersOf.get(opening.placeholder()));
        open(fresh, received, caseNo, command.actor().id(), command.now());
    }

    private List<PartyData> people(CaseRows.Head head, Decision.Opening opening) {
        List<Entry.Party> named = opening.received().parties();
        if (!named.isEmpty()) {
            return parties.inClear(head.id(), named);
        }
        return opening.withParties() ? parties.inClear(head.id()) : List.of();
    }

    private void elsewhere(Decision.Elsewhere there, Command command) {
        CaseRows.Head head = rows.head(there.caseNo())
                .orElseThrow(() -> new IllegalStateException("No such case: " + there.caseNo()));
        journal.lock(head.id());
        List<Journal.Row> past = journal.read(head.id());
        append(head, past.getLast(), Worlds.replay(head, past), there.entries(), command, Map.of());
    }

    private String law(Instant receivedAt) {
        return statutes.lawOf(
                receivedAt.atZone(org.fangxin.casefile.Fields.ZONE).toLocalDate());
    }

    /** Only uploads that are nobody's yet: no act reaches for the file of another case. */
    private List<String> take(CaseState state, Map<String, ?> fields, Instant now) {
        List<String> named = new org.fangxin.casefile.Fields(fields).strings("attachments");
        return named.isEmpty() ? List.of() : files.getObject().takeFor(state.kind(), named, now);
    }

    private static List<Entry.Party> numbered(List<PartyData> people) {
        List<Entry.Party> numbered = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            numbered.add(new Entry.Party("P" + (i + 1), people.get(i).role()));
        }
        return numbered;
    }

    /** The free texts among the fields: those the act declares as TEXT, and the common note. */
    private static Map<String, String> said(CaseState state, Command command, Map<String, ?> fields) {
        Map<String, String> said = new LinkedHashMap<>();
        @Nullable ActRule rule = Procedures.rule(command.act(), state.kind()).orElse(null);
        if (rule != null) {
            rule.fields().stream()
                    .filter(spec -> spec.type() == FieldSpec.Type.TEXT)
                    .forEach(spec -> put(said, spec.name(), fields.get(spec.name())));
        }
        put(said, "note", fields.get("note"));
        return said;
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            said.put(name, text.strip());
        }
    }
}
