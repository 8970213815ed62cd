package org.fangxin.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Refuses a server that could lose an acknowledged case, or that lets anyone in. */
final class SafetyCheck {
    private static final List<String> MUST_BE_ON = List.of("fsync", "full_page_writes");
    private static final String INVALID_PASSWORD = "28P01";

    private SafetyCheck() {}

    /** @param oldest the oldest version's number as PostgreSQL counts, e.g. 150000 */
    static void refuseUnsafe(Server server, Statement statement, int oldest) throws SQLException {
        if (Integer.parseInt(show(statement, "server_version_num")) < oldest) {
            throw new UnsafeServer("PostgreSQL 版本太旧，需要 " + oldest / 10_000 + " 或更新。");
        }
        for (String setting : MUST_BE_ON) {
            if (!show(statement, setting).equals("on")) {
                throw new UnsafeServer("数据库的 " + setting + " 是关闭的，断电会丢失案件。请打开后再启动。");
            }
        }
        refuseHastyCommit(statement);
        refuseTrust(server.ownerUrl(), server.ownerUser());
    }

    /** What may be set for a role alone: asked as the application. */
    static void refuseUnsafeApplication(Server server) throws SQLException {
        try (Connection connection = Server.connect(server.appUrl(), Server.APP_ROLE, server.appPassword());
                Statement statement = connection.createStatement()) {
            refuseHastyCommit(statement);
        }
        refuseTrust(server.appUrl(), Server.APP_ROLE);
    }

    private static void refuseHastyCommit(Statement statement) throws SQLException {
        if (show(statement, "synchronous_commit").equals("off")) {
            throw new UnsafeServer("数据库的 synchronous_commit 是 off，断电会丢失已确认的案件。请改为 on 后再启动。");
        }
    }

    /** A wrong password must be refused; where it is not, pg_hba.conf says trust. */
    private static void refuseTrust(String url, String user) throws SQLException {
        try (Connection ignored = Server.connect(url, user, Secrets.word())) {
            throw new UnsafeServer("数据库不核对口令（pg_hba.conf 是 trust），任何人都能进入。请改为 scram-sha-256 后再启动。");
        } catch (SQLException e) {
            if (!INVALID_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
