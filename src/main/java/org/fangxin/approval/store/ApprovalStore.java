package org.fangxin.approval.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.ApprovalSheet.Opinion;
import org.fangxin.approval.ApprovalSheet.State;
import org.fangxin.casefile.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Approval sheets within the thread's scope: who does not see the case sees none of its sheets. */
@Component
public class ApprovalStore {
    private static final String SHEET = """
            select request_id, request_no, case_no, agency_code, act, fields, words, seen_version, state, asked_by, asked_for, asked_at,
                   head_by, head_at, head_words, decided_by, decided_at, decided_words
              from approval.request""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the next number; in the transaction that keeps the sheet, or it would leave a gap. */
    public int number(String agency, int year) {
        return jdbc.sql("""
                        insert into approval.series as s (agency_code, year, last) values (?, ?, 1)
                        on conflict (agency_code, year) do update set last = s.last + 1
                        returning last""").params(agency, year).query(Integer.class).single();
    }

    /** The id of the row; empty when the same act of the case waits for a decision already. */
    public Optional<Long> add(ApprovalSheet sheet) {
        return jdbc.sql("""
                                insert into approval.request (request_no, case_no, agency_code, act, fields, words,
                                    seen_version, state, asked_by, asked_for, asked_at)
                                values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)
                                on conflict (case_no, act) where state in ('ASKED', 'SUPPORTED') do nothing
                                returning request_id""")
                .params(Arrays.asList(
                        sheet.requestNo(),
                        sheet.caseNo(),
                        sheet.agency(),
                        sheet.act().id(),
                        json.writeValueAsString(sheet.fields()),
                        sheet.words(),
                        sheet.seenVersion(),
                        sheet.askedBy(),
                        sheet.askedFor(),
                        Timestamp.from(sheet.askedAt())))
                .query(Long.class)
                .optional();
    }

    /** Locked until the transaction ends: two leaders do not decide at once. */
    public Optional<ApprovalSheet> hold(long id) {
        return jdbc.sql(SHEET + " where request_id = ? for update")
                .param(id)
                .query(this::sheet)
                .optional();
    }

    public Optional<ApprovalSheet> find(long id) {
        return jdbc.sql(SHEET + " where request_id = ?")
                .param(id)
                .query(this::sheet)
                .optional();
    }

    public List<ApprovalSheet> ofCase(String caseNo) {
        return jdbc.sql(SHEET + " where case_no = ? order by asked_at, request_id")
                .param(caseNo)
                .query(this::sheet)
                .list();
    }

    /** Waiting, the longest first. */
    public List<ApprovalSheet> waiting(int limit) {
        return jdbc.sql(SHEET + " where state in ('ASKED', 'SUPPORTED') order by asked_at, request_id limit ?")
                .param(limit)
                .query(this::sheet)
                .list();
    }

    /** Decided or withdrawn, the newest first. */
    public List<ApprovalSheet> done(int limit) {
        return jdbc.sql(SHEET
                        + " where state not in ('ASKED', 'SUPPORTED') order by asked_at desc, request_id desc limit ?")
                .param(limit)
                .query(this::sheet)
                .list();
    }

    public void supported(long id, Opinion head) {
        jdbc.sql("""
                        update approval.request set state = 'SUPPORTED', head_by = ?, head_at = ?, head_words = ?
                         where request_id = ?""")
                .params(head.by(), Timestamp.from(head.at()), head.words(), id)
                .update();
    }

    public void decided(long id, State state, Opinion decision) {
        jdbc.sql("""
                        update approval.request set state = ?, decided_by = ?, decided_at = ?, decided_words = ?
                         where request_id = ?""")
                .params(state.name(), decision.by(), Timestamp.from(decision.at()), decision.words(), id)
                .update();
    }

    /** Keeps the printed sheet of a decision. */
    public void keep(long id, byte[] sheet) {
        jdbc.sql("update approval.request set sheet = ? where request_id = ? and sheet is null")
                .params(sheet, id)
                .update();
    }

    /** The printed sheet of a decision; empty before it. */
    public Optional<byte[]> printed(long id) {
        return jdbc.sql("select sheet from approval.request where request_id = ? and sheet is not null")
                .param(id)
                .query((rs, n) -> rs.getBytes(1))
                .optional();
    }

    public void withdrawn(long id) {
        jdbc.sql("update approval.request set state = 'WITHDRAWN' where request_id = ?")
                .param(id)
                .update();
    }

    private ApprovalSheet sheet(ResultSet rs, int n) throws SQLException {
        return new ApprovalSheet(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                Act.byId(rs.getString(5)).orElseThrow(),
                json.readValue(rs.getString(6), new TypeReference<Map<String, Object>>() {}),
                rs.getString(7),
                rs.getLong(8),
                State.valueOf(rs.getString(9)),
                rs.getString(10),
                rs.getString(11),
                rs.getTimestamp(12).toInstant(),
                opinion(rs, 13),
                opinion(rs, 16));
    }

    private static @Nullable Opinion opinion(ResultSet rs, int from) throws SQLException {
        String by = rs.getString(from);
        if (by == null) {
            return null;
        }
        Instant at = rs.getTimestamp(from + 1).toInstant();
        return new Opinion(by, at, rs.getString(from + 2));
    }
}
