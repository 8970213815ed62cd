package org.fangxin.identity.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open sessions, by person. */
@Repository
public class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes every session, on every instance; how many there were. */
    public int endAll() {
        return jdbc.sql("delete from identity.spring_session").update();
    }

    /** Deletes what the person has open, on every instance. */
    public int end(String personId) {
        return jdbc.sql("delete from identity.spring_session where principal_name = :id")
                .param("id", personId)
                .update();
    }
}
