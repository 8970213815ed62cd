package org.fangxin.staffing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.staffing.AssignmentRule;
import org.fangxin.staffing.AssignmentRule.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules of assignment and their drafts, within the thread's scope. */
@Component
public class AssignmentStore {
    /** @param state OPEN, ACTIVATED or DECLINED */
    public record Draft(
            long id,
            String agency,
            AssignmentRule rule,
            String reason,
            String state,
            String madeBy,
            Instant madeAt,
            @Nullable String decidedBy,
            @Nullable String decidedWhy) {}

    private static final String VERSION = """
            select agency_code, no, body, reason, made_by, activated_by, activated_at from staffing.assignment_rule
             where agency_code = ? order by no desc limit ?""";
    private static final String DRAFT = """
            select draft_id, agency_code, body, reason, state, made_by, made_at, decided_by, decided_why
              from staffing.assignment_draft
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AssignmentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of this very agency. */
    public Optional<Version> newest(String agency) {
        return versions(agency, 1).stream().findFirst();
    }

    /** Newest first. */
    public List<Version> versions(String agency, int limit) {
        return jdbc.sql(VERSION).params(agency, limit).query(this::version).list();
    }

    public long add(Draft draft) {
        return jdbc.sql("""
                        insert into staffing.assignment_draft (agency_code, body, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?) returning draft_id""")
                .params(
                        draft.agency(),
                        json.writeValueAsString(draft.rule()),
                        draft.reason(),
                        draft.madeBy(),
                        Timestamp.from(draft.madeAt()))
                .query(Long.class)
                .single();
    }

    /** Held until the transaction ends. */
    public Optional<Draft> hold(long id) {
        return jdbc.sql(DRAFT + "where draft_id = ? for update")
                .param(id)
                .query(this::draft)
                .optional();
    }

    /** Open and declined ones, newest first: those activated are versions. */
    public List<Draft> drafts(String agency) {
        return jdbc.sql(DRAFT + "where agency_code = ? and state <> 'ACTIVATED' order by draft_id desc limit 10")
                .param(agency)
                .query(this::draft)
                .list();
    }

    public void decide(long id, String state, String by, @Nullable String why, Instant now) {
        jdbc.sql("""
                        update staffing.assignment_draft set state = :state, decided_by = :by, decided_why = :why, decided_at = :now
                         where draft_id = :id""")
                .param("state", state)
                .param("by", by)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    /** A draft as the next version of its agency. Two at once come one after the other. */
    public void activate(Draft draft, String by, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("assignment-rule-" + draft.agency())
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into staffing.assignment_rule
                            (agency_code, no, body, reason, made_by, made_at, activated_by, activated_at)
                        select ?, coalesce(max(no), 0) + 1, ?, ?, ?, ?, ?, ? from staffing.assignment_rule where agency_code = ?""")
                .params(
                        draft.agency(),
                        json.writeValueAsString(draft.rule()),
                        draft.reason(),
                        draft.madeBy(),
                        Timestamp.from(draft.madeAt()),
                        by,
                        Timestamp.from(now),
                        draft.agency())
                .update();
    }

    private Version version(ResultSet rs, int n) throws SQLException {
        return new Version(
                rs.getString("agency_code"),
                rs.getInt("no"),
                json.readValue(rs.getString("body"), AssignmentRule.class),
                rs.getString("reason"),
                rs.getString("made_by"),
                rs.getString("activated_by"),
                rs.getTimestamp("activated_at").toInstant());
    }

    private Draft draft(ResultSet rs, int n) throws SQLException {
        return new Draft(
                rs.getLong("draft_id"),
                rs.getString("agency_code"),
                json.readValue(rs.getString("body"), AssignmentRule.class),
                rs.getString("reason"),
                rs.getString("state"),
                rs.getString("made_by"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("decided_by"),
                rs.getString("decided_why"));
    }
}
