package org.fangxin.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.identity.internal.AuditRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log's rows and its head. */
@Repository
public class AuditStore {
    /** Where the log ends: the number and link of its last record. */
    public record Head(long seq, String link) {}

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The head, held until the transaction's end: records are written one after the other. */
    public Head lockedHead() {
        return jdbc.sql("select seq, link from identity.audit_head where one for update")
                .query(Head.class)
                .single();
    }

    public Head head() {
        return jdbc.sql("select seq, link from identity.audit_head where one")
                .query(Head.class)
                .single();
    }

    public void append(AuditRecord entry) {
        jdbc.sql("""
                insert into identity.audit_log (seq, at, actor, agency_code, action, subject, outcome, detail, origin, link)
                values (:seq, :at, :actor, :agency, :action, :subject, :outcome, :detail, :origin, :link)
                """)
                .param("seq", entry.seq())
                .param("at", PersonStore.utc(entry.at()))
                .param("actor", entry.actor())
                .param("agency", entry.agencyCode())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("outcome", entry.outcome())
                .param("detail", entry.detail())
                .param("origin", entry.origin())
                .param("link", entry.link())
                .update();
        jdbc.sql("update identity.audit_head set seq = :seq, link = :link where one")
                .param("seq", entry.seq())
                .param("link", entry.link())
                .update();
    }

    /** Records after a number, in order. */
    public List<AuditRecord> after(long seq, int limit) {
        return jdbc.sql("select * from identity.audit_log where seq > :seq order by seq limit :limit")
                .param("seq", seq)
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    /** A page of a period, newest first, before the record {@code before}. */
    public List<AuditRecord> page(Instant from, Instant to, long before, int limit) {
        return jdbc.sql("""
                select * from identity.audit_log
                 where at >= :from and at < :to and seq < :before
                 order by seq desc limit :limit
                """)
                .param("from", PersonStore.utc(from))
                .param("to", PersonStore.utc(to))
                .param("before", before)
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    /** How many records the period has, counted up to {@code most}. */
    public long count(Instant from, Instant to, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from identity.audit_log where at >= :from and at < :to limit :most) as counted
                """)
                .param("from", PersonStore.utc(from))
                .param("to", PersonStore.utc(to))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static AuditRecord entry(ResultSet row, int number) throws SQLException {
        return new AuditRecord(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("agency_code"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("origin"),
                row.getString("link"));
    }
}
