package org.fangxin.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseFiles.Glance;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.Merchant;
import org.fangxin.casefile.NewCase.Narrative;
import org.fangxin.casefile.NewCase.Route;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Inserts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The case's current row and its narrative. */
@Component
class CaseRows {
    private static final String INSERT = """
            insert into casefile.case_file (
                id, case_no, kind, stage, agency_code, version, law, channel, submission_no, received_at, opened_at,
                closed_at, handlers, recused, flags, open_duties, summary, demands, amount, occurred_on, knew_on,
                goods_code, problem_code, goods_detail, merchant_name, merchant_uscc, merchant_address,
                merchant_region, merchant_type, merchant_phone, merchant_facts, route_articles, route_reason,
                candidates, nearest_due, nearest_near, nearest_at, nearest_rule)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update casefile.case_file
               set stage = ?, agency_code = ?, version = ?, received_at = ?, closed_at = ?, handlers = ?, recused = ?,
                   flags = ?, open_duties = ?, seen_by = ?
             where id = ? and version = ?""";
    private static final String HEAD = """
            select id, case_no, candidates, merchant_region from casefile.case_file where case_no = ?""";
    private static final String HEADS = """
            select id, case_no, candidates, merchant_region from casefile.case_file where case_no = any (?)""";
    private static final String NARRATIVE = """
            select kind, submission_no, channel, received_at, summary, demands, amount, occurred_on, knew_on, goods_code,
                   problem_code, goods_detail, merchant_name, merchant_uscc, merchant_address, merchant_region,
                   merchant_type, merchant_phone, merchant_facts, route_articles, route_reason, candidates
              from casefile.case_file where id = ?""";

    /** What the gate needs before it reads the journal. */
    record Head(
            long id,
            String caseNo,
            List<String> candidates,
            @Nullable String shopRegion) {}

    private final JdbcClient jdbc;
    private final Inserts inserts;

    CaseRows(JdbcClient jdbc, Inserts inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /** From here to its end the transaction sees cases too about which the reader's agency disputes (Art. 33). */
    static void alsoDisputed(JdbcClient jdbc) {
        jdbc.sql("select set_config('fangxin.disputes', 'YES', true)").query(rs -> {});
    }

    void alsoDisputed() {
        alsoDisputed(jdbc);
    }

    /** Within the transaction's scope; empty for what is missing or may not be seen. */
    Optional<Head> head(String caseNo) {
        return jdbc.sql(HEAD).param(caseNo).query(CaseRows::head).optional();
    }

    /** Those of the numbers that may be seen, within the transaction's scope, by number. */
    Map<String, Head> heads(Collection<String> caseNos) {
        Map<String, Head> heads = new HashMap<>();
        if (!caseNos.isEmpty()) {
            jdbc.sql(HEADS)
                    .param(caseNos.toArray(String[]::new))
                    .query(CaseRows::head)
                    .list()
                    .forEach(head -> heads.put(head.caseNo(), head));
        }
        return heads;
    }

    private static Head head(ResultSet rs, int number) throws SQLException {
        return new Head(rs.getLong(1), rs.getString(2), texts(rs, "candidates"), rs.getString(4));
    }

    /** The row's version, stage and flags, within the transaction's scope. */
    Optional<Glance> glance(String caseNo) {
        return jdbc.sql("select version, stage, flags from casefile.case_file where case_no = ?")
                .param(caseNo)
                .query((rs, n) -> new Glance(
                        rs.getLong(1),
                        Stage.valueOf(rs.getString(2)),
                        texts(rs, "flags").stream().map(Flag::valueOf).collect(Collectors.toUnmodifiableSet())))
                .optional();
    }

    void insert(long id, CaseState s, NewCase n, Dates.Nearest nearest, Instant now) {
        Narrative what = n.narrative();
        Merchant m = what.merchant();
        inserts.add(
                INSERT,
                id,
                s.caseNo(),
                s.kind().name(),
                s.stage().name(),
                s.agency(),
                s.seq(),
                s.law(),
                s.channel(),
                n.submissionNo(),
                Timestamp.from(s.receivedAt()),
                Timestamp.from(now),
                stamp(s.closedAt()),
                array(s.handlers()),
                array(s.recused()),
                flags(s),
                s.duties().open().size(),
                what.summary(),
                array(what.demands()),
                what.amount(),
                what.occurredOn(),
                what.knewOn(),
                what.goodsCode(),
                what.problemCode(),
                what.goodsDetail(),
                m.name(),
                m.uscc(),
                m.address(),
                m.regionCode(),
                m.type(),
                m.phone(),
                m.factsJson(),
                array(n.route().articles()),
                n.route().reason(),
                array(n.route().candidates()),
                nearest.due(),
                nearest.near(),
                nearest.at(),
                nearest.rule());
    }

    /** Writes the new state over the version it was decided on; false when another was first. */
    boolean update(long id, CaseState s, long decidedOn) {
        return jdbc.sql(UPDATE)
                        .params(Arrays.asList(
                                s.stage().name(),
                                s.agency(),
                                s.seq(),
                                Timestamp.from(s.receivedAt()),
                                stamp(s.closedAt()),
                                array(s.handlers()),
                                array(s.recused()),
                                flags(s),
                                s.duties().open().size(),
                                array(s.holding().seenBy()),
                                id,
                                decidedOn))
                        .update()
                == 1;
    }

    /** A file that turned out to be a report: from now on only the program sees it (Art. 37). */
    void seal(long id) {
        jdbc.sql("update casefile.case_file set sealed = true where id = ?")
                .param(id)
                .update();
    }

    void changeDemands(long id, List<String> demands, java.math.@Nullable BigDecimal amount) {
        jdbc.sql("update casefile.case_file set demands = ?, amount = coalesce(?, amount) where id = ?")
                .params(Arrays.asList(array(demands), amount, id))
                .update();
    }

    /** Another class of the goods or of the problem; any other field of a correction changes nothing here. */
    void classify(long id, String field, String code) {
        String column = switch (field) {
            case "GOODS" -> "goods_code";
            case "PROBLEM" -> "problem_code";
            default -> "";
        };
        if (!column.isEmpty()) {
            jdbc.sql("update casefile.case_file set " + column + " = ? where id = ?")
                    .params(code, id)
                    .update();
        }
    }

    /** The narrative of a case as a new case that comes of it takes it over; {@code content} is read apart. */
    NewCase asOrigin(long id, String content) {
        return jdbc.sql(NARRATIVE)
                .param(id)
                .query((rs, n) -> origin(rs, content))
                .single();
    }

    private static NewCase origin(ResultSet rs, String content) throws SQLException {
        Merchant merchant = new Merchant(
                rs.getString("merchant_name"),
                rs.getString("merchant_uscc"),
                rs.getString("merchant_address"),
                rs.getString("merchant_region"),
                rs.getString("merchant_type"),
                rs.getString("merchant_phone"),
                rs.getString("merchant_facts"));
        Narrative narrative = new Narrative(
                content,
                rs.getString("summary"),
                texts(rs, "demands"),
                rs.getBigDecimal("amount"),
                rs.getObject("occurred_on", java.time.LocalDate.class),
                rs.getObject("knew_on", java.time.LocalDate.class),
                rs.getString("goods_code"),
                rs.getString("problem_code"),
                rs.getString("goods_detail"),
                merchant);
        Route route = new Route(texts(rs, "route_articles"), rs.getString("route_reason"), texts(rs, "candidates"));
        return new NewCase(
                Kind.valueOf(rs.getString("kind")),
                "",
                rs.getTimestamp("received_at").toInstant(),
                rs.getString("channel"),
                "",
                rs.getString("submission_no"),
                null,
                narrative,
                List.of(),
                route,
                java.util.Set.of(),
                java.util.Set.of(),
                false,
                List.of());
    }

    static List<String> texts(ResultSet rs, String column) throws SQLException {
        java.sql.Array array = rs.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static String[] flags(CaseState s) {
        return s.flags().stream().map(Flag::name).toArray(String[]::new);
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
