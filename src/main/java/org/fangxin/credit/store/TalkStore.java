package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.merchant.MarketEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Talks with what was promised and what came of it, within the thread's scope. */
@Component
public class TalkStore {
    /** Which complaints an effect counts; shown with the figures. */
    public static final String RECEIVED = """
            select (c.received_at at time zone 'Asia/Shanghai')::date
              from casefile.case_file c
             where c.kind = 'COMPLAINT'
               and c.agency_code >= ? and c.agency_code < ?
               and (c.merchant_uscc = ? or (c.merchant_uscc is null and c.merchant_name = ?))
               and (c.received_at at time zone 'Asia/Shanghai')::date between ? and ?""";

    /** @param participants names of people, in clear */
    public record Talk(
            String id,
            String agency,
            String kind,
            LocalDate heldOn,
            String place,
            String occasion,
            String occasionWords,
            String participants,
            String points,
            String by,
            Instant at) {}

    /** @param result DONE or NOT_DONE; null while it is open */
    public record Commitment(
            long id,
            String talk,
            String words,
            LocalDate dueOn,
            @Nullable String result,
            @Nullable String resultWords) {}

    /** A look at how it goes. */
    public record Step(String by, Instant at, String words) {}

    private static final String TALK = """
            select talk_id, agency_code, kind, held_on, place, occasion, occasion_words, participants, points, by_person, at
              from credit.talk
            """;

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    TalkStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public void add(Talk talk, List<Long> entities, List<String> cases, List<Commitment> commitments) {
        jdbc.sql("insert into credit.talk values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        talk.id(),
                        talk.agency(),
                        talk.kind(),
                        talk.heldOn(),
                        talk.place(),
                        talk.occasion(),
                        talk.occasionWords(),
                        ciphers.party().encrypt(talk.participants(), place(talk.id())),
                        talk.points(),
                        talk.by(),
                        Timestamp.from(talk.at()))
                .update();
        entities.forEach(entity -> jdbc.sql("insert into credit.talk_entity values (?, ?)")
                .params(talk.id(), entity)
                .update());
        cases.forEach(caseNo -> jdbc.sql("insert into credit.talk_case values (?, ?)")
                .params(talk.id(), caseNo)
                .update());
        commitments.forEach(one -> jdbc.sql("insert into credit.commitment (talk_id, words, due_on) values (?, ?, ?)")
                .params(talk.id(), one.words(), one.dueOn())
                .update());
    }

    public Optional<Talk> find(String id) {
        return jdbc.sql(TALK + "where talk_id = ?").param(id).query(this::talk).optional();
    }

    /** Newest first, at most 50. */
    public List<Talk> of(long entity) {
        return jdbc.sql(TALK + """
                        where talk_id in (select talk_id from credit.talk_entity where entity_id = ?)
                        order by held_on desc, talk_id limit 50""").param(entity).query(this::talk).list();
    }

    public List<Long> entities(String talk) {
        return jdbc.sql("select entity_id from credit.talk_entity where talk_id = ? order by entity_id")
                .param(talk)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** Those that may be seen. */
    public List<String> cases(String talk) {
        return jdbc.sql("select case_no from credit.talk_case where talk_id = ? order by case_no")
                .param(talk)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    public List<Commitment> commitments(String talk) {
        return commitments("talk_id = ? order by due_on, commitment_id", talk);
    }

    public Optional<Commitment> commitment(long id) {
        return commitments("commitment_id = ?", id).stream().findFirst();
    }

    /** @return false when its result is known already */
    public boolean result(long id, String result, String words, String by, Instant now) {
        return jdbc.sql("""
                                update credit.commitment set result = ?, result_words = ?, result_by = ?, result_at = ?
                                 where commitment_id = ? and result is null""").params(result, words, by, Timestamp.from(now), id).update() == 1;
    }

    public void step(String talk, Step step) {
        jdbc.sql("insert into credit.talk_step (talk_id, by_person, at, words) values (?, ?, ?, ?)")
                .params(talk, step.by(), Timestamp.from(step.at()), step.words())
                .update();
    }

    public List<Step> steps(String talk) {
        return jdbc.sql("select by_person, at, words from credit.talk_step where talk_id = ? order by step_id")
                .param(talk)
                .query((rs, n) -> new Step(rs.getString(1), rs.getTimestamp(2).toInstant(), rs.getString(3)))
                .list();
    }

    /** Days on which the agency's subtree received complaints about the business. */
    public List<LocalDate> received(MarketEntity entity, String from, String to, LocalDate first, LocalDate last) {
        return jdbc.sql(RECEIVED)
                .params(java.util.Arrays.asList(from, to, entity.uscc(), entity.name(), first, last))
                .query((rs, n) -> rs.getDate(1).toLocalDate())
                .list();
    }

    private List<Commitment> commitments(String where, Object param) {
        return jdbc.sql(
                        "select commitment_id, talk_id, words, due_on, result, result_words from credit.commitment where "
                                + where)
                .param(param)
                .query((rs, n) -> new Commitment(
                        rs.getLong("commitment_id"),
                        rs.getString("talk_id"),
                        rs.getString("words"),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("result"),
                        rs.getString("result_words")))
                .list();
    }

    private Talk talk(ResultSet rs, int n) throws SQLException {
        String id = rs.getString("talk_id");
        return new Talk(
                id,
                rs.getString("agency_code"),
                rs.getString("kind"),
                rs.getObject("held_on", LocalDate.class),
                rs.getString("place"),
                rs.getString("occasion"),
                rs.getString("occasion_words"),
                ciphers.party().decrypt(rs.getBytes("participants"), place(id)),
                rs.getString("points"),
                rs.getString("by_person"),
                rs.getTimestamp("at").toInstant());
    }

    private static Place place(String id) {
        return new Place("credit.talk", "participants", id);
    }
}
