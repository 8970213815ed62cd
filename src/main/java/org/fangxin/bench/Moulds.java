package org.fangxin.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fangxin.bench.Mould.Line;
import org.fangxin.bench.Mould.Party;
import org.fangxin.bench.Mould.Row;
import org.fangxin.bench.Mould.Said;
import org.fangxin.bench.Mould.Value;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo county's cases as moulds. Each was made by the acts that officers use, so what is cast from it has the rows that a
 * case in use has. Left out are cases that speak of another case or are disputed about, and those with papers, rooms or a green channel of their own.
 */
@Component
class Moulds {
    static final String COUNTY = "620823";
    private static final String PLACE = "崇信县";
    private static final Pattern NUMBER = Pattern.compile("\\d{6,9}-\\d{6}-[A-Z]?\\d{4}");
    private static final Set<String> BUSINESSES = Set.of("RESPONDENT", "REPORTED");
    static final int OUTBOX_PER_CASE = 16;

    /** Tables that are copied column by column, with the column that names the case. */
    private static final Map<String, String> COPIED = copied();

    private static final String CHOSEN = """
            select c.id, c.case_no, c.kind, c.stage, c.closed_at is null, c.received_at, c.submission_no, c.merchant_name,
                   c.handlers
              from casefile.case_file c
             where (select count(*) from intake.submission_case s where s.submission_no = c.submission_no) = 1
               and c.handlers <@ (select array_agg(person_id) from identity.person where agency_code like '620823%')
               and c.recused = '{}' and c.seen_by = '{}' and not c.sealed and left(c.agency_code, 6) = '620823'
               and not exists (select from greenchannel.item g where g.case_no = c.case_no)
               and not exists (select from document.issued d where d.case_id = c.id)
               and not exists (select from mediation.room m where m.case_no = c.case_no)
               and not exists (select from mediation.performance m where m.case_no = c.case_no)
               and not exists (select from enforcement.penalty_file p where p.case_no = c.case_no)
               and not exists (select from casefile.case_attachment a where a.case_id = c.id)
             order by c.id""";

    private final JdbcClient jdbc;

    Moulds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Map<String, String> copied() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("intake.submission", "submission_no");
        tables.put("casefile.case_file", "id");
        tables.put("intake.submission_case", "case_no");
        tables.put("casefile.deadline", "case_id");
        tables.put("notice.outbox", "case_no");
        tables.put("notice.receipt", "outbox_id");
        tables.put("supervision.watch", "case_no");
        tables.put("rapid.promise", "case_no");
        tables.put("enforcement.course", "case_no");
        tables.put("mediation.diary", "case_no");
        return tables;
    }

    private record Told(
            long id,
            String caseNo,
            String kind,
            String stage,
            boolean open,
            Instant received,
            String submissionNo,
            String shop,
            List<String> handlers) {}

    /** Every table that a cast case is written in. */
    static List<String> tables() {
        List<String> all = new ArrayList<>(COPIED.keySet());
        all.addAll(Sheet.ownTables());
        return all;
    }

    /** Columns of the tables that are copied column by column: all that are not computed by the server. */
    Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        COPIED.keySet().forEach(table -> columns.put(table, columns(table)));
        return columns;
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                        select attname from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                           and attname <> 'receipt_id' order by attnum""").param(table).query((rs, n) -> rs.getString(1)).list();
    }

    /** Within the scope of the system. */
    List<Mould> all() {
        List<Told> told = jdbc.sql(CHOSEN).query(Moulds::told).list();
        return told.stream().filter(this::speaksOfItself).map(this::mould).toList();
    }

    private static Told told(ResultSet rs, int number) throws SQLException {
        return new Told(
                rs.getLong(1),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getBoolean(5),
                rs.getTimestamp(6).toInstant(),
                rs.getString(7),
                rs.getString(8),
                List.of((String[]) rs.getArray(9).getArray()));
    }

    private boolean speaksOfItself(Told told) {
        return jdbc
                .sql("select data from casefile.journal where case_id = ?")
                .param(told.id())
                .query(String.class)
                .list()
                .stream()
                .flatMap(data -> NUMBER.matcher(data).results())
                .allMatch(found -> found.group().equals(told.caseNo()));
    }

    private Mould mould(Told told) {
        Gaps gaps = new Gaps(told.caseNo(), told.submissionNo(), COUNTY, PLACE, told.shop());
        List<Row> rows = new ArrayList<>();
        COPIED.forEach((table, key) -> rows.addAll(rows(table, key, told, gaps)));
        return new Mould(
                told.kind(),
                told.stage(),
                told.open(),
                told.received(),
                rows,
                lines(told, gaps),
                said(told, gaps),
                parties(told),
                told.handlers(),
                !told.shop().isBlank());
    }

    private List<Row> rows(String table, String key, Told told, Gaps gaps) {
        List<String> columns = columns(table);
        String read = "select "
                + String.join(", ", columns.stream().map(c -> c + "::text").toList()) + " from " + table + " where "
                + key + " = any (?)";
        return jdbc.sql(read)
                .param(keys(key, told))
                .query((rs, n) -> row(table, columns, rs, told, gaps))
                .list();
    }

    private Object[] keys(String key, Told told) {
        return switch (key) {
            case "id", "case_id" -> new Long[] {told.id()};
            case "outbox_id" -> outbox(told).toArray(Long[]::new);
            case "submission_no" -> new String[] {told.submissionNo()};
            default -> new String[] {told.caseNo()};
        };
    }

    private List<Long> outbox(Told told) {
        return jdbc.sql("select outbox_id from notice.outbox where case_no = ? order by outbox_id")
                .param(told.caseNo())
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    private Row row(String table, List<String> columns, ResultSet rs, Told told, Gaps gaps) throws SQLException {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(value(table, columns.get(i), rs.getString(i + 1), told, gaps));
        }
        return new Row(table, values);
    }

    private Value value(String table, String column, @Nullable String value, Told told, Gaps gaps) {
        boolean file = table.equals("casefile.case_file");
        if (value == null) {
            return (out, casting) -> out.append("\\N");
        }
        if (column.equals("case_id") || file && column.equals("id")) {
            return (out, casting) -> out.append(casting.id());
        }
        if (column.equals("outbox_id")) {
            int place = outbox(told).indexOf(Long.valueOf(value));
            return (out, casting) -> out.append(casting.id() * OUTBOX_PER_CASE + place);
        }
        if (file && column.equals("summary")) {
            return (out, casting) -> out.append(casting.summary());
        }
        if (file && column.equals("goods_code")) {
            return (out, casting) -> out.append(casting.goodsCode());
        }
        if (file && column.equals("goods_detail")) {
            return (out, casting) -> out.append(casting.goods());
        }
        Wording wording = Wording.of(value, gaps, true);
        return wording::write;
    }

    private List<Line> lines(Told told, Gaps gaps) {
        return jdbc.sql("""
                        select act_id, act, type, data, actor, occurred_at, recorded_at from casefile.journal
                         where case_id = ? order by case_seq""").param(told.id()).query((rs, n) -> line(rs, gaps)).list();
    }

    private static Line line(ResultSet rs, Gaps gaps) throws SQLException {
        return new Line(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                Wording.of(rs.getString(4), gaps, false),
                Wording.of(rs.getString(5), gaps, false),
                rs.getTimestamp(6).toInstant(),
                rs.getTimestamp(7).toInstant());
    }

    private List<Said> said(Told told, Gaps gaps) {
        return jdbc.sql("""
                        select t.act_id, t.field, t.body,
                               t.field = 'content' and t.act_id = (select act_id from casefile.journal j
                                                                    where j.case_id = t.case_id and j.case_seq = 1)
                          from casefile.act_text t where t.case_id = ?""")
                .param(told.id())
                .query((rs, n) -> new Said(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getBoolean(4) ? null : Wording.of(rs.getString(3), gaps, false)))
                .list();
    }

    private List<Party> parties(Told told) {
        return jdbc.sql("""
                        select party_id, role, name_masked, phone_masked, address_masked from casefile.party
                         where case_id = ?""")
                .param(told.id())
                .query((rs, n) -> new Party(
                        rs.getString(1),
                        new PartyData(
                                PartyRole.valueOf(rs.getString(2)),
                                rs.getString(3),
                                rs.getString(4),
                                null,
                                rs.getString(5),
                                null),
                        BUSINESSES.contains(rs.getString(2))))
                .list();
    }
}
