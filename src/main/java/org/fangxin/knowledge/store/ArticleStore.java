package org.fangxin.knowledge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.knowledge.Rating;
import org.fangxin.knowledge.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Articles and their wordings. Nothing personal: no scope, but who may see a draft is asked before. */
@Component
public class ArticleStore {
    private static final String SELECT = """
            select a.article_id, a.agency_code, w.version, w.title, w.variants, w.answer, w.sources, w.open_to_public,
                   w.review_on, w.topic, w.state, w.written_by,
                   coalesce((select sum(u.used) from knowledge.use u where u.article_id = w.article_id
                       and u.version = w.version), 0) as used,
                   coalesce((select sum(u.unhelpful) from knowledge.use u where u.article_id = w.article_id
                       and u.version = w.version), 0) as unhelpful,
                   coalesce((select sum(u.helpful) from knowledge.use u where u.article_id = w.article_id
                       and u.version = w.version), 0) as helpful
              from knowledge.wording w join knowledge.article a on a.article_id = w.article_id""";

    /** What a wording says. */
    public record Text(
            String title,
            List<String> variants,
            String answer,
            String sources,
            boolean openToPublic,
            LocalDate reviewOn,
            Topic topic) {}

    /** @param agency for it and all below; empty for the whole country */
    public record Article(
            long id,
            String agency,
            int version,
            Text text,
            String state,
            String writtenBy,
            int used,
            int unhelpful,
            int helpful) {
        /** Published, and too many of those who got it say that it did not help. */
        public boolean doubted() {
            return state.equals("PUBLISHED") && Rating.doubted(helpful, unhelpful);
        }
    }

    private final JdbcClient jdbc;

    ArticleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Published wordings that hold for an agency: its own, its superiors' and the country's, nearest first. */
    public List<Article> published(String agency) {
        return jdbc.sql(SELECT + " where w.state = 'PUBLISHED' and starts_with(?, a.agency_code)"
                        + " order by length(a.agency_code) desc, a.article_id")
                .param(agency)
                .query(ArticleStore::article)
                .list();
    }

    /** Wordings in every state written for the agency's subtree, and the published ones that hold for it. */
    public List<Article> kept(String agency) {
        return jdbc.sql(SELECT + " where starts_with(a.agency_code, ?)"
                        + " or (w.state = 'PUBLISHED' and starts_with(?, a.agency_code))"
                        + " order by w.review_on, a.article_id, w.version desc")
                .params(agency, agency)
                .query(ArticleStore::article)
                .list();
    }

    /** A wording by its state; empty when there is none. */
    public Optional<Article> find(long id, String state) {
        return jdbc.sql(SELECT + " where a.article_id = ? and w.state = ?")
                .params(id, state)
                .query(ArticleStore::article)
                .optional();
    }

    public Optional<String> agencyOf(long id) {
        return jdbc.sql("select agency_code from knowledge.article where article_id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    public long open(String agency, Instant now) {
        return jdbc.sql("insert into knowledge.article (agency_code, created_at) values (?, ?) returning article_id")
                .params(agency, Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** Writes the draft of an article: the open one anew, or the next version. */
    public void draft(long id, Text text, String by, Instant now) {
        jdbc.sql("""
                        insert into knowledge.wording (article_id, version, title, variants, answer, sources, open_to_public,
                            review_on, topic, state, written_by, written_at)
                        values (?, (select coalesce(max(version), 0) + 1 from knowledge.wording
                                     where article_id = ? and state <> 'DRAFT'), ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?)
                        on conflict (article_id, version) do update
                           set title = excluded.title, variants = excluded.variants, answer = excluded.answer,
                               sources = excluded.sources, open_to_public = excluded.open_to_public,
                               review_on = excluded.review_on, topic = excluded.topic, written_by = excluded.written_by,
                               written_at = excluded.written_at""")
                .params(
                        id,
                        id,
                        text.title(),
                        text.variants().toArray(String[]::new),
                        text.answer(),
                        text.sources(),
                        text.openToPublic(),
                        text.reviewOn(),
                        text.topic().name(),
                        by,
                        Timestamp.from(now))
                .update();
    }

    /** Moves the wording in one state to another; false when there is none. */
    public boolean move(long id, String from, String to, String by, Instant now) {
        return jdbc.sql("update knowledge.wording set state = ?, decided_by = ?, decided_at = ?"
                                + " where article_id = ? and state = ?")
                        .params(to, by, Timestamp.from(now), id, from)
                        .update()
                == 1;
    }

    /** One more use of a wording on a day; {@code unhelpful} one more that did not help. */
    public void count(Article article, String agency, LocalDate day, boolean unhelpful) {
        jdbc.sql("""
                        insert into knowledge.use as u (article_id, version, on_day, agency_code, used, unhelpful)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (article_id, version, on_day, agency_code, from_public) do update
                           set used = u.used + excluded.used, unhelpful = u.unhelpful + excluded.unhelpful""")
                .params(article.id(), article.version(), day, agency, unhelpful ? 0 : 1, unhelpful ? 1 : 0)
                .update();
    }

    private static Article article(ResultSet rs, int n) throws SQLException {
        String[] variants = (String[]) rs.getArray("variants").getArray();
        Text text = new Text(
                rs.getString("title"),
                List.of(variants),
                rs.getString("answer"),
                rs.getString("sources"),
                rs.getBoolean("open_to_public"),
                rs.getObject("review_on", LocalDate.class),
                Topic.valueOf(rs.getString("topic")));
        return new Article(
                rs.getLong("article_id"),
                rs.getString("agency_code"),
                rs.getInt("version"),
                text,
                rs.getString("state"),
                rs.getString("written_by"),
                rs.getInt("used"),
                rs.getInt("unhelpful"),
                rs.getInt("helpful"));
    }
}
