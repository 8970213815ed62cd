package org.fangxin.notice.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fangxin.notice.NoticeChannel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words that an agency put in place of the program's own. */
@Component
public class WordingStore {
    /** One agency's words for one template and channel. */
    public record Chosen(String agency, String subject, String body) {}

    private final JdbcClient jdbc;

    WordingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words of the agency, or of the nearest agency above it. */
    public Optional<Chosen> nearest(List<String> agencies, String template, NoticeChannel channel) {
        return agencies.isEmpty()
                ? Optional.empty()
                : jdbc.sql("""
                                select agency_code, subject, body from notice.wording
                                 where agency_code in (:agencies) and template = :template and channel = :channel
                                 order by length(agency_code) desc limit 1""")
                        .param("agencies", agencies)
                        .param("template", template)
                        .param("channel", channel.name())
                        .query((rs, n) -> new Chosen(rs.getString(1), rs.getString(2), rs.getString(3)))
                        .optional();
    }

    public void put(
            String agency,
            String template,
            NoticeChannel channel,
            String subject,
            String body,
            String by,
            Instant now) {
        jdbc.sql("""
                        insert into notice.wording (agency_code, template, channel, subject, body, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (agency_code, template, channel) do update
                           set subject = excluded.subject, body = excluded.body, changed_by = excluded.changed_by,
                               changed_at = excluded.changed_at""")
                .params(agency, template, channel.name(), subject, body, by, Timestamp.from(now))
                .update();
    }

    public void remove(String agency, String template, NoticeChannel channel) {
        jdbc.sql("delete from notice.wording where agency_code = ? and template = ? and channel = ?")
                .params(agency, template, channel.name())
                .update();
    }
}
