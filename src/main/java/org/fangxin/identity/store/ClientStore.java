package org.fangxin.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;
import org.fangxin.identity.internal.Program;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of programs; those removed stay for the audit log's sake and are found no more. */
@Repository
public class ClientStore {
    private static final String COLUMNS = """
            select client_id, secret_hash, display_name, agency_code, roles, wanted_roles, created_at
              from identity.client where removed_at is null
            """;

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Program> find(String clientId) {
        return jdbc.sql(COLUMNS + " and client_id = :id")
                .param("id", clientId)
                .query(ClientStore::program)
                .optional();
    }

    public List<Program> list() {
        return jdbc.sql(COLUMNS + " order by created_at, client_id")
                .query(ClientStore::program)
                .list();
    }

    public void insert(Program program, String by) {
        jdbc.sql("""
                insert into identity.client (client_id, secret_hash, display_name, agency_code, roles, wanted_roles,
                                             created_at, created_by)
                values (:id, :hash, :name, :agency, string_to_array(:roles, ','), string_to_array(:wanted, ','), :now, :by)
                """)
                .param("id", program.clientId())
                .param("hash", program.secretHash())
                .param("name", program.displayName())
                .param("agency", program.agencyCode())
                .param("roles", names(program.roles()))
                .param("wanted", names(program.wantedRoles()))
                .param("now", PersonStore.utc(program.createdAt()))
                .param("by", by)
                .update();
    }

    /** Whether there was such a program. */
    public boolean setRoles(String clientId, Set<Role> roles) {
        return jdbc.sql("""
                update identity.client set roles = string_to_array(:roles, ',')
                 where client_id = :id and removed_at is null
                """).param("roles", names(roles)).param("id", clientId).update() == 1;
    }

    /** Whether there was such a program. */
    public boolean remove(String clientId, Instant now) {
        return jdbc.sql("update identity.client set removed_at = :now where client_id = :id and removed_at is null")
                        .param("now", PersonStore.utc(now))
                        .param("id", clientId)
                        .update()
                == 1;
    }

    private static String names(Set<Role> roles) {
        return String.join(",", roles.stream().map(Role::name).sorted().toList());
    }

    private static Program program(ResultSet row, int number) throws SQLException {
        return new Program(
                row.getString("client_id"),
                row.getString("secret_hash"),
                row.getString("display_name"),
                row.getString("agency_code"),
                PersonStore.roles(row, "roles"),
                PersonStore.roles(row, "wanted_roles"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
