package org.fangxin.identity.store;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which keys this database's content was written. */
@Repository
public class KeyFingerprintStore {
    private final JdbcClient jdbc;

    KeyFingerprintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Integer, String> all() {
        Map<Integer, String> all = new TreeMap<>();
        jdbc.sql("select number, fingerprint from identity.key_fingerprint")
                .query((RowCallbackHandler) row -> all.put(row.getInt(1), row.getString(2)));
        return all;
    }

    public void add(int number, String fingerprint) {
        jdbc.sql("""
                insert into identity.key_fingerprint (number, fingerprint) values (:number, :fingerprint)
                on conflict do nothing
                """).param("number", number).param("fingerprint", fingerprint).update();
    }
}
