package org.fangxin.safety;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A case as the tables have it, found by the key in its text. */
record Stored(
        String key,
        String caseNo,
        String kind,
        String digest,
        Instant receivedAt,
        LocalDate dueOn,
        long version,
        long entries,
        long receipts,
        List<String> attachments) {

    private static final String ALL = """
            select c.case_no, c.kind, t.body, c.merchant_name, c.received_at, c.version,
                   (select count(*) from casefile.journal e where e.case_id = c.id and e.case_seq <= c.version) entries,
                   (select count(*) from casefile.deadline d where d.case_id = c.id) clocks,
                   (select d.due_on from casefile.deadline d where d.case_id = c.id
                      and d.rule in ('order121.complaint.accept', 'penalty.report.verify')) due_on,
                   (select coalesce(max(o.n), 0) from (select count(*) n from notice.outbox o where o.case_no = c.case_no
                      and o.template = 'received' group by o.channel) o) receipts,
                   array(select a.attachment_id from casefile.case_attachment a where a.case_id = c.id) attachments
              from casefile.case_file c
              join casefile.journal j on j.case_id = c.id and j.case_seq = 1
              join casefile.act_text t on t.act_id = j.act_id
             where t.body like '%编号 %'""";

    /** All cases of invented submissions, by key; a key with two cases has two entries. */
    static Map<String, List<Stored>> read(Home home) throws SQLException, IOException {
        Map<String, List<Stored>> all = new HashMap<>();
        try (Connection connection = home.connect();
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = Form.keyIn(rows.getString("body"));
                if (key != null) {
                    all.computeIfAbsent(key, first -> new ArrayList<>()).add(of(key, rows));
                }
            }
        }
        return all;
    }

    private static Stored of(String key, ResultSet row) throws SQLException {
        Timestamp received = row.getTimestamp("received_at");
        java.sql.Date due = row.getDate("due_on");
        return new Stored(
                key,
                row.getString("case_no"),
                row.getString("kind"),
                org.fangxin.cipher.Sm3.hex(
                        row.getString("kind") + "|" + row.getString("merchant_name") + "|" + row.getString("body")),
                received.toInstant(),
                due == null ? LocalDate.MIN : due.toLocalDate(),
                row.getLong("version"),
                row.getLong("entries"),
                row.getLong("receipts"),
                List.of((String[]) row.getArray("attachments").getArray()));
    }
}
