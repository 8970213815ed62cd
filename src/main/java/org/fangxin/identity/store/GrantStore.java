package org.fangxin.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fangxin.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles granted, and the passwords that were used before. */
@Repository
public class GrantStore {
    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these the person's roles; those that stay keep the day of their grant. */
    public void replace(String personId, Set<Role> roles, Instant now, String by) {
        String names = String.join(",", roles.stream().map(Role::name).toList());
        jdbc.sql("delete from identity.role_grant where person_id = :id and role <> all (string_to_array(:roles, ','))")
                .param("id", personId)
                .param("roles", names)
                .update();
        jdbc.sql("""
                insert into identity.role_grant (person_id, role, granted_at, granted_by)
                select :id, role, :now, :by from unnest(string_to_array(:roles, ',')) as role
                on conflict do nothing
                """)
                .param("id", personId)
                .param("roles", names)
                .param("now", PersonStore.utc(now))
                .param("by", by)
                .update();
    }

    /** The hashes of the last passwords, newest first. */
    public List<String> passwords(String personId, int limit) {
        return jdbc.sql("""
                select hash from identity.password_history where person_id = :id order by changed_at desc limit :limit
                """)
                .param("id", personId)
                .param("limit", limit)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** Remembers a password and forgets those that no longer count. */
    public void remember(String personId, String hash, Instant now, int keep) {
        jdbc.sql("insert into identity.password_history (person_id, hash, changed_at) values (:id, :hash, :now)")
                .param("id", personId)
                .param("hash", hash)
                .param("now", PersonStore.utc(now))
                .update();
        jdbc.sql("""
                delete from identity.password_history
                 where person_id = :id
                   and changed_at not in (select changed_at from identity.password_history
                                           where person_id = :id order by changed_at desc limit :keep)
                """).param("id", personId).param("keep", keep).update();
    }
}
