package org.fangxin.credit.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fangxin.credit.Fact;
import org.fangxin.credit.Factor;
import org.fangxin.merchant.MarketEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts out of the journal, within the thread's scope. A case is a business's by its code; by its name where it has none. */
@Component
public class FactStore {
    private static final String OF_ENTITY = """
            select f.code, f.on_day, f.case_no, f.paper_no, c.merchant_uscc is null as by_name
              from credit.fact f join casefile.case_file c on c.case_no = f.case_no
             where (c.merchant_uscc = ? or (c.merchant_uscc is null and c.merchant_name = ?))
               and (c.kind <> 'REPORT'
                    or exists (select from credit.fact d where d.case_no = f.case_no and d.code = 'PENALTY'))
            union all
            select case when i.answered_on <= coalesce(i.due_on, i.answered_on) then 'GREEN_KEPT' else 'GREEN_MISSED' end,
                   coalesce(i.answered_on, i.due_on, i.routed_on), i.case_no, null, c.merchant_uscc is null
              from greenchannel.item i join casefile.case_file c on c.case_no = i.case_no
             where (c.merchant_uscc = ? or (c.merchant_uscc is null and c.merchant_name = ?))
               and (i.answered_on is not null or i.ended_by = 'PROMISE_MISSED')
            """;

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

    /** All facts of a business, however old. */
    public List<Fact> of(MarketEntity entity) {
        return jdbc.sql(OF_ENTITY)
                .params(Arrays.asList(entity.uscc(), entity.name(), entity.uscc(), entity.name()))
                .query((rs, n) -> new Fact(
                        Factor.valueOf(rs.getString("code")),
                        rs.getObject("on_day", LocalDate.class),
                        rs.getString("case_no"),
                        rs.getString("paper_no"),
                        rs.getBoolean("by_name") ? "案件没有信用代码，按名称对应" : ""))
                .list();
    }
}
