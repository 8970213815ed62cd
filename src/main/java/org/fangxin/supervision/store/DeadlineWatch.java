package org.fangxin.supervision.store;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows of each open case its nearest date and how near it is: ample, near, today, overdue. Cases change it through the
 * journal, days change it through the sweep.
 */
@Component
class DeadlineWatch implements JournalReader {
    private static final String LEVEL = """
            case when due_on < ? then 'overdue' when due_on = ? then 'today'
                 when near_from <= ? then 'near' else 'ample' end""";

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DeadlineWatch(JdbcClient jdbc, CaseFiles cases, InstantSource clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "deadline-watch";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        batch.forEach(heard -> touched.add(heard.caseNo()));
        touched.forEach(this::look);
        level();
    }

    @Override
    public void forget() {
        jdbc.sql("delete from supervision.watch").update();
    }

    /** A new day moves cases nearer without any entry. */
    @Scheduled(fixedDelayString = "${fangxin.watch.every-ms:60000}")
    void sweep() {
        Scopes.within(Scope.SYSTEM, () -> transaction.executeWithoutResult(status -> level()));
    }

    private void look(String caseNo) {
        jdbc.sql("delete from supervision.watch where case_no = ?")
                .param(caseNo)
                .update();
        CaseState state = cases.find(caseNo).orElseThrow(() -> new IllegalStateException("No such case"));
        Optional<CaseFiles.Dated> nearest =
                CaseFiles.Dated.nearest(cases.dates(state)).filter(d -> d.due().dueOn() != null);
        if (state.closedAt() == null) {
            nearest.ifPresent(d -> keep(state, d));
        }
    }

    private void keep(CaseState state, CaseFiles.Dated d) {
        LocalDate due = Objects.requireNonNull(d.due().dueOn());
        LocalDate near = Objects.requireNonNullElse(d.nearFrom(), due);
        jdbc.sql("""
                        insert into supervision.watch
                            (case_no, kind, agency_code, handlers, recused, rule, due_on, near_from, level)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'ample')""")
                .params(
                        state.caseNo(),
                        state.kind().name(),
                        state.agency(),
                        state.handlers().toArray(String[]::new),
                        state.recused().toArray(String[]::new),
                        d.clock().rule(),
                        due,
                        near)
                .update();
    }

    private void level() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        jdbc.sql("update supervision.watch set level = " + LEVEL + " where level <> " + LEVEL)
                .params(today, today, today, today, today, today)
                .update();
    }
}
