package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.store.RuleDraftStore.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of rule tables. A version is only ever added. */
@Component
public class RuleStore {
    private static final String VERSION =
            "select agency_code, no, valid_from, body, set_by, set_at, approved_by, reason from credit.rule_version ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest of this one agency that holds on the day. */
    public Optional<Version> on(String agency, LocalDate day) {
        return jdbc.sql(VERSION + "where agency_code = ? and valid_from <= ? order by valid_from desc, no desc limit 1")
                .params(agency, day)
                .query(this::version)
                .optional();
    }

    public Optional<Version> find(String agency, int no) {
        return jdbc.sql(VERSION + "where agency_code = ? and no = ?")
                .params(agency, no)
                .query(this::version)
                .optional();
    }

    /** Newest first. */
    public List<Version> of(String agency) {
        return jdbc.sql(VERSION + "where agency_code = ? order by no desc")
                .param(agency)
                .query(this::version)
                .list();
    }

    /** A draft that was approved, as the next version of its agency. Two at once come one after the other. */
    public void add(Draft draft, String approvedBy, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("credit-rule-" + draft.agency())
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into credit.rule_version
                            (agency_code, no, valid_from, body, set_by, set_at, approved_by, approved_at, reason)
                        select ?, coalesce(max(no), 0) + 1, ?, ?, ?, ?, ?, ?, ? from credit.rule_version where agency_code = ?""")
                .params(
                        draft.agency(),
                        draft.validFrom(),
                        json.writeValueAsString(draft.rule()),
                        draft.madeBy(),
                        Timestamp.from(draft.madeAt()),
                        approvedBy,
                        Timestamp.from(now),
                        draft.reason(),
                        draft.agency())
                .update();
    }

    private Version version(ResultSet rs, int n) throws SQLException {
        return new Version(
                rs.getString("agency_code"),
                rs.getInt("no"),
                rs.getObject("valid_from", LocalDate.class),
                json.readValue(rs.getString("body"), GradeRule.class),
                rs.getString("set_by"),
                rs.getTimestamp("set_at").toInstant(),
                rs.getString("approved_by"),
                rs.getString("reason"));
    }
}
