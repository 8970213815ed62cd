package org.fangxin.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The one connection during which the server knows that it is being copied. */
final class OwnersSession {
    private static final long LOCK = 620_823_174;

    /** Where the copy begins. */
    record Start(String lsn, String walName) {}

    /** Where it is whole, and the label that has to lie in the copy. */
    record Stop(String lsn, String walName, String label) {}

    private final Connection connection;

    OwnersSession(Connection connection) {
        this.connection = connection;
    }

    /** One backup at a time; the lock goes with the connection. The log of the time is held until then. */
    void claim() throws SQLException {
        if (!text("select pg_try_advisory_lock(" + LOCK + ")::text").equals("true")) {
            throw new BackupRefused("另一个备份正在进行。请等它做完。");
        }
        text("select slot_name::text from pg_create_physical_replication_slot('fangxin_backup', true, true)");
    }

    String timeline() throws SQLException {
        return "%08X".formatted(Integer.parseInt(text("select timeline_id::text from pg_control_checkpoint()")));
    }

    long walFileSize() throws SQLException {
        return Long.parseLong(text("select setting from pg_settings where name = 'wal_segment_size'"));
    }

    Start start(String label) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select lsn::text, pg_walfile_name(lsn) from pg_backup_start(?, fast => true) as lsn")) {
            statement.setString(1, label);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return new Start(result.getString(1), result.getString(2));
            }
        }
    }

    Stop stop() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select lsn::text, pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)")) {
            result.next();
            return new Stop(result.getString(1), result.getString(2), result.getString(3));
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
