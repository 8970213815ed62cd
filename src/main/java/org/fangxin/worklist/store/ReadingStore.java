package org.fangxin.worklist.store;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseReadings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the person of the thread's scope has opened, and how much of it he saw. */
@Component
public class ReadingStore implements CaseReadings {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    ReadingStore(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(String caseNo, String person, long version) {
        if (of(person, List.of(caseNo)).getOrDefault(caseNo, 0L) >= version) {
            return;
        }
        // in a transaction of its own, nobody waits for the disk: what a crash takes is a reading that has to be done
        // again before anything unread
        // is closed
        jdbc.sql("select set_config('synchronous_commit', 'off', true)").query(rs -> {});
        jdbc.sql("""
                        insert into worklist.reading as r (person, case_no, version, at) values (?, ?, ?, ?)
                        on conflict (person, case_no)
                        do update set version = excluded.version, at = excluded.at where r.version < excluded.version""")
                .params(person, caseNo, version, Timestamp.from(clock.instant()))
                .update();
    }

    /** How many entries of each case the person has seen; without those never opened. */
    @Transactional(readOnly = true)
    public Map<String, Long> of(String person, List<String> caseNos) {
        Map<String, Long> seen = new HashMap<>();
        jdbc.sql("select case_no, version from worklist.reading where person = ? and case_no = any (?)")
                .params(person, caseNos.toArray(String[]::new))
                .query(rs -> {
                    seen.put(rs.getString(1), rs.getLong(2));
                });
        return seen;
    }
}
