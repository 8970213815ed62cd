package org.fangxin.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.casefile.PartyRole;
import org.fangxin.notice.NoticeChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What has to be sent or done by hand. Within the transaction's scope. */
@Component
public class OutboxStore {
    private static final String COLUMNS = """
            outbox_id, message_id, case_no, agency_code, event, addressee, role, duties, template, facts, channel, state,
            to_record, not_before, attempts, fault, created_at, changed_at
            """;
    private static final String INSERT = """
            insert into notice.outbox (message_id, case_no, agency_code, event, addressee, role, duties, template, facts,
                channel, state, not_before, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_no, event, addressee, channel) do nothing""";
    private static final String CLAIM = """
            update notice.outbox set state = 'SENDING', attempts = attempts + 1, lease_until = ?, lease_holder = ?,
                   changed_at = ?
             where outbox_id in (
                select outbox_id from notice.outbox
                 where state in ('WAITING', 'SENDING') and not_before <= ? and channel = any (?)
                   and (lease_until is null or lease_until < ?)
                 order by not_before, outbox_id limit 1 for update skip locked)
            returning\s""" + COLUMNS;

    /** Where a message is. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        DELIVERED,
        SHOWN,
        BY_HAND,
        DEAD,
        DONE,
        DROPPED
    }

    /** What the case file is still to be told of it. */
    public enum ToRecord {
        NOTHING,
        TOLD,
        FAILED
    }

    /** A message as it is kept. */
    public record Row(
            long id,
            UUID messageId,
            String caseNo,
            String agency,
            String event,
            String addressee,
            PartyRole role,
            List<String> duties,
            String template,
            Map<String, String> facts,
            NoticeChannel channel,
            State state,
            ToRecord toRecord,
            Instant notBefore,
            int attempts,
            @Nullable String fault,
            Instant createdAt,
            Instant changedAt) {
        public boolean owed() {
            return !duties.isEmpty();
        }
    }

    /** A message to be kept. */
    public record Fresh(
            String caseNo,
            String agency,
            String event,
            String addressee,
            PartyRole role,
            List<String> duties,
            String template,
            Map<String, String> facts,
            NoticeChannel channel,
            State state,
            Instant notBefore) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether anything was planned for this person about this event. */
    public boolean knows(String caseNo, String event, String addressee) {
        return jdbc.sql("select 1 from notice.outbox where case_no = ? and event = ? and addressee = ? limit 1")
                .params(caseNo, event, addressee)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Keeps it once; empty when it was there. */
    public Optional<Row> insert(Fresh fresh, Instant now) {
        UUID messageId = UUID.randomUUID();
        int written = jdbc.sql(INSERT)
                .params(Arrays.asList(
                        messageId,
                        fresh.caseNo(),
                        fresh.agency(),
                        fresh.event(),
                        fresh.addressee(),
                        fresh.role().name(),
                        fresh.duties().toArray(String[]::new),
                        fresh.template(),
                        json.writeValueAsString(fresh.facts()),
                        fresh.channel().name(),
                        fresh.state().name(),
                        Timestamp.from(fresh.notBefore()),
                        Timestamp.from(now),
                        Timestamp.from(now)))
                .update();
        return written == 0 ? Optional.empty() : byMessage(messageId);
    }

    public Optional<Row> byMessage(UUID messageId) {
        return jdbc.sql("select " + COLUMNS + " from notice.outbox where message_id = ?")
                .param(messageId)
                .query(this::row)
                .optional();
    }

    public Optional<Row> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from notice.outbox where outbox_id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** As {@link #find}, held against everybody else until the transaction ends. */
    public Optional<Row> hold(long id) {
        return jdbc.sql("select " + COLUMNS + " from notice.outbox where outbox_id = ? for update")
                .param(id)
                .query(this::row)
                .optional();
    }

    /** All of a case, newest first. */
    public List<Row> ofCase(String caseNo) {
        return jdbc.sql("select " + COLUMNS + " from notice.outbox where case_no = ? order by outbox_id desc")
                .param(caseNo)
                .query(this::row)
                .list();
    }

    /** Open work of the desk, oldest first: to be brought by hand, or failed. */
    public List<Row> open(int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice.outbox where state in ('BY_HAND', 'DEAD')
                           and agency_code >= current_setting('fangxin.scope_from', true)
                           and agency_code < current_setting('fangxin.scope_to', true)
                         order by created_at, outbox_id limit ?""").param(limit).query(this::row).list();
    }

    /** How many of each open state there are within the scope. */
    public Map<String, Long> openCounts() {
        Map<String, Long> counts = new java.util.HashMap<>();
        jdbc.sql(
                        "select state, count(*) from notice.outbox where state in ('BY_HAND', 'DEAD') and outbox_id > ? group by 1")
                .param(0L)
                .query(rs -> {
                    counts.put(rs.getString(1), rs.getLong(2));
                });
        return counts;
    }

    /** Takes what is due, for as long as the lease lasts; what another instance holds is passed over. */
    public Optional<Row> claim(UUID holder, Collection<NoticeChannel> channels, Instant now, Instant leaseUntil) {
        Timestamp at = Timestamp.from(now);
        return jdbc.sql(CLAIM)
                .params(Timestamp.from(leaseUntil), holder, at, at, names(channels), at)
                .query(this::row)
                .optional();
    }

    /** What waited too long for a channel that is off: an officer has to look. */
    public List<Row> strand(Collection<NoticeChannel> off, Instant before, Instant now) {
        return jdbc.sql("""
                        update notice.outbox set state = 'DEAD', fault = 'CHANNEL_OFF', changed_at = ?
                         where state = 'WAITING' and not_before < ? and channel = any (?)
                        returning\s""" + COLUMNS)
                .params(Timestamp.from(now), Timestamp.from(before), names(off))
                .query(this::row)
                .list();
    }

    /** What has not left since before this moment waits for an officer; how many. */
    public int holdUnsent(Instant before, Instant now) {
        return jdbc.sql("""
                        update notice.outbox set state = 'DEAD', fault = 'RESTORED', changed_at = ?, lease_until = null,
                               lease_holder = null where state in ('WAITING', 'SENDING') and changed_at <= ?""").params(Timestamp.from(now), Timestamp.from(before)).update();
    }

    private static String[] names(Collection<NoticeChannel> channels) {
        return channels.stream().map(NoticeChannel::name).toArray(String[]::new);
    }

    /** Moves a message on and frees its lease. */
    public void settle(long id, State state, ToRecord toRecord, @Nullable String fault, Instant now) {
        jdbc.sql("""
                        update notice.outbox set state = ?, to_record = ?, fault = ?, changed_at = ?, lease_until = null,
                               lease_holder = null where outbox_id = ?""")
                .params(Arrays.asList(state.name(), toRecord.name(), fault, Timestamp.from(now), id))
                .update();
    }

    /** Waits for another try. */
    public void again(long id, Instant notBefore, @Nullable String fault, Instant now) {
        jdbc.sql("""
                        update notice.outbox set state = 'WAITING', not_before = ?, fault = ?, changed_at = ?,
                               lease_until = null, lease_holder = null where outbox_id = ?""")
                .params(Arrays.asList(Timestamp.from(notBefore), fault, Timestamp.from(now), id))
                .update();
    }

    /** Goes another way: counted afresh, with a new message id. */
    public void reroute(long id, NoticeChannel channel, State state, Instant notBefore, Instant now) {
        jdbc.sql("""
                        update notice.outbox set channel = ?, state = ?, not_before = ?, attempts = 0, fault = null,
                               to_record = 'NOTHING', message_id = ?, changed_at = ?, lease_until = null,
                               lease_holder = null where outbox_id = ?""")
                .params(
                        channel.name(),
                        state.name(),
                        Timestamp.from(notBefore),
                        UUID.randomUUID(),
                        Timestamp.from(now),
                        id)
                .update();
    }

    /** What the case file has yet to be told. */
    public List<Row> toRecord(int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice.outbox where to_record <> 'NOTHING' order by outbox_id limit ?
                         for update skip locked""").param(limit).query(this::row).list();
    }

    public void recorded(long id, @Nullable String fault, Instant now) {
        jdbc.sql("""
                        update notice.outbox set to_record = 'NOTHING', fault = coalesce(?, fault), changed_at = ?
                         where outbox_id = ?""").params(Arrays.asList(fault, Timestamp.from(now), id)).update();
    }

    /** What is owed in this case and not yet on its way. */
    public List<Row> unsent(String caseNo) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice.outbox where case_no = ? and duties <> '{}'
                           and state in ('WAITING', 'BY_HAND', 'DEAD') for update""")
                .param(caseNo)
                .query(this::row)
                .list();
    }

    /** Follows the case to the agency that has it now. */
    public void follow(String caseNo, String agency) {
        jdbc.sql("update notice.outbox set agency_code = ? where case_no = ? and agency_code <> ?")
                .params(agency, caseNo, agency)
                .update();
    }

    private Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getLong("outbox_id"),
                rs.getObject("message_id", UUID.class),
                rs.getString("case_no"),
                rs.getString("agency_code"),
                rs.getString("event"),
                rs.getString("addressee"),
                PartyRole.valueOf(rs.getString("role")),
                List.of((String[]) rs.getArray("duties").getArray()),
                rs.getString("template"),
                json.readValue(rs.getString("facts"), new TypeReference<Map<String, String>>() {}),
                NoticeChannel.valueOf(rs.getString("channel")),
                State.valueOf(rs.getString("state")),
                ToRecord.valueOf(rs.getString("to_record")),
                rs.getTimestamp("not_before").toInstant(),
                rs.getInt("attempts"),
                rs.getString("fault"),
                rs.getTimestamp("created_at").toInstant(),
                rs.getTimestamp("changed_at").toInstant());
    }
}
