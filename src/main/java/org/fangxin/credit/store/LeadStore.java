package org.fangxin.credit.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which report a lead of an inspection became; told to whoever sees the report and to nobody else (Art. 37). */
@Component
public class LeadStore {
    private final JdbcClient jdbc;

    LeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(long inspection, String caseNo, String by, Instant now) {
        jdbc.sql("""
                        insert into credit.lead (inspection_id, case_no, by_person, at) values (?, ?, ?, ?)
                        on conflict (inspection_id) do nothing""").params(inspection, caseNo, by, Timestamp.from(now)).update();
    }

    public Optional<String> caseOf(long inspection) {
        return jdbc.sql("select case_no from credit.lead where inspection_id = ?")
                .param(inspection)
                .query(String.class)
                .optional();
    }

    public Optional<Long> inspectionOf(String caseNo) {
        return jdbc.sql("select inspection_id from credit.lead where case_no = ?")
                .param(caseNo)
                .query(Long.class)
                .optional();
    }
}
