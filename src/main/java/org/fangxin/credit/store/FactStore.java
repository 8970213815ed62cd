package org.fangxin.credit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.credit.Fact;
import org.fangxin.credit.Factor;
import org.fangxin.merchant.MarketEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts out of the journal, within the thread's scope. A case is a business's by its code; by its name where it has none. */
@Component
public class FactStore {
    /** The business itself and the entries that were merged into it. */
    private static final String ONE = """
            with who as (select ?::bigint as root, uscc, name from merchant.entity where id = ? or merged_into = ?)""";
    /** All that an agency has graded. */
    private static final String GRADED = """
            with who as (
              select g.entity_id as root, m.uscc, m.name
                from credit.grade g join merchant.entity m on m.id = g.entity_id or m.merged_into = g.entity_id
               where g.agency_code = ? and g.state = 'IN_FORCE')""";

    private static final String FACTS = """
            , cases as materialized (
              select w.root, c.case_no, c.kind, false as by_name
                from who w join casefile.case_file c on c.merchant_uscc = w.uscc
              union
              select w.root, c.case_no, c.kind, true
                from who w join casefile.case_file c on c.merchant_uscc is null and c.merchant_name = w.name)
            select c.root, f.code, f.on_day, f.case_no, f.paper_no, c.by_name
              from cases c join credit.fact f on f.case_no = c.case_no
             where c.kind <> 'REPORT'
                or exists (select from credit.fact d where d.case_no = f.case_no and d.code = 'PENALTY')
            union all
            select c.root,
                   case when i.answered_on <= coalesce(i.due_on, i.answered_on) then 'GREEN_KEPT' else 'GREEN_MISSED' end,
                   coalesce(i.answered_on, i.due_on, i.routed_on), i.case_no, null, c.by_name
              from cases c join greenchannel.item i on i.case_no = c.case_no
             where i.answered_on is not null or i.ended_by = 'PROMISE_MISSED'
            """;

    /** A fact of a business. */
    private record Of(long root, Fact fact) {}

    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of its kind stays: heard twice it is still one. */
    public void keep(String caseNo, Factor factor, String item, LocalDate on, @Nullable String paperNo) {
        jdbc.sql("""
                        insert into credit.fact (case_no, code, item, on_day, paper_no) values (?, ?, ?, ?, ?)
                        on conflict (case_no, code, item) do nothing""")
                .params(Arrays.asList(caseNo, factor.name(), item, on, paperNo))
                .update();
    }

    public void drop(String caseNo, Factor factor, String item) {
        jdbc.sql("delete from credit.fact where case_no = ? and code = ? and item = ?")
                .params(caseNo, factor.name(), item)
                .update();
    }

    public void forgetAll() {
        jdbc.sql("delete from credit.fact").update();
    }

    /** All facts of a business, however old, with those of entries that were merged into it. */
    public List<Fact> of(MarketEntity entity) {
        return jdbc
                .sql(ONE + FACTS)
                .params(entity.id(), entity.id(), entity.id())
                .query(FactStore::fact)
                .list()
                .stream()
                .map(Of::fact)
                .toList();
    }

    /** Facts of every business whose grade of this agency is in force; one without facts is missing. */
    public Map<Long, List<Fact>> ofGraded(String agency) {
        return jdbc.sql(GRADED + FACTS).param(agency).query(FactStore::fact).list().stream()
                .collect(Collectors.groupingBy(Of::root, Collectors.mapping(Of::fact, Collectors.toList())));
    }

    private static Of fact(ResultSet rs, int n) throws SQLException {
        Fact fact = new Fact(
                Factor.valueOf(rs.getString("code")),
                rs.getObject("on_day", LocalDate.class),
                rs.getString("case_no"),
                rs.getString("paper_no"),
                null,
                rs.getBoolean("by_name") ? "案件没有信用代码，按名称对应" : "");
        return new Of(rs.getLong("root"), fact);
    }
}
