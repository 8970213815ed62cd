package org.fangxin.staffing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.staffing.Absence;
import org.fangxin.staffing.Absence.Kind;
import org.fangxin.staffing.Absence.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Absences within the thread's scope. */
@Component
public class AbsenceStore {
    private static final String ABSENCE = """
            select absence_id, agency_code, person_id, substitute_id, kind, reason, starts_at, ends_at, state, asked_by,
                   asked_at, decided_by, decided_at, words from staffing.absence""";

    /** From the substitute back through those who are away and whose substitutes are away too; a circle ends by itself. */
    private static final String STANDING = """
            with recursive away as (
                select person_id, substitute_id from staffing.absence
                 where state = 'APPROVED' and starts_at <= :now and ends_at > :now),
            standing (person_id) as (
                select person_id from away where substitute_id = :person
                union
                select away.person_id from away join standing on away.substitute_id = standing.person_id)
            select person_id from standing
             where not exists (select from away where person_id = :person)""";

    /** From somebody on along the substitutes of those who are away in the span. */
    private static final String REACHES = """
            with recursive chain (person_id) as (
                select :from::text
                union
                select a.substitute_id from staffing.absence a join chain on a.person_id = chain.person_id
                 where a.state in ('ASKED', 'APPROVED') and a.starts_at < :ends and a.ends_at > :starts)
            select exists (select from chain where person_id = :to)""";

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    AbsenceStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    /** Two requests at once are looked at one after the other. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('staffing.absence'))").query(rs -> {});
    }

    /** @param absence its id counts for nothing */
    public long add(Absence absence) {
        long id = jdbc.sql("select nextval('staffing.absence_id')")
                .query(Long.class)
                .single();
        byte[] reason = absence.reason() == null ? null : ciphers.party().encrypt(absence.reason(), place(id));
        jdbc.sql("""
                        insert into staffing.absence (absence_id, agency_code, person_id, substitute_id, kind, reason,
                            starts_at, ends_at, state, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?)""")
                .params(Arrays.asList(
                        id,
                        absence.agency(),
                        absence.personId(),
                        absence.substituteId(),
                        absence.kind().name(),
                        reason,
                        Timestamp.from(absence.startsAt()),
                        Timestamp.from(absence.endsAt()),
                        absence.askedBy(),
                        Timestamp.from(absence.askedAt())))
                .update();
        return id;
    }

    public Optional<Absence> find(long id) {
        return jdbc.sql(ABSENCE + " where absence_id = ?")
                .param(id)
                .query(this::absence)
                .optional();
    }

    /** Held until the transaction ends. */
    public Optional<Absence> hold(long id) {
        return jdbc.sql(ABSENCE + " where absence_id = ? for update")
                .param(id)
                .query(this::absence)
                .optional();
    }

    /** Those of an agency and below that touch the span, newest first. */
    public List<Absence> between(String agency, Instant from, Instant to, int limit) {
        return jdbc.sql(ABSENCE + " " + """
                         where starts_with(agency_code, ?) and ends_at > ? and starts_at < ?
                         order by starts_at desc, absence_id desc limit ?""")
                .params(agency, Timestamp.from(from), Timestamp.from(to), limit)
                .query(this::absence)
                .list();
    }

    /** Those of this person, asked or approved, that touch the span. */
    public List<Absence> touching(String person, Instant from, Instant to) {
        return jdbc.sql(ABSENCE + " " + """
                         where person_id = ? and state in ('ASKED', 'APPROVED') and ends_at > ? and starts_at < ?
                         order by starts_at""")
                .params(person, Timestamp.from(from), Timestamp.from(to))
                .query(this::absence)
                .list();
    }

    /** Approved ones that began or ended in the span. */
    public List<Absence> turning(Instant from, Instant to) {
        return jdbc.sql(ABSENCE + " " + """
                         where state = 'APPROVED' and (starts_at between :from and :to or ends_at between :from and :to)
                         order by absence_id""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(this::absence)
                .list();
    }

    public void decide(long id, State state, String by, Instant now, @Nullable String words) {
        jdbc.sql(
                        "update staffing.absence set state = ?, decided_by = ?, decided_at = ?, words = ? where absence_id = ?")
                .params(Arrays.asList(state.name(), by, Timestamp.from(now), words, id))
                .update();
    }

    public void withdraw(long id) {
        jdbc.sql("update staffing.absence set state = 'WITHDRAWN' where absence_id = ?")
                .param(id)
                .update();
    }

    /** He is back earlier. */
    public void end(long id, Instant now) {
        jdbc.sql("update staffing.absence set ends_at = greatest(starts_at, ?) where absence_id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    /** For whom this person stands in at this moment; nobody when he is away himself. */
    public Set<String> standing(String person, Instant now) {
        return Set.copyOf(jdbc.sql(STANDING)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(String.class)
                .list());
    }

    /** Whether the substitutes' substitutes lead from one person to another in the span. */
    public boolean reaches(String from, String to, Instant starts, Instant ends) {
        return jdbc.sql(REACHES)
                .param("from", from)
                .param("to", to)
                .param("starts", Timestamp.from(starts))
                .param("ends", Timestamp.from(ends))
                .query(Boolean.class)
                .single();
    }

    private Absence absence(ResultSet rs, int n) throws SQLException {
        long id = rs.getLong("absence_id");
        byte[] reason = rs.getBytes("reason");
        Timestamp decided = rs.getTimestamp("decided_at");
        return new Absence(
                id,
                rs.getString("agency_code"),
                rs.getString("person_id"),
                rs.getString("substitute_id"),
                Kind.valueOf(rs.getString("kind")),
                reason == null ? null : ciphers.party().decrypt(reason, place(id)),
                rs.getTimestamp("starts_at").toInstant(),
                rs.getTimestamp("ends_at").toInstant(),
                State.valueOf(rs.getString("state")),
                rs.getString("asked_by"),
                rs.getTimestamp("asked_at").toInstant(),
                rs.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                rs.getString("words"));
    }

    private static Place place(long id) {
        return new Place("staffing.absence", "reason", Long.toString(id));
    }
}
