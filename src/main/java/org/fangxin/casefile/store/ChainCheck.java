package org.fangxin.casefile.store;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code ./fangxin verify}: walks every case's chain, compares texts with their digests and the current row with what
 * the journal tells, and names the first thing that does not fit.
 */
@Component
class ChainCheck implements ProgramCommand {
    private static final int BATCH = 200;

    /** One thing that does not fit. */
    record Fault(String caseNo, long seq, String what) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Texts texts;
    private final AuditLog audit;
    private final TransactionTemplate reading;

    ChainCheck(JdbcClient jdbc, Journal journal, Texts texts, AuditLog audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.texts = texts;
        this.audit = audit;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        long after = 0;
        long cases = 0;
        long faults = 0;
        while (true) {
            List<CaseRows.Head> batch = batch(after);
            if (batch.isEmpty()) {
                break;
            }
            for (CaseRows.Head head : batch) {
                Optional<Fault> fault = check(head);
                fault.ifPresent(f -> out.printf("不一致：案件 %s 第 %d 条，%s%n", f.caseNo(), f.seq(), f.what()));
                faults += fault.isPresent() ? 1 : 0;
                cases++;
            }
            after = batch.getLast().id();
        }
        AuditLog.Verdict verdict = audit.verify();
        verdict.firstBroken().ifPresent(no -> out.printf("不一致：审计日志第 %d 条%n", no));
        out.printf(
                "核对完成：%d 件案件，%d 件不一致；审计日志 %d 条，%s。%n",
                cases, faults, verdict.checked(), verdict.intact() ? "一致" : "不一致");
        return faults == 0 && verdict.intact() ? 0 : 1;
    }

    /** The first fault of a case's chain, texts or row. */
    Optional<Fault> check(CaseRows.Head head) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> reading.execute(status -> {
                    List<Journal.Row> rows = journal.read(head.id());
                    if (rows.isEmpty()) {
                        return Optional.of(new Fault(head.caseNo(), 0, "没有任何记录"));
                    }
                    return journal.firstBroken(head.caseNo(), rows)
                            .map(row -> new Fault(head.caseNo(), row.recorded().seq(), "记录被改动或缺失"))
                            .or(() -> brokenText(head, rows))
                            .or(() -> brokenRow(head, rows));
                }));
    }

    private Optional<Fault> brokenText(CaseRows.Head head, List<Journal.Row> rows) {
        Map<UUID, Map<String, String>> said = texts.of(head.id());
        Journal.Row last = rows.getLast();
        if (last.recorded().entry() instanceof Entry.Disposed) {
            // its texts are gone as the journal says; one that is still there is the fault
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Fault(head.caseNo(), last.recorded().seq(), "已经销毁的案件还有文字"));
        }
        return rows.stream()
                .filter(row -> !row.textsDigest().equals(Journal.digest(said.getOrDefault(row.actId(), Map.of()))))
                .findFirst()
                .map(row -> new Fault(head.caseNo(), row.recorded().seq(), "文字与摘要不符"));
    }

    private Optional<Fault> brokenRow(CaseRows.Head head, List<Journal.Row> rows) {
        CaseState state = Worlds.replay(head, rows);
        boolean same = jdbc.sql("""
                        select version = ? and stage = ? and agency_code = ? from casefile.case_file where id = ?""")
                .params(state.seq(), state.stage().name(), state.agency(), head.id())
                .query(Boolean.class)
                .single();
        return same ? Optional.empty() : Optional.of(new Fault(head.caseNo(), state.seq(), "当前状态与记录不符，或末尾的记录缺失"));
    }

    private List<CaseRows.Head> batch(long after) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> java.util.Objects.requireNonNull(reading.execute(status -> jdbc.sql(
                                "select id, case_no from casefile.case_file where id > ? order by id limit ?")
                        .params(after, BATCH)
                        .query((rs, n) -> new CaseRows.Head(rs.getLong(1), rs.getString(2), List.of(), null))
                        .list())));
    }
}
