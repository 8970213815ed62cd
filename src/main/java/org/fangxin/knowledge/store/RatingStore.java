package org.fangxin.knowledge.store;

import java.time.LocalDate;
import java.util.List;
import org.fangxin.knowledge.Rating;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ratings of wordings: counts a day, and remarks of nobody. */
@Component
public class RatingStore {
    /** A remark as the keepers of an article read it. */
    public record Remark(int version, LocalDate day, boolean fromPublic, boolean helpful, String body) {}

    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether somebody can have read this wording: published now or before; for the public one that is open. */
    public boolean readable(long id, int version, String agency, boolean fromPublic) {
        return jdbc.sql("""
                        select exists (select from knowledge.wording w join knowledge.article a on a.article_id = w.article_id
                                        where w.article_id = ? and w.version = ?
                                          and w.state <> 'DRAFT' and starts_with(?, a.agency_code)
                                          and (w.open_to_public or not ?))""")
                .params(id, version, agency, fromPublic)
                .query(Boolean.class)
                .single();
    }

    public void count(long id, Rating rating, String agency, boolean fromPublic, LocalDate day) {
        jdbc.sql("""
                        insert into knowledge.use as u (article_id, version, on_day, agency_code, from_public, helpful, unhelpful)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (article_id, version, on_day, agency_code, from_public) do update
                           set helpful = u.helpful + excluded.helpful, unhelpful = u.unhelpful + excluded.unhelpful""")
                .params(
                        id,
                        rating.version(),
                        day,
                        agency,
                        fromPublic,
                        rating.helpful() ? 1 : 0,
                        rating.helpful() ? 0 : 1)
                .update();
    }

    public void remark(long id, int version, String body, boolean helpful, boolean fromPublic, LocalDate day) {
        jdbc.sql("""
                        insert into knowledge.remark (article_id, version, on_day, from_public, helpful, body)
                        values (?, ?, ?, ?, ?, ?)""").params(id, version, day, fromPublic, helpful, body).update();
    }

    /** The newest first. */
    public List<Remark> remarks(long id, int most) {
        return jdbc.sql("""
                        select version, on_day, from_public, helpful, body from knowledge.remark where article_id = ?
                         order by remark_id desc limit ?""")
                .params(id, most)
                .query((rs, n) -> new Remark(
                        rs.getInt(1),
                        rs.getObject(2, LocalDate.class),
                        rs.getBoolean(3),
                        rs.getBoolean(4),
                        rs.getString(5)))
                .list();
    }
}
