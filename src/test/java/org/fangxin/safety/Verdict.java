package org.fangxin.safety;

import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.fangxin.cipher.SealBroken;
import org.fangxin.intake.internal.file.SealedEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What the database has after the recovery, held against what the clients were told: by SQL with the superuser's rights, past
 * the program. Each kind of break has a name and a count.
 */
final class Verdict {
    private static final int ACCEPT_DAYS = 7;
    private static final int VERIFY_DAYS = 15;
    private static final int ONE_ADDRESS = 30;
    private static final int ACKNOWLEDGED_AGAIN = 5;
    private static final Duration READERS = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 100_000_000;

    private final Home home;
    private final Map<String, String> settings;
    private final Map<String, Long> breaks = new LinkedHashMap<>();
    private final Map<String, String> first = new HashMap<>();
    private final WorkdayOracle oracle = new WorkdayOracle();
    private long replayed;

    Verdict(Home home) throws IOException {
        this(home, Map.of());
    }

    /** @param settings with which the program's commands find the database */
    Verdict(Home home, Map<String, String> settings) throws IOException {
        this.home = home;
        this.settings = settings;
    }

    /** Everything of all ledgers of this home; the program runs. */
    void hold(Ledger... ledgers) throws IOException, InterruptedException, SQLException {
        Map<String, Ledger.Line> lines = new LinkedHashMap<>();
        for (Ledger ledger : ledgers) {
            lines.putAll(ledger.read());
        }
        Map<String, String> again = replay(lines.values());
        awaitReaders();
        Map<String, List<Stored>> stored = Stored.read(home);
        lines.forEach((key, line) -> judge(line, stored.getOrDefault(key, List.of()), again.get(key)));
        stored.keySet().stream()
                .filter(key -> !lines.containsKey(key))
                .forEach(key -> broken("stored but never sent", key));
        numbersAreUnique(stored.values());
        files(lines.values());
    }

    private void judge(Ledger.Line line, List<Stored> cases, @Nullable String again) {
        String key = line.form.key();
        if (cases.isEmpty()) {
            broken(line.acknowledged() ? "acknowledged and lost" : "not stored though it was sent again", key);
            return;
        }
        if (cases.size() > 1) {
            broken("two cases for one key", key);
        }
        if (line.acknowledged() && cases.stream().noneMatch(one -> one.caseNo().equals(line.caseNo()))) {
            broken("stored under another number than was told", key);
        }
        if (again != null && line.acknowledged() && !again.equals(line.caseNo())) {
            broken("sent again under the same key and answered with another case", key);
        }
        if (again != null && cases.stream().noneMatch(one -> one.caseNo().equals(again))) {
            broken("sent again and answered with a case that is not there", key);
        }
        cases.forEach(one -> judge(line, one));
    }

    private void judge(Ledger.Line line, Stored one) {
        String key = line.form.key();
        if (!one.digest().equals(line.digest)) {
            broken("stored with another content", key);
        }
        int days = one.kind().equals("REPORT") ? VERIFY_DAYS : ACCEPT_DAYS;
        if (!one.dueOn().equals(oracle.after(one.receivedAt(), days))) {
            broken("wrong deadline", key);
        }
        if (one.entries() != one.version()) {
            broken("entries of the journal do not fit the version", key);
        }
        if (one.receipts() != 1) {
            broken(one.receipts() == 0 ? "notice lost" : "notice doubled", key);
        }
        if (line.form.attachment() != null && !one.attachments().equals(List.of(line.form.attachment()))) {
            broken("attachment not with its case", key);
        }
    }

    /** What was sent and not acknowledged is sent again with the same key, as a page does; some of the others too. */
    private Map<String, String> replay(Collection<Ledger.Line> lines) throws IOException, InterruptedException {
        Map<String, String> again = new HashMap<>();
        HttpClient http = Crowd.client();
        int turn = 0;
        for (Ledger.Line line : lines) {
            if (!line.acknowledged() || turn++ % ACKNOWLEDGED_AGAIN == 0) {
                String caseNo = Crowd.again(http, line.form);
                if (++replayed % ONE_ADDRESS == 0) {
                    http = Crowd.client();
                }
                if (caseNo != null) {
                    again.put(line.form.key(), caseNo);
                }
            }
        }
        return again;
    }

    private void numbersAreUnique(Collection<List<Stored>> all) {
        Set<String> seen = new HashSet<>();
        all.forEach(cases -> cases.stream()
                .filter(one -> !seen.add(one.caseNo()))
                .forEach(one -> broken("one number twice", one.key())));
    }

    /** Notices are made by readers of the journal, a moment later: waited for, as long as they have not heard the last entry. */
    private void awaitReaders() throws SQLException, IOException {
        long until = System.nanoTime() + READERS.toNanos();
        while (home.number("""
                select count(*) from casefile.journal j, casefile.reader r
                 where r.name = 'notices' and (j.xid, j.seq) > (r.xid, r.seq)""") > 0) {
            if (System.nanoTime() > until) {
                broken("the reader of notices stands still", "");
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Every row of a file has a file that opens to the end with the fingerprint of the row, and those that were told do. */
    private void files(Collection<Ledger.Line> lines) throws SQLException, IOException {
        Map<String, String> rows = new HashMap<>();
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select attachment_id, sm3 from intake.attachment")) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        }
        SealedEvidence evidence = new SealedEvidence(home.path());
        rows.forEach((id, sm3) -> opens(evidence, id, sm3));
        for (Ledger.Line line : lines) {
            String id = line.form.attachment();
            if (id != null && line.acknowledged()) {
                String sent = org.fangxin.cipher.Sm3.hex(Form.file(line.form.key()));
                if (!sent.equals(rows.get(id))) {
                    broken("attachment lost or another than was sent", line.form.key());
                }
            }
        }
    }

    private void opens(SealedEvidence evidence, String id, String sm3) {
        try {
            if (!evidence.sm3(id).equals(sm3)) {
                broken("file with another content than its row says", id);
            }
        } catch (IOException | SealBroken unreadable) {
            broken("file missing or half written", id);
        }
    }

    /** Every table and index read from end to end by the server's own checker. */
    void relations() throws SQLException, IOException {
        home.run("create extension if not exists amcheck");
        try (Connection connection = home.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = names(statement, "r");
            List<String> indexes = names(statement, "i");
            for (String table : tables) {
                if (home.number("select count(*) from verify_heapam(" + table + "::regclass)") > 0) {
                    broken("a table does not read clean", table);
                }
            }
            for (String index : indexes) {
                statement.execute("select bt_index_check(" + index + "::regclass, true)");
            }
        } catch (SQLException corrupt) {
            broken("an index does not read clean: " + corrupt.getSQLState(), "");
        }
    }

    private static List<String> names(Statement statement, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                select quote_literal(c.oid::regclass::text) from pg_class c join pg_am a on a.oid = c.relam
                 where c.relkind = '%s' and c.relpersistence = 'p' and a.amname in ('heap', 'btree')""".formatted(kind))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The chains of all cases and of the audit log, by the program's own command; the program may run. */
    void chains() throws IOException, InterruptedException {
        Program verify = Program.start(home, settings, List.of("verify"));
        if (verify.awaitEnd() != 0) {
            broken("./fangxin verify found something", "");
        }
    }

    void broken(String what, String where) {
        breaks.merge(what, 1L, Long::sum);
        first.putIfAbsent(what, where);
    }

    /** How many were sent again. */
    long replayed() {
        return replayed;
    }

    /** Each kind of break, how often, and where first; empty when everything holds. */
    Map<String, String> breaks() {
        Map<String, String> told = new LinkedHashMap<>();
        breaks.forEach((what, count) -> told.put(what, count + " × (" + first.get(what) + ")"));
        return told;
    }
}
