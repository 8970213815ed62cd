package org.fangxin.identity.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.cipher.CipherDevice;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.FieldCipher;
import org.fangxin.cipher.KeyRing;
import org.fangxin.cipher.KeyUse;
import org.fangxin.cipher.SealBroken;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.stereotype.Component;

/**
 * Seals what an earlier key sealed anew under the newest, while everybody works: a few hundred rows a transaction, each opened
 * before it is written. Every value names its key and every key stays in the ring, so that no reader waits or fails. Whatever
 * was done stays done when it is killed, and the next run goes on.
 */
@Component
class KeyRotation {
    private static final int BATCH = 200;
    private static final String BEGINNING = "(0,0)";

    /** @param renewed by column @param unreadable values that open nowhere: left as they are */
    record Report(Map<String, Long> renewed, Map<String, Long> unreadable) {
        long total() {
            return renewed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** @param last where this batch ended, as the server names rows */
    private record Batch(int seen, int renewed, int unreadable, String last) {}

    private final DataSource owner;
    private final KeyRing ring;
    private final CipherDevice device;
    private final FieldCipher cipher;
    private final KeyCheck check;

    /** By the owner of the tables: the application's role may not change what is append-only. */
    KeyRotation(
            @FlywayDataSource DataSource owner, KeyRing ring, CipherDevice device, Ciphers ciphers, KeyCheck check) {
        this.owner = owner;
        this.ring = ring;
        this.device = device;
        this.cipher = ciphers.party();
        this.check = check;
    }

    /** Makes a new key, which the database knows before a value is sealed with it; its number. */
    int begin() {
        int number = ring.rotate(KeyUse.PARTY);
        check.note();
        return number;
    }

    Report renew() throws SQLException {
        Map<String, Long> renewed = new LinkedHashMap<>();
        Map<String, Long> unreadable = new LinkedHashMap<>();
        for (SealedColumn column : SealedColumn.ALL) {
            String name = column.table() + "." + column.column();
            String after = BEGINNING;
            Batch batch;
            do {
                batch = batch(column, after);
                after = batch.last();
                renewed.merge(name, (long) batch.renewed(), Long::sum);
                unreadable.merge(name, (long) batch.unreadable(), Long::sum);
            } while (batch.seen() > 0);
        }
        renewed.values().removeIf(count -> count == 0);
        unreadable.values().removeIf(count -> count == 0);
        return new Report(renewed, unreadable);
    }

    private Batch batch(SealedColumn column, String after) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Batch done = batch(connection, column, after);
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Batch batch(Connection connection, SealedColumn column, String after) throws SQLException {
        int seen = 0;
        int renewed = 0;
        String last = after;
        try (PreparedStatement select = connection.prepareStatement(outdated(column));
                PreparedStatement update = connection.prepareStatement(
                        "update " + column.table() + " set " + column.column() + " = ? where ctid = ?::tid")) {
            select.setString(1, after);
            select.setInt(2, device.activeKey(KeyUse.PARTY));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    seen++;
                    last = rows.getString(1);
                    renewed += renew(update, column, rows) ? 1 : 0;
                }
            }
        }
        return new Batch(seen, renewed, seen - renewed, last);
    }

    private boolean renew(PreparedStatement update, SealedColumn column, ResultSet row) throws SQLException {
        try {
            update.setBytes(1, cipher.renew(row.getBytes(3), column.place(row.getString(2))));
            update.setString(2, row.getString(1));
            return update.executeUpdate() == 1;
        } catch (SealBroken opensNot) {
            return false;
        }
    }

    /**
     * Rows behind a place whose value names another key; locked, so that nobody writes between the reading and the writing. In
     * the order of places: the bare name {@code ctid} would be the text that is selected, in which (0,10) comes before (0,9).
     */
    private static String outdated(SealedColumn column) {
        return """
                select t.ctid::text, (%3$s)::text, %2$s from %1$s t
                 where t.ctid > ?::tid and %2$s is not null and length(%2$s) > 3
                   and get_byte(%2$s, 1) * 256 + get_byte(%2$s, 2) <> ?
                 order by t.ctid limit %4$d for update""".formatted(column.table(), column.column(), column.row(), BATCH);
    }
}
