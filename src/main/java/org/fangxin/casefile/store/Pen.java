package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseFiles.Done;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Command;
import org.fangxin.casefile.Decision;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.casefile.internal.Newcomer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what was decided. Runs inside the gate's transaction, under the program's own scope. */
@Component
class Pen {
    private static final DateTimeFormatter TOLD_HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm（外勤，手机记的时间）");

    private final CaseTables tables;
    private final NewFiles newFiles;
    private final Offspring offspring;
    private final Placeholders placeholders;
    private final ObjectProvider<AttachmentCatalogue> files;

    Pen(
            CaseTables tables,
            NewFiles newFiles,
            Offspring offspring,
            Placeholders placeholders,
            ObjectProvider<AttachmentCatalogue> files) {
        this.tables = tables;
        this.newFiles = newFiles;
        this.offspring = offspring;
        this.placeholders = placeholders;
        this.files = files;
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
            numbersOf.put(opening.placeholder(), newFiles.number(opening.received()));
        }
        List<Entry> entries = taken.entries().stream()
                .map(entry -> placeholders.fill(entry, numbersOf))
                .toList();
        Map<String, String> said = said(state, command, fields);
        CaseState next = append(head, last, state, entries, command, kept(state, taken, said));
        admit(head, state, entries, command);
        for (Decision.Opening opening : taken.opens()) {
            String caseNo = Objects.requireNonNull(numbersOf.get(opening.placeholder()));
            offspring.open(head, state, opening, caseNo, command, said);
        }
        taken.elsewhere().forEach(there -> elsewhere(there, command));
        take(state, "attachments", fields, command.now())
                .forEach(attachment -> tables.attached().add(head.id(), attachment));
        take(state, "identityAttachments", fields, command.now())
                .forEach(paper -> tables.attached().addPaper(head.id(), paper));
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
                command.actor().actsFor(state).orElse(null),
                command.occurredAt(),
                command.now(),
                Journal.digest(said));
        CaseState next = state;
        for (Recorded recorded : tables.journal().append(head.id(), head.caseNo(), last, stamp, entries)) {
            next = Procedures.evolve(next, recorded);
            beside(head.id(), state, recorded.entry());
        }
        tables.texts().insert(head.id(), actId, said);
        if (!tables.rows().update(head.id(), next, state.seq())) {
            throw new IllegalStateException("Version moved under the lock: " + head.caseNo());
        }
        tables.dates().write(head.id(), next);
        return next;
    }

    /** What an entry changes in the row beside the state. */
    private void beside(long caseId, CaseState before, Entry entry) {
        switch (entry) {
            case Entry.DemandsChanged changed ->
                tables.rows().changeDemands(caseId, changed.demands(), changed.amount());
            case Entry.Corrected to when to.value() != null -> tables.rows().classify(caseId, to.field(), to.value());
            case Entry.Reclassified to
            when becomesReport(before, to.newKind()) -> tables.rows().seal(caseId);
            case Entry.Converted to
            when becomesReport(before, to.newKind()) -> tables.rows().seal(caseId);
            default -> {}
        }
    }

    private static boolean becomesReport(CaseState before, Kind kind) {
        return kind == Kind.REPORT && before.kind() != Kind.REPORT;
    }

    /** Whoever joined with this act is sealed with it: what the form had of him goes nowhere else. */
    private void admit(CaseRows.Head head, CaseState before, List<Entry> entries, Command command) {
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.PartyAdded added -> admit(head, added.partyId(), added.role(), command);
                case Entry.AgentRegistered agent
                when !before.parties().containsKey(agent.partyId()) ->
                    admit(head, agent.partyId(), PartyRole.AGENT, command);
                case Entry.JointTaken taken -> takeOver(head, taken);
                default -> {}
            }
        }
    }

    private void admit(CaseRows.Head head, String partyId, PartyRole role, Command command) {
        Newcomer.of(command.fields(), role).ifPresent(person -> tables.parties().insert(head.id(), partyId, person));
    }

    /** Those of the other case are sealed here again, and its files are files of this case too. */
    private void takeOver(CaseRows.Head head, Entry.JointTaken taken) {
        CaseRows.Head from = tables.rows().head(taken.fromCaseNo()).orElseThrow();
        for (Entry.Seat seat : taken.seats()) {
            tables.parties()
                    .inClear(from.id(), List.of(new Entry.Party(seat.before(), PartyRole.COMPLAINANT)))
                    .forEach(person -> tables.parties().insert(head.id(), seat.now(), person));
        }
        tables.attached().to(from.id()).forEach(file -> tables.attached().add(head.id(), file));
    }

    private void elsewhere(Decision.Elsewhere there, Command command) {
        CaseRows.Head head = tables.rows()
                .head(there.caseNo())
                .orElseThrow(() -> new IllegalStateException("No such case: " + there.caseNo()));
        tables.journal().lock(head.id());
        List<Journal.Row> past = tables.journal().read(head.id());
        CaseState state = Worlds.replay(head, past);
        append(head, past.getLast(), state, there.entries(), command, merged(head, there));
    }

    /**
     * What a merged report tells goes on in the file that it is merged into (Art. 35): its words as its own file holds them,
     * already without the reporter, and its files.
     */
    private Map<String, String> merged(CaseRows.Head target, Decision.Elsewhere there) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Entry entry : there.entries()) {
            if (entry instanceof Entry.VerificationRestarted restarted) {
                CaseRows.Head from = tables.rows().head(restarted.becauseOf()).orElseThrow();
                tables.attached()
                        .to(from.id())
                        .forEach(file -> tables.attached().add(target.id(), file));
                put(words, "mergedContent", tables.texts().story(from.id()));
            }
        }
        return words;
    }

    /** Only uploads that are nobody's yet: no act reaches for the file of another case. */
    private List<String> take(CaseState state, String field, Map<String, ?> fields, Instant now) {
        List<String> named = new org.fangxin.casefile.Fields(fields).strings(field);
        return named.isEmpty() ? List.of() : files.getObject().takeFor(state.kind(), named, now);
    }

    /** What becomes a report's text is no text of any other file (Art. 37). */
    private static Map<String, String> kept(CaseState state, Decision.Taken taken, Map<String, String> said) {
        boolean report = state.kind() != Kind.REPORT
                && taken.opens().stream().anyMatch(opening -> opening.kind() == Kind.REPORT);
        if (!report) {
            return said;
        }
        Map<String, String> less = new LinkedHashMap<>(said);
        less.remove(Texts.CONTENT);
        return less;
    }

    /** The free texts among the fields: those the act declares as TEXT, and the common note. */
    private static Map<String, String> said(CaseState state, Command command, Map<String, ?> fields) {
        Map<String, String> said = new LinkedHashMap<>();
        @Nullable ActRule rule = Procedures.rule(command.act(), state.kind()).orElse(null);
        if (rule != null) {
            rule.fields().stream()
                    .filter(spec -> spec.type() == FieldSpec.Type.TEXT)
                    .forEach(spec -> put(said, spec.name(), fields.get(spec.name())));
            rule.fields().stream()
                    .filter(spec -> spec.type() == FieldSpec.Type.ITEMS)
                    .forEach(spec -> items(said, spec.name(), fields));
            rule.fields().stream()
                    .filter(spec -> spec.type() == FieldSpec.Type.CHECKLIST)
                    .forEach(spec -> remarks(said, spec.name(), fields));
        }
        put(said, "note", fields.get("note"));
        put(said, "doneAt", toldLater(command.fields(), command.now()));
        return said;
    }

    /** What a telephone that was without network says of the hour; no statutory clock counts from it. */
    private static @Nullable String toldLater(org.fangxin.casefile.Fields fields, Instant now) {
        return fields.instant("doneAt")
                .map(told -> told.isAfter(now) ? now : told)
                .map(told -> TOLD_HOUR.format(told.atZone(org.fangxin.casefile.Fields.ZONE)))
                .orElse(null);
    }

    /** The words of an agreement's points, each under its number. */
    private static void items(Map<String, String> said, String name, Map<String, ?> fields) {
        List<org.fangxin.casefile.Fields> items = new org.fangxin.casefile.Fields(fields).objects(name);
        for (int i = 0; i < items.size(); i++) {
            put(said, name + "." + (i + 1), items.get(i).text("what").orElse(null));
        }
    }

    /** The remarks of a checklist, each under its point. */
    private static void remarks(Map<String, String> said, String name, Map<String, ?> fields) {
        new org.fangxin.casefile.Fields(fields)
                .object(name)
                .ifPresent(list -> list.objects("items")
                        .forEach(item -> put(
                                said,
                                name + "." + item.text("code").orElse(""),
                                item.text("remark").orElse(null))));
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            said.put(name, text.strip());
        }
    }
}
