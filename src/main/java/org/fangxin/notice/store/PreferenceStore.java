package org.fangxin.notice.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each officer's own choices. */
@Component
public class PreferenceStore {
    private final JdbcClient jdbc;

    PreferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean digest(String person) {
        return jdbc.sql("select digest from notice.preference where person_id = ?")
                .param(person)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    public void put(String person, boolean digest, Instant now) {
        jdbc.sql("""
                        insert into notice.preference (person_id, digest, changed_at) values (?, ?, ?)
                        on conflict (person_id) do update set digest = excluded.digest, changed_at = excluded.changed_at""").params(person, digest, Timestamp.from(now)).update();
    }
}
