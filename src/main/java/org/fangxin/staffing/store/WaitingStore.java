package org.fangxin.staffing.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that wait for their unit's rule, and when each officer last got one. */
@Component
public class WaitingStore {
    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String caseNo, Instant since) {
        jdbc.sql("""
                        insert into staffing.waiting (case_no, since) values (?, ?)
                        on conflict (case_no) do update set since = excluded.since, looked_at = null, why = null""").params(caseNo, Timestamp.from(since)).update();
    }

    public void remove(String caseNo) {
        jdbc.sql("delete from staffing.waiting where case_no = ?").param(caseNo).update();
    }

    /** New ones, and those that were last looked at before the moment. */
    public List<String> next(Instant lookedBefore, int limit) {
        return jdbc.sql("""
                        select case_no from staffing.waiting where looked_at is null or looked_at < ?
                         order by looked_at nulls first, since, case_no limit ?""")
                .params(Timestamp.from(lookedBefore), limit)
                .query((rs, n) -> Objects.requireNonNull(rs.getString(1)))
                .list();
    }

    /** Held until the transaction ends; false when it is gone or another process has it. */
    public boolean claim(String caseNo) {
        return jdbc.sql("select case_no from staffing.waiting where case_no = ? for update skip locked")
                .param(caseNo)
                .query(String.class)
                .optional()
                .isPresent();
    }

    public void stays(String caseNo, String why, Instant now) {
        jdbc.sql("update staffing.waiting set why = ?, looked_at = ? where case_no = ?")
                .params(why, Timestamp.from(now), caseNo)
                .update();
    }

    /** Why a case still lies in the unit's queue; empty when it does not wait or was not looked at yet. */
    public Optional<String> why(String caseNo) {
        return jdbc.sql("select why from staffing.waiting where case_no = ? and why is not null")
                .param(caseNo)
                .query(String.class)
                .optional();
    }

    public void turn(String agency, String person, Instant at) {
        jdbc.sql("""
                        insert into staffing.turn (agency_code, person_id, last_at) values (?, ?, ?)
                        on conflict (agency_code, person_id) do update set last_at = greatest(turn.last_at, excluded.last_at)""").params(agency, person, Timestamp.from(at)).update();
    }

    /** When each officer of an agency last got a case. */
    public Map<String, Instant> turns(String agency) {
        Map<String, Instant> turns = new HashMap<>();
        jdbc.sql("select person_id, last_at from staffing.turn where agency_code = ?")
                .param(agency)
                .query(rs -> {
                    turns.put(rs.getString(1), rs.getTimestamp(2).toInstant());
                });
        return turns;
    }

    public void forget() {
        jdbc.sql("delete from staffing.waiting").update();
        jdbc.sql("delete from staffing.turn").update();
    }
}
