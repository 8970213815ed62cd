package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.credit.GradeRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rule tables that somebody proposes, within the thread's scope. */
@Component
public class RuleDraftStore {
    /** @param state OPEN, APPROVED or DECLINED */
    public record Draft(
            long id,
            String agency,
            LocalDate validFrom,
            GradeRule rule,
            String reason,
            String state,
            String madeBy,
            Instant madeAt,
            @Nullable String decidedBy,
            @Nullable String decidedWhy) {}

    private static final String DRAFT = """
            select draft_id, agency_code, valid_from, body, reason, state, made_by, made_at, decided_by, decided_why
              from credit.rule_draft
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RuleDraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long add(Draft draft) {
        return jdbc.sql("""
                        insert into credit.rule_draft (agency_code, valid_from, body, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?) returning draft_id""")
                .params(
                        draft.agency(),
                        draft.validFrom(),
                        json.writeValueAsString(draft.rule()),
                        draft.reason(),
                        draft.madeBy(),
                        Timestamp.from(draft.madeAt()))
                .query(Long.class)
                .single();
    }

    public Optional<Draft> lock(long id) {
        return jdbc.sql(DRAFT + "where draft_id = ? for update")
                .param(id)
                .query(this::draft)
                .optional();
    }

    /** Of the agency itself, newest first, at most 20; approved ones are versions and left out. */
    public List<Draft> of(String agency) {
        return jdbc.sql(DRAFT + "where agency_code = ? and state <> 'APPROVED' order by draft_id desc limit 20")
                .param(agency)
                .query(this::draft)
                .list();
    }

    public void decide(long id, String state, String by, String why, Instant now) {
        jdbc.sql("""
                        update credit.rule_draft set state = ?, decided_by = ?, decided_why = ?, decided_at = ?
                         where draft_id = ?""").params(state, by, why, Timestamp.from(now), id).update();
    }

    private Draft draft(ResultSet rs, int n) throws SQLException {
        return new Draft(
                rs.getLong("draft_id"),
                rs.getString("agency_code"),
                rs.getObject("valid_from", LocalDate.class),
                json.readValue(rs.getString("body"), GradeRule.class),
                rs.getString("reason"),
                rs.getString("state"),
                rs.getString("made_by"),
                rs.getTimestamp("made_at").toInstant(),
                rs.getString("decided_by"),
                rs.getString("decided_why"));
    }
}
