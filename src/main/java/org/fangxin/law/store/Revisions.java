package org.fangxin.law.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers that grow with each change, so that every instance notices it. */
@Repository
public class Revisions {
    /** What changes. */
    public enum What {
        CALENDAR,
        SETTINGS
    }

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long current(What what) {
        return jdbc.sql("select number from law.revision where what = :what")
                .param("what", what.name())
                .query(Long.class)
                .single();
    }

    /** Counts up; also makes writers of the same thing wait for each other. Belongs first in their transaction. */
    public void next(What what) {
        jdbc.sql("update law.revision set number = number + 1 where what = :what")
                .param("what", what.name())
                .update();
    }
}
