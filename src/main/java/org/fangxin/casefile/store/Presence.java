package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a case open and who writes what, within the thread's scope: in the database, so that it holds between the
 * processes of a cluster. Each page tells every quarter of a minute that it is there; who has not told for three quarters of
 * a minute is gone, with nobody having to clear up.
 */
@Component
public class Presence {
    /** How long somebody is held to be there after he last told so. */
    public static final Duration LASTS = Duration.ofSeconds(45);

    /**
     * Somebody else at the case.
     *
     * @param act what he is writing, null while he only reads
     * @param since since when he writes it, or reads
     */
    public record Other(String personId, @Nullable Act act, Instant since) {}

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final InstantSource clock;

    Presence(JdbcClient jdbc, CaseRows rows, InstantSource clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Tells that the person is at the case.
     *
     * @param act what he is writing, null while he only reads
     * @return the others, who writes first
     * @throws Problem 404 for a case that is missing or may not be seen
     */
    @Transactional
    public List<Other> at(String caseNo, String personId, @Nullable Act act) {
        rows.alsoDisputed();
        long id = rows.head(caseNo).orElseThrow(Problem::notFound).id();
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp gone = Timestamp.from(clock.instant().minus(LASTS));
        jdbc.sql("delete from casefile.presence where person_id = ? and seen_at <= ?")
                .params(personId, gone)
                .update();
        jdbc.sql("""
                        insert into casefile.presence as p (case_id, person_id, act, since, seen_at) values (?, ?, ?, ?, ?)
                        on conflict (case_id, person_id) do update
                           set act = excluded.act, seen_at = excluded.seen_at,
                               since = case when p.act is distinct from excluded.act then excluded.since else p.since end""")
                .params(Arrays.asList(id, personId, act == null ? null : act.id(), now, now))
                .update();
        return jdbc.sql("""
                        select person_id, act, since from casefile.presence
                         where case_id = ? and person_id <> ? and seen_at > ?
                         order by act is null, since, person_id""")
                .params(id, personId, gone)
                .query((rs, n) -> new Other(
                        rs.getString(1),
                        rs.getString(2) == null
                                ? null
                                : Act.byId(rs.getString(2)).orElse(null),
                        rs.getTimestamp(3).toInstant()))
                .list();
    }

    /** The person has left the case, or lost sight of it. */
    @Transactional
    public void left(String caseNo, String personId) {
        rows.alsoDisputed();
        rows.head(caseNo)
                .ifPresent(head -> jdbc.sql("delete from casefile.presence where case_id = ? and person_id = ?")
                        .params(head.id(), personId)
                        .update());
    }
}
