package org.fangxin.notice.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.fangxin.notice.OfficerInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What officers are told on the desk, and what they are to be reminded of. */
@Component
public class InboxStore implements OfficerInbox {
    /** One line of somebody's inbox. */
    public record Item(
            long id,
            String caseNo,
            String matter,
            Map<String, String> facts,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /** A day after which the handlers are told. */
    public record Reminder(String caseNo, String event, String matter, LocalDate after) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InboxStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void tell(
            Collection<String> persons,
            String caseNo,
            String event,
            String matter,
            Map<String, String> facts,
            Instant now) {
        for (String person : persons) {
            jdbc.sql("""
                            insert into notice.inbox (person_id, case_no, event, matter, facts, created_at)
                            values (?, ?, ?, ?, ?, ?) on conflict (person_id, case_no, event, matter) do nothing""")
                    .params(person, caseNo, event, matter, json.writeValueAsString(facts), Timestamp.from(now))
                    .update();
        }
    }

    /** A person's own, newest first. */
    public List<Item> of(String person, int limit) {
        return jdbc.sql("""
                        select item_id, case_no, matter, facts, created_at, read_at from notice.inbox
                         where person_id = ? order by item_id desc limit ?""")
                .params(person, limit)
                .query((rs, n) -> {
                    Timestamp read = rs.getTimestamp(6);
                    return new Item(
                            rs.getLong(1),
                            rs.getString(2),
                            rs.getString(3),
                            json.readValue(rs.getString(4), new TypeReference<Map<String, String>>() {}),
                            rs.getTimestamp(5).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    public int unread(String person) {
        return jdbc.sql("select count(*) from notice.inbox where person_id = ? and read_at is null")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** Marks everything up to this item as read. */
    public void read(String person, long upTo, Instant now) {
        jdbc.sql("update notice.inbox set read_at = ? where person_id = ? and read_at is null and item_id <= ?")
                .params(Timestamp.from(now), person, upTo)
                .update();
    }

    public void remind(Reminder reminder) {
        jdbc.sql("""
                        insert into notice.reminder (case_no, event, matter, after) values (?, ?, ?, ?)
                        on conflict (case_no, event, matter) do nothing""")
                .params(reminder.caseNo(), reminder.event(), reminder.matter(), reminder.after())
                .update();
    }

    /** Whose day is over, held until the transaction ends. */
    public List<Reminder> over(LocalDate today, int limit) {
        return jdbc.sql("""
                        select case_no, event, matter, after from notice.reminder
                         where done_at is null and after < ? order by after limit ? for update skip locked""")
                .params(today, limit)
                .query((rs, n) -> new Reminder(
                        rs.getString(1), rs.getString(2), rs.getString(3), rs.getObject(4, LocalDate.class)))
                .list();
    }

    public void reminded(Reminder reminder, Instant now) {
        jdbc.sql("update notice.reminder set done_at = ? where case_no = ? and event = ? and matter = ?")
                .params(Arrays.asList(Timestamp.from(now), reminder.caseNo(), reminder.event(), reminder.matter()))
                .update();
    }
}
