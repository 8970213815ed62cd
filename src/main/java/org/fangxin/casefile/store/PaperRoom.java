package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.IdentityPapers;
import org.fangxin.casefile.Kind;
import org.fangxin.identity.Role;
import org.fangxin.law.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link IdentityPapers}: who sees them, and when their time is over. */
@Component
class PaperRoom implements IdentityPapers {
    private static final String KEPT = "identity.papers.kept";
    private static final String OF_CLOSED = """
            select c.case_no, c.agency_code, c.closed_at, a.attachment_id
              from casefile.case_attachment a join casefile.case_file c on c.id = a.case_id
             where a.purpose = 'IDENTITY' and c.closed_at < ?
               and not exists (select from casefile.purged_paper p
                                where p.case_id = a.case_id and p.attachment_id = a.attachment_id)
             order by c.closed_at""";
    private static final String PURGED = """
            insert into casefile.purged_paper (case_id, attachment_id, purged_at)
            select id, ?, ? from casefile.case_file where case_no = ?
            on conflict do nothing""";

    private record Closed(String caseNo, String agency, Instant closedAt, String attachmentId) {}

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Worlds worlds;
    private final Attached attached;
    private final Settings settings;

    PaperRoom(JdbcClient jdbc, CaseRows rows, Worlds worlds, Attached attached, Settings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.worlds = worlds;
        this.attached = attached;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Paper> shownTo(String caseNo, Actor actor) {
        return worlds.state(caseNo)
                .flatMap(state -> rows.head(caseNo).map(head -> shown(state, attached.papers(head.id()), actor)))
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expired> expired(Instant now) {
        return jdbc
                .sql(OF_CLOSED)
                .param(Timestamp.from(now))
                .query((rs, n) -> new Closed(
                        rs.getString(1), rs.getString(2), rs.getTimestamp(3).toInstant(), rs.getString(4)))
                .list()
                .stream()
                .filter(paper -> paper.closedAt().plus(kept(paper.agency())).isBefore(now))
                .map(paper -> new Expired(paper.caseNo(), paper.attachmentId()))
                .toList();
    }

    @Override
    @Transactional
    public void purged(Expired paper, Instant now) {
        jdbc.sql(PURGED)
                .params(paper.attachmentId(), Timestamp.from(now), paper.caseNo())
                .update();
    }

    private Duration kept(String agency) {
        return Duration.ofDays(Long.parseLong(settings.value(KEPT, agency)));
    }

    /** The papers as this reader may know of them. */
    static List<Paper> shown(CaseState state, List<Attached.Kept> papers, Actor actor) {
        boolean inCharge = state.kind() == Kind.COMPLAINT
                && actor.seat(state.kind(), state.handlers()).isPresent()
                && !state.recused().contains(actor.id())
                && !Narrowing.visitor(state);
        boolean head = actor.has(Role.UNIT_HEAD) && !state.recused().contains(actor.id()) && !Narrowing.visitor(state);
        if (!inCharge && !head) {
            return List.of();
        }
        boolean opens = inCharge && actor.has(Role.HANDLER) && checking(state);
        return papers.stream()
                .map(paper -> new Paper(paper.attachmentId(), opens && paper.purgedAt() == null, paper.purgedAt()))
                .toList();
    }

    /** Until the result is recorded, and again while new proof is asked for. */
    private static boolean checking(CaseState state) {
        var material = state.complaint().material();
        return state.closedAt() == null
                && (material.identity() == null || material.requested().contains("IDENTITY"));
    }
}
