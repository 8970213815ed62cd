package org.fangxin.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.fangxin.database.EmbeddedDatabase;

/** What writers were told is kept, beside the database that told it: the measure of what a restore brings back. */
final class Ledger {
    private final EmbeddedDatabase database;
    private final Queue<Integer> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    Ledger(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Writes a row and a line. */
    void write() {
        try (Connection connection = database.connect()) {
            write(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Connection connection) throws SQLException {
        int number = next.incrementAndGet();
        try (var statement = connection.prepareStatement("insert into kept values (?, ?)")) {
            statement.setInt(1, number);
            statement.setString(2, "第 " + number + " 件".repeat(40));
            statement.executeUpdate();
            lines.add(number);
        }
    }

    private void writeWhile(AtomicBoolean open) {
        try (Connection connection = database.connect()) {
            while (open.get()) {
                write(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many threads write until something is done. */
    void writeDuring(int threads, Work work) throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        List<Thread> writers = IntStream.range(0, threads)
                .mapToObj(i -> Thread.ofPlatform().start(() -> writeWhile(open)))
                .toList();
        try {
            work.run();
        } finally {
            open.set(false);
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    interface Work {
        void run() throws Exception;
    }

    /** Numbers of all lines. */
    Set<Integer> all() {
        return new TreeSet<>(lines);
    }

    /** What a database has. */
    static Set<Integer> in(EmbeddedDatabase database) throws SQLException {
        Set<Integer> found = new TreeSet<>();
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select number from kept")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    /** A sealed file as the program keeps it. */
    static void attach(Path home, String id, byte[] sealed) throws Exception {
        Path folder = Files.createDirectories(home.resolve("files").resolve(id.substring(0, 2)));
        Files.write(folder.resolve(id), sealed);
    }
}
