package org.fangxin.enforcement.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.RewardClaim.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rewards and their books. Runs in the thread's scope: who does not see the report sees no reward of it. */
@Component
public class RewardStore {
    private static final String COLUMNS = """
            select claim_no, case_no, agency_code, state, by_reporter, opened_at, grade, reasons, base, amount,
                   graded_by, first_by, second_by, expires_on, code_mac is not null, wrong
              from enforcement.reward_claim""";

    /** A code's fingerprint and the number of the key that made it. */
    public record Code(int key, byte[] mac) {}

    /** What an agency's books say, in yuan. */
    public record Books(
            String agencyCode,
            int granted,
            BigDecimal grantedSum,
            int paid,
            BigDecimal paidSum,
            int lapsed,
            BigDecimal lapsedSum,
            BigDecimal payable,
            BigDecimal waiting) {
        /** What is owed by the lines is what the claims say is still to be taken. */
        public boolean balanced() {
            return payable.compareTo(waiting) == 0;
        }
    }

    private final JdbcClient jdbc;

    RewardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the case has one already. */
    public void open(String claimNo, String caseNo, String agency, boolean byReporter, Instant now) {
        jdbc.sql("""
                        insert into enforcement.reward_claim (claim_no, case_no, agency_code, state, by_reporter, opened_at)
                        values (?, ?, ?, 'APPLIED', ?, ?) on conflict (case_no) do nothing""")
                .params(claimNo, caseNo, agency, byReporter, Timestamp.from(now))
                .update();
    }

    public Optional<RewardClaim> ofCase(String caseNo) {
        return jdbc.sql(COLUMNS + " where case_no = ? for update")
                .param(caseNo)
                .query(RewardStore::claim)
                .optional();
    }

    public Optional<RewardClaim> hold(String claimNo) {
        return jdbc.sql(COLUMNS + " where claim_no = ? for update")
                .param(claimNo)
                .query(RewardStore::claim)
                .optional();
    }

    /** The newest two hundred. */
    public List<RewardClaim> all() {
        return jdbc.sql(COLUMNS + " order by opened_at desc, claim_no limit 200")
                .query(RewardStore::claim)
                .list();
    }

    public List<RewardClaim> overdue(LocalDate today) {
        return jdbc.sql(COLUMNS + " where state = 'GRANTED' and expires_on < ? for update")
                .param(today)
                .query(RewardStore::claim)
                .list();
    }

    public void graded(
            String claimNo, String rule, int grade, String reasons, BigDecimal base, BigDecimal amount, String by) {
        jdbc.sql("""
                        update enforcement.reward_claim set state = 'GRADED', rule_id = ?, grade = ?, reasons = ?, base = ?,
                            amount = ?, graded_by = ?, first_by = null where claim_no = ?""").params(rule, grade, reasons, base, amount, by, claimNo).update();
    }

    public void firstApproved(String claimNo, String by) {
        jdbc.sql("update enforcement.reward_claim set state = 'FIRST_APPROVED', first_by = ? where claim_no = ?")
                .params(by, claimNo)
                .update();
    }

    public void granted(String claimNo, String by, LocalDate expires, Instant now) {
        jdbc.sql("""
                        update enforcement.reward_claim set state = 'GRANTED', second_by = ?, expires_on = ?, granted_at = ?
                         where claim_no = ?""").params(by, expires, Timestamp.from(now), claimNo).update();
    }

    public void state(String claimNo, State state) {
        jdbc.sql("update enforcement.reward_claim set state = ? where claim_no = ?")
                .params(state.name(), claimNo)
                .update();
    }

    /** A new code, or none any more; the count of wrong ones starts anew. */
    public void code(String claimNo, @Nullable Code code) {
        jdbc.sql("update enforcement.reward_claim set code_key = ?, code_mac = ?, wrong = 0 where claim_no = ?")
                .params(java.util.Arrays.asList(
                        code == null ? null : code.key(), code == null ? null : code.mac(), claimNo))
                .update();
    }

    public Optional<Code> code(String claimNo) {
        return jdbc.sql("""
                        select code_key, code_mac from enforcement.reward_claim
                         where claim_no = ? and code_mac is not null""")
                .param(claimNo)
                .query((rs, n) -> new Code(rs.getInt(1), rs.getBytes(2)))
                .optional();
    }

    public void wrong(String claimNo) {
        jdbc.sql("update enforcement.reward_claim set wrong = wrong + 1 where claim_no = ?")
                .param(claimNo)
                .update();
    }

    public void paid(String claimNo, String by, String voucher, Instant now) {
        jdbc.sql("""
                        update enforcement.reward_claim set state = 'PAID', paid_by = ?, paid_at = ?, voucher = ?,
                            code_key = null, code_mac = null where claim_no = ?""").params(by, Timestamp.from(now), voucher, claimNo).update();
    }

    /** A line of the books. */
    public void enter(String claimNo, Line line, BigDecimal amount, String by, Instant now) {
        jdbc.sql("""
                        insert into enforcement.reward_entry (claim_no, kind, debit, credit, amount, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(claimNo, line.name(), line.debit, line.credit, amount, by, Timestamp.from(now))
                .update();
    }

    /** What may happen to a reward's money. */
    public enum Line {
        GRANT("EXPENSE", "PAYABLE"),
        PAY("PAYABLE", "FUNDS"),
        LAPSE("PAYABLE", "EXPENSE");

        private final String debit;
        private final String credit;

        Line(String debit, String credit) {
            this.debit = debit;
            this.credit = credit;
        }
    }

    /** The books by agency. */
    public List<Books> books() {
        return jdbc.sql("""
                        select r.agency_code,
                               count(*) filter (where e.kind = 'GRANT'),
                               coalesce(sum(e.amount) filter (where e.kind = 'GRANT'), 0),
                               count(*) filter (where e.kind = 'PAY'),
                               coalesce(sum(e.amount) filter (where e.kind = 'PAY'), 0),
                               count(*) filter (where e.kind = 'LAPSE'),
                               coalesce(sum(e.amount) filter (where e.kind = 'LAPSE'), 0),
                               coalesce(sum(e.amount) filter (where e.credit = 'PAYABLE'), 0)
                                 - coalesce(sum(e.amount) filter (where e.debit = 'PAYABLE'), 0),
                               coalesce(sum(r.amount) filter (where e.kind = 'GRANT' and r.state = 'GRANTED'), 0)
                          from enforcement.reward_claim r join enforcement.reward_entry e using (claim_no)
                         group by 1 order by 1""")
                .query((rs, n) -> new Books(
                        rs.getString(1),
                        rs.getInt(2),
                        rs.getBigDecimal(3),
                        rs.getInt(4),
                        rs.getBigDecimal(5),
                        rs.getInt(6),
                        rs.getBigDecimal(7),
                        rs.getBigDecimal(8),
                        rs.getBigDecimal(9)))
                .list();
    }

    private static RewardClaim claim(ResultSet rs, int n) throws SQLException {
        int grade = rs.getInt(7);
        java.sql.Date expires = rs.getDate(14);
        return new RewardClaim(
                rs.getString(1),
                rs.getString(2),
                rs.getString(3),
                State.valueOf(rs.getString(4)),
                rs.getBoolean(5),
                rs.getTimestamp(6).toInstant(),
                grade == 0 ? null : grade,
                rs.getString(8),
                rs.getBigDecimal(9),
                rs.getBigDecimal(10),
                rs.getString(11),
                rs.getString(12),
                rs.getString(13),
                expires == null ? null : expires.toLocalDate(),
                rs.getBoolean(15),
                rs.getInt(16));
    }
}
