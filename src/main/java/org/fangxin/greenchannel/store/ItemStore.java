package org.fangxin.greenchannel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Complaints in the channel, within the transaction's scope. */
@Repository
public class ItemStore {
    private static final String COLUMNS = """
            select case_no, member_id, agency_code, recused, state, routed_at, routed_on, due_on, answered_at, answered_on,
                   answer_days, ended_at, ended_by from greenchannel.item
            """;

    /** How it stands between consumer and merchant. */
    public enum State {
        OPEN,
        SETTLED,
        ESCALATED,
        WITHDRAWN
    }

    /** The lists that stand behind the figures, each a condition on the rows. */
    public enum Part {
        ALL("true"),
        OPEN("state = 'OPEN'"),
        SETTLED("state = 'SETTLED'"),
        ESCALATED("state = 'ESCALATED'"),
        /** Settled or passed on: what the rate of settlement counts. */
        CONCLUDED("state in ('SETTLED', 'ESCALATED')"),
        ANSWERED("answered_on is not null"),
        /** Answered within the promise. */
        KEPT("answered_on is not null and (due_on is null or answered_on <= due_on)"),
        /** Whether the promise was kept is known: answered, or handed over by the program unanswered. */
        PROMISED("(answered_on is not null or ended_by = 'PROMISE_MISSED')");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }

        /** The condition as SQL, made of nothing but what stands here. */
        public String condition() {
            return condition;
        }
    }

    /**
     * @param dueOn the last day of the merchant's promise
     * @param answerDays working days from routing to the first answer
     * @param endedBy COMPLAINANT, MERCHANT_DECLINED, PROMISE_MISSED of what was passed on
     */
    public record Item(
            String caseNo,
            String memberId,
            String agencyCode,
            List<String> recused,
            State state,
            Instant routedAt,
            LocalDate routedOn,
            @Nullable LocalDate dueOn,
            @Nullable Instant answeredAt,
            @Nullable LocalDate answeredOn,
            @Nullable Integer answerDays,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    /**
     * The days on which complaints went to the merchant, both counted; a null end is open.
     *
     * @throws org.fangxin.problem.Problem 422 when it ends before it begins
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        public static final Period ALWAYS = new Period(null, null);

        public Period {
            if (from != null && to != null && to.isBefore(from)) {
                throw Problem.invalid("to", "order", "结束日期不能早于开始日期。");
            }
        }

        LocalDate first() {
            return from == null ? LocalDate.EPOCH : from;
        }

        LocalDate last() {
            return to == null ? FAR : to;
        }
    }

    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
    private static final String WITHIN = " and routed_on between ? and ? ";

    private final JdbcClient jdbc;

    ItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Item> find(String caseNo) {
        return jdbc.sql(COLUMNS + " where case_no = ?")
                .param(caseNo)
                .query(ItemStore::item)
                .optional();
    }

    /** Locks the row until the transaction's end: consumer, merchant and program act one after the other. */
    public Optional<Item> locked(String caseNo) {
        return jdbc.sql(COLUMNS + " where case_no = ? for update")
                .param(caseNo)
                .query(ItemStore::item)
                .optional();
    }

    public List<Item> of(String memberId, Part part, Period period, int limit) {
        return jdbc.sql(COLUMNS + " where member_id = ? and " + part.condition() + WITHIN
                        + " order by state <> 'OPEN', case when state = 'OPEN' then due_on end, routed_at desc, case_no"
                        + " limit ?")
                .params(memberId, period.first(), period.last(), limit)
                .query(ItemStore::item)
                .list();
    }

    /** Open ones whose promise ended before the day; another instance's are passed over. */
    public List<String> dueBefore(LocalDate day, int limit) {
        return jdbc.sql("""
                        select case_no from greenchannel.item where state = 'OPEN' and due_on < ?
                         order by due_on, case_no limit ?""")
                .params(day, limit)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Locks it for this instance; false when it is no longer open or another instance has it. */
    public boolean claimOpen(String caseNo) {
        return jdbc.sql("""
                        select case_no from greenchannel.item where case_no = ? and state = 'OPEN'
                           for update skip locked""").param(caseNo).query(String.class).optional().isPresent();
    }

    public void put(Item i) {
        jdbc.sql("""
                        insert into greenchannel.item (case_no, member_id, agency_code, recused, state, routed_at, routed_on,
                            due_on, answered_at, answered_on, answer_days, ended_at, ended_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_no) do update
                           set member_id = excluded.member_id, agency_code = excluded.agency_code,
                               recused = excluded.recused, state = excluded.state, routed_at = excluded.routed_at,
                               routed_on = excluded.routed_on, due_on = excluded.due_on,
                               answered_at = excluded.answered_at, answered_on = excluded.answered_on,
                               answer_days = excluded.answer_days, ended_at = excluded.ended_at,
                               ended_by = excluded.ended_by""")
                .params(Arrays.asList(
                        i.caseNo(),
                        i.memberId(),
                        i.agencyCode(),
                        i.recused().toArray(String[]::new),
                        i.state().name(),
                        Timestamp.from(i.routedAt()),
                        i.routedOn(),
                        i.dueOn(),
                        Rows.timestamp(i.answeredAt()),
                        i.answeredOn(),
                        i.answerDays(),
                        Rows.timestamp(i.endedAt()),
                        i.endedBy()))
                .update();
    }

    public void forget() {
        jdbc.sql("delete from greenchannel.item").update();
    }

    /** Of a member: how many rows a part has. */
    public int count(String memberId, Part part, Period period) {
        return jdbc.sql("select count(*) from greenchannel.item where member_id = ? and " + part.condition() + WITHIN)
                .params(memberId, period.first(), period.last())
                .query(Integer.class)
                .single();
    }

    /** The middle of the working days to the first answer; empty without an answer. */
    public Optional<Double> medianAnswerDays(String memberId, Period period) {
        return jdbc.sql("""
                        select percentile_cont(0.5) within group (order by answer_days) from greenchannel.item
                         where member_id = ? and answer_days is not null and routed_on between ? and ?
                         having count(*) > 0""")
                .params(memberId, period.first(), period.last())
                .query(Double.class)
                .optional();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("case_no"),
                row.getString("member_id"),
                row.getString("agency_code"),
                List.of((String[]) row.getArray("recused").getArray()),
                State.valueOf(row.getString("state")),
                row.getTimestamp("routed_at").toInstant(),
                row.getObject("routed_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Rows.instant(row, "answered_at"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("answer_days", Integer.class),
                Rows.instant(row, "ended_at"),
                row.getString("ended_by"));
    }
}
