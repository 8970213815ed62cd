package org.fangxin.safety;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** A running program with its database, and what was found out about it so far. */
record Premises(Home home, Program program, long seed, Map<String, Object> figures, Map<String, String> breaks) {
    /** Of every account of the demo and of those made here. */
    static final String PASSWORD = "Fangxin-Demo-2026";

    /** How a failure of the experiment itself begins. */
    static final String RIG = "the rig";

    static final String WRONG = "Not-The-Word-2027";

    Premises(Home home, Program program, long seed) {
        this(home, program, seed, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void broken(String what, String where) {
        breaks.putIfAbsent(what, where);
    }

    void hold(boolean held, String otherwise, Object where) {
        if (!held) {
            broken(otherwise, String.valueOf(where));
        }
    }

    /** So many officers more, without a role, whose names begin alike and whose password is that of the demo. */
    void hire(String prefix, int many) throws SQLException, IOException {
        home.run("""
                insert into identity.person (person_id, username, display_name, agency_code, active, password_hash,
                                             password_changed_at, must_change, created_at, created_by)
                select 'p-%s' || n, '%s' || n, '样例人员', '620823', true, p.password_hash, now(), false, now(), 'system'
                  from generate_series(0, %d) n, identity.person p where p.username = 'fensong'""".formatted(prefix, prefix, many - 1));
    }

    /** Nobody is locked any more, and no wrong guess is remembered. */
    void forgetGuesses() throws SQLException, IOException {
        home.run("delete from identity.sign_in_attempt", "delete from intake.tracking_attempt");
    }

    /** As if so many minutes had passed for every lock. */
    void letPass(int minutes) throws SQLException, IOException {
        home.run("""
                update identity.sign_in_attempt
                   set last_at = last_at - interval '%1$d minutes', locked_until = locked_until - interval '%1$d minutes'""".formatted(minutes));
    }

    /** The one word that a question has for an answer. */
    String text(String sql) throws SQLException, IOException {
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IOException("the rig: nothing is found by: " + sql);
            }
            return rows.getString(1);
        }
    }

    /** How often the audit log says that somebody's password or code was looked at. */
    long lookedAt(String personIds) throws SQLException, IOException {
        return home.number("""
                select count(*) from identity.audit_log
                 where action = 'SIGN_IN' and outcome in ('OK', 'FAILED') and subject like '%s'""".formatted(personIds));
    }
}
