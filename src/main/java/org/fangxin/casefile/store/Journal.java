package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.fangxin.casefile.CaseJournal;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.cipher.Chain;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Inserts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only journal: each entry is chained to the one before it in its case. */
@Component
class Journal {
    private static final String INSERT = """
            insert into casefile.journal (case_id, case_seq, act_id, act, type, data, texts_digest, actor, acted_for,
                                          occurred_at, recorded_at, link)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String READ = """
            select case_seq, act_id, act, type, data, texts_digest, actor, acted_for, occurred_at, recorded_at, link
              from casefile.journal where case_id = ? order by case_seq""";

    private static final String READ_MANY = """
            select case_id, case_seq, act_id, act, type, data, texts_digest, actor, acted_for, occurred_at, recorded_at,
                   link
              from casefile.journal where case_id = any (?) order by case_id, case_seq""";

    /** A row as stored; {@code recorded} is the entry it holds. */
    record Row(UUID actId, String act, String type, String data, String textsDigest, String link, Recorded recorded) {}

    /** What one act adds: its id and name, who, for which absent person, when, and the digest of its texts. */
    record Stamp(
            UUID actId,
            String act,
            String actor,
            @Nullable String actedFor,
            Instant occurredAt,
            Instant recordedAt,
            String textsDigest) {}

    private final JdbcClient jdbc;
    private final EntryCodec codec;
    private final Chain chain;
    private final Inserts inserts;

    Journal(JdbcClient jdbc, EntryCodec codec, Chain chain, Inserts inserts) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.chain = chain;
        this.inserts = inserts;
    }

    /** Before anything is written: whoever waits here takes no transaction number, so entries stay in order. */
    void lock(long caseId) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(caseId).query(rs -> {});
    }

    List<Row> read(long caseId) {
        return jdbc.sql(READ).param(caseId).query(this::row).list();
    }

    /** The journals of several cases in one reading. */
    java.util.Map<Long, List<Row>> readMany(List<Long> caseIds) {
        java.util.Map<Long, List<Row>> journals = new java.util.HashMap<>();
        jdbc.sql(READ_MANY).param(caseIds.toArray(Long[]::new)).query((ResultSet rs) -> {
            journals.computeIfAbsent(rs.getLong("case_id"), id -> new ArrayList<>())
                    .add(row(rs, 0));
        });
        return journals;
    }

    /** Appends entries after {@code last} (null for a new case) and returns them as recorded. */
    List<Recorded> append(long caseId, String caseNo, @Nullable Row last, Stamp stamp, List<Entry> entries) {
        long seq = last == null ? 0 : last.recorded().seq();
        String link = last == null ? Chain.START : last.link();
        List<Recorded> written = new ArrayList<>();
        for (Entry entry : entries) {
            seq++;
            Recorded recorded = new Recorded(
                    seq,
                    micros(stamp.occurredAt()),
                    micros(stamp.recordedAt()),
                    stamp.actor(),
                    stamp.actedFor(),
                    entry);
            String data = codec.write(entry);
            String type = EntryCodec.type(entry);
            link = chain.link(link, content(caseNo, stamp.act(), type, data, stamp.textsDigest(), recorded));
            inserts.add(
                    INSERT,
                    caseId,
                    seq,
                    stamp.actId(),
                    stamp.act(),
                    type,
                    data,
                    stamp.textsDigest(),
                    stamp.actor(),
                    stamp.actedFor(),
                    Timestamp.from(recorded.occurredAt()),
                    Timestamp.from(recorded.recordedAt()),
                    link);
            written.add(recorded);
        }
        return written;
    }

    /** The first row that does not belong where it stands, or empty: numbers without gap, every link right. */
    java.util.Optional<Row> firstBroken(String caseNo, List<Row> rows) {
        String link = Chain.START;
        long expected = 1;
        for (Row row : rows) {
            String content = content(caseNo, row.act(), row.type(), row.data(), row.textsDigest(), row.recorded());
            if (row.recorded().seq() != expected || !chain.holds(link, content, row.link())) {
                return java.util.Optional.of(row);
            }
            link = row.link();
            expected++;
        }
        return java.util.Optional.empty();
    }

    static String digest(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return "";
        }
        StringBuilder whole = new StringBuilder();
        new TreeMap<>(texts)
                .forEach((field, body) -> whole.append(field)
                        .append('\0')
                        .append(body.length())
                        .append('\0')
                        .append(body));
        return Sm3.hex(whole.toString());
    }

    private static String content(
            String caseNo, String act, String type, String data, String textsDigest, Recorded recorded) {
        return content(
                caseNo,
                new CaseJournal.Line(
                        recorded.seq(),
                        act,
                        type,
                        data,
                        Map.of(),
                        textsDigest,
                        recorded.actorId(),
                        recorded.actedFor(),
                        recorded.occurredAt(),
                        recorded.recordedAt(),
                        ""));
    }

    /** What a link binds, beside the link before it. */
    static String content(String caseNo, CaseJournal.Line line) {
        String own = String.join(
                "\n",
                caseNo,
                Long.toString(line.seq()),
                line.act(),
                line.type(),
                line.data(),
                line.textsDigest(),
                line.actor(),
                line.occurredAt().toString(),
                line.recordedAt().toString());
        // beside what was hashed before substitutes were known, so that older links hold
        return line.actedFor() == null ? own : own + "\nfor:" + line.actedFor();
    }

    private Row row(ResultSet rs, int number) throws SQLException {
        String type = rs.getString("type");
        String data = rs.getString("data");
        Recorded recorded = new Recorded(
                rs.getLong("case_seq"),
                rs.getTimestamp("occurred_at").toInstant(),
                rs.getTimestamp("recorded_at").toInstant(),
                rs.getString("actor"),
                rs.getString("acted_for"),
                codec.read(type, data));
        return new Row(
                rs.getObject("act_id", UUID.class),
                rs.getString("act"),
                type,
                data,
                rs.getString("texts_digest"),
                rs.getString("link"),
                recorded);
    }

    /** PostgreSQL keeps microseconds; what is hashed must be what comes back. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
