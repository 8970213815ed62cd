package org.fangxin.credit.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.credit.Factor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts entered by hand, within the thread's scope. One that was wrong is withdrawn, never changed. */
@Component
public class HandFactStore {
    /** @param withdrawnWhy null while it counts */
    public record HandFact(
            long id,
            String agency,
            long entity,
            Factor factor,
            LocalDate on,
            String paperNo,
            String words,
            String by,
            Instant at,
            @Nullable String withdrawnWhy) {}

    private static final String FACT = """
            select fact_id, agency_code, entity_id, code, on_day, paper_no, words, by_person, at, withdrawn_why
              from credit.hand_fact
            """;

    private final JdbcClient jdbc;

    HandFactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(HandFact fact) {
        jdbc.sql("""
                        insert into credit.hand_fact (agency_code, entity_id, code, on_day, paper_no, words, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        fact.agency(),
                        fact.entity(),
                        fact.factor().name(),
                        fact.on(),
                        fact.paperNo(),
                        fact.words(),
                        fact.by(),
                        Timestamp.from(fact.at()))
                .update();
    }

    /** @return false when it is withdrawn already */
    public boolean withdraw(long id, String why, String by, Instant now) {
        return jdbc.sql("""
                                update credit.hand_fact set withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?
                                 where fact_id = ? and withdrawn_at is null""").params(by, Timestamp.from(now), why, id).update() == 1;
    }

    public Optional<HandFact> find(long id) {
        return jdbc.sql(FACT + "where fact_id = ?")
                .param(id)
                .query(HandFactStore::fact)
                .optional();
    }

    /** Newest first. */
    public List<HandFact> of(long entity) {
        return jdbc.sql(FACT + "where entity_id = ? order by on_day desc, fact_id desc")
                .param(entity)
                .query(HandFactStore::fact)
                .list();
    }

    private static HandFact fact(java.sql.ResultSet rs, int n) throws java.sql.SQLException {
        return new HandFact(
                rs.getLong("fact_id"),
                rs.getString("agency_code"),
                rs.getLong("entity_id"),
                Factor.valueOf(rs.getString("code")),
                rs.getObject("on_day", LocalDate.class),
                rs.getString("paper_no"),
                rs.getString("words"),
                rs.getString("by_person"),
                rs.getTimestamp("at").toInstant(),
                rs.getString("withdrawn_why"));
    }
}
