package org.fangxin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The database's roles: {@code fx_owner} owns the tables and cannot sign in, {@code fx_app} is the application and owns
 * nothing, {@code fx_vault} alone reads reporters' identities and is taken on only for that one read, {@code fx_match} owns
 * the functions that compare reporters' fingerprints and nobody signs in as it.
 */
final class Roles {
    private static final String ENSURE = """
            do $$
            begin
              if not exists (select from pg_roles where rolname = 'fx_owner') then
                create role fx_owner nologin;
              end if;
              if not exists (select from pg_roles where rolname = 'fx_vault') then
                create role fx_vault nologin;
              end if;
              if not exists (select from pg_roles where rolname = 'fx_match') then
                create role fx_match nologin;
              end if;
              if not exists (select from pg_roles where rolname = 'fx_app') then
                create role fx_app login noinherit;
              end if;
              if not pg_has_role(current_user, 'fx_owner', 'member') then
                execute format('grant fx_owner to %I', current_user);
              end if;
              if not pg_has_role('fx_owner', 'fx_match', 'member') then
                grant fx_match to fx_owner;
              end if;
              if not pg_has_role('fx_app', 'fx_vault', 'member') then
                grant fx_vault to fx_app;
              end if;
              if (select rolsuper from pg_roles where rolname = current_user) then
                -- messages of errors quote what was typed; the program itself logs what failed and where
                alter role fx_app set log_min_messages = 'log';
              end if;
              execute format('grant create, connect, temporary on database %I to fx_owner', current_database());
              -- the program makes nothing temporary, and what is temporary may bear the name of something else
              execute format('revoke temporary on database %I from public', current_database());
            end $$""";
    private static final String SETTINGS = """
            alter role fx_app set plan_cache_mode = 'force_custom_plan';
            alter role fx_app set statement_timeout = '60s';
            alter role fx_app set idle_in_transaction_session_timeout = '60s';
            alter role fx_app set timezone = 'Asia/Shanghai'""";
    private static final int OLDEST_SUPPORTED = 150000;

    private Roles() {}

    static void ensure(Server server) {
        try (Connection connection = Server.connect(server.ownerUrl(), server.ownerUser(), server.ownerPassword());
                Statement statement = connection.createStatement()) {
            SafetyCheck.refuseUnsafe(server, statement, OLDEST_SUPPORTED);
            // several instances may start at once
            statement.execute("select pg_advisory_lock(620823121)");
            statement.execute(ENSURE);
            statement.execute(SETTINGS);
            // hashed here: a server that logs statements learns no password
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(Server.APP_ROLE, server.appPassword().toCharArray(), "scram-sha-256");
            statement.execute("select pg_advisory_unlock(620823121)");
            SafetyCheck.refuseUnsafeApplication(server);
        } catch (SQLException e) {
            throw new UnsafeServer("数据库没有就绪：" + e.getMessage(), e);
        }
    }
}
