package org.fangxin.casefile.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.IdentityPapers;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases as officers read them: everything inside the transaction's scope, links to unseen cases left out. */
@Component
public class CaseReading {
    /** One line of the timeline, numbered as seen; {@code data} is the entry's own JSON. */
    public record Line(
            long seq,
            String type,
            String act,
            Instant at,
            Instant recordedAt,
            String actor,
            @Nullable String actedFor,
            Entry entry,
            String data,
            Map<String, String> texts) {}

    /**
     * A case with all that its page shows.
     *
     * @param version what the reader has seen of it: see {@link Brief}
     */
    public record File(
            CaseState state,
            long version,
            Worklist.Row row,
            NewCase origin,
            Map<String, String> related,
            List<Line> timeline,
            List<DeadlineView> deadlines,
            @Nullable DeadlineView nearest,
            List<Parties.Masked> parties,
            List<String> attachments,
            List<IdentityPapers.Paper> identityPapers,
            List<Act> available,
            List<Procedures.Blocked> blocked) {}

    /**
     * What a list shows of a case beside its row.
     *
     * @param version number of the entries in the reader's sight
     * @param by who made each of these entries; empty for one that decides nothing
     * @param flags those that tell of nothing out of sight
     */
    public record Brief(
            long version,
            List<String> by,
            List<String> flags,
            @Nullable DeadlineView nearest,
            List<Act> available) {
        Brief flagged(List<String> others) {
            return new Brief(version, by, others, nearest, available);
        }
    }

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final CaseRows rows;
    private final Journal journal;
    private final Texts texts;
    private final Parties parties;
    private final Dates dates;
    private final Worlds worlds;
    private final Sight sight;
    private final Attached attached;

    CaseReading(
            JdbcClient jdbc,
            InstantSource clock,
            CaseRows rows,
            Journal journal,
            Texts texts,
            Parties parties,
            Dates dates,
            Worlds worlds,
            Sight sight,
            Attached attached) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
        this.journal = journal;
        this.texts = texts;
        this.parties = parties;
        this.dates = dates;
        this.worlds = worlds;
        this.sight = sight;
        this.attached = attached;
    }

    @Transactional(readOnly = true)
    public Optional<File> file(String caseNo, Actor actor) {
        rows.alsoDisputed();
        return rows.head(caseNo).flatMap(head -> file(head, actor));
    }

    /** The evidence files of a case; empty for a case that may not be seen. */
    @Transactional(readOnly = true)
    public List<String> attachmentsOf(String caseNo) {
        return rows.head(caseNo).map(head -> attached.to(head.id())).orElse(List.of());
    }

    /** Empty too when it goes out of sight while it is read. */
    private Optional<File> file(CaseRows.Head head, Actor actor) {
        List<Journal.Row> past = journal.read(head.id());
        Optional<Worklist.Row> row =
                jdbc.sql("""
                        select id, case_no, kind, stage, agency_code, summary, merchant_name, received_at, handlers,
                               flags, nearest_due, nearest_at, version, open_duties from casefile.case_file where id = ?""").param(head.id()).query(Worklist::row).optional();
        return past.isEmpty() ? Optional.empty() : row.map(shown -> file(head, actor, past, shown));
    }

    private File file(CaseRows.Head head, Actor actor, List<Journal.Row> past, Worklist.Row row) {
        Instant now = clock.instant();
        CaseState state = Worlds.replay(head, past);
        World world = worlds.of(state, head, now);
        Set<String> unseen = sight.unseen(state);
        List<Journal.Row> visible = Sight.visible(past, unseen);
        List<CaseFiles.Dated> dated = dates.of(state);
        Map<String, String> related = new LinkedHashMap<>(state.related());
        related.keySet().removeAll(unseen);
        Map<UUID, Map<String, String>> said = texts.of(head.id());
        return new File(
                state,
                visible.size(),
                row.flagged(Sight.flags(state, row.flags(), unseen)),
                rows.asOrigin(head.id(), Texts.story(past, said)),
                related,
                timeline(said, past, visible),
                dated.stream().map(d -> dates.view(state, d, now)).toList(),
                CaseFiles.Dated.nearest(dated)
                        .map(d -> dates.view(state, d, now))
                        .orElse(null),
                parties.masked(head.id()).stream()
                        .filter(party -> state.parties().containsKey(party.partyId()))
                        .toList(),
                attached.to(head.id()),
                PaperRoom.shown(state, attached.papers(head.id()), actor),
                Procedures.available(state, actor, world),
                Procedures.blocked(state, actor, world));
    }

    /** An act's texts stand at its first entry; when that is out of sight, so are they. */
    private static List<Line> timeline(
            Map<UUID, Map<String, String>> said, List<Journal.Row> past, List<Journal.Row> visible) {
        Set<UUID> told = past.stream()
                .filter(entry -> !visible.contains(entry))
                .map(Journal.Row::actId)
                .collect(Collectors.toCollection(HashSet::new));
        List<Line> lines = new ArrayList<>();
        for (Journal.Row r : visible) {
            Map<String, String> own = told.add(r.actId()) ? said.getOrDefault(r.actId(), Map.of()) : Map.of();
            lines.add(new Line(
                    lines.size() + 1L,
                    r.type(),
                    r.act(),
                    r.recorded().occurredAt(),
                    r.recorded().recordedAt(),
                    r.recorded().actorId(),
                    r.recorded().actedFor(),
                    r.recorded().entry(),
                    r.data(),
                    own));
        }
        return lines;
    }
}
