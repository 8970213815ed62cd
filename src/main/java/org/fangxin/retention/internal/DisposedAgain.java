package org.fangxin.retention.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.backup.AfterRestore;
import org.fangxin.casefile.Disposals;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.People;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.internal.DisposalRegister.Content;
import org.fangxin.retention.internal.DisposalRegister.Gone;
import org.fangxin.retention.store.DisposalSql;
import org.fangxin.retention.store.HoldStore;
import org.fangxin.retention.store.ListStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the register says is gone and the database still has is disposed of again, before the program answers anybody: after a restore,
 * and at every start, since a database beside the program may be put back without its knowing.
 */
@Component
class DisposedAgain implements AfterRestore, SmartInitializingSingleton {
    private static final String WHY = "数据库恢复到了销毁以前，按销毁登记再次销毁。";

    private final DisposalRegister register;
    private final ListStore lists;
    private final HoldStore holds;
    private final DisposalSql sql;
    private final Disposals cases;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private int done;

    DisposedAgain(
            DisposalRegister register,
            ListStore lists,
            HoldStore holds,
            DisposalSql sql,
            Disposals cases,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.lists = lists;
        this.holds = holds;
        this.sql = sql;
        this.cases = cases;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Scopes.within(Scope.SYSTEM, () -> again());
    }

    @Override
    public String settle(Instant restoredAt) {
        again();
        return done == 0 ? "没有要再次销毁的案件。" : "恢复前已经销毁的 " + done + " 件案件，按销毁登记再次销毁了。";
    }

    /** In the program's own scope. @throws IllegalStateException when one cannot be: nobody may read it */
    void again() {
        Content all = register.content();
        List<String> gone = all.cases().stream().map(Gone::caseNo).toList();
        Set<String> back =
                gone.isEmpty() ? Set.of() : Objects.requireNonNull(transaction.execute(status -> sql.stillThere(gone)));
        Map<String, DisposalList> known =
                all.lists().stream().collect(Collectors.toMap(DisposalList::listNo, Function.identity()));
        for (Gone one : all.cases()) {
            if (back.contains(one.caseNo())) {
                transaction.executeWithoutResult(status -> again(one, known.get(one.listNo())));
                done++;
            }
        }
    }

    private void again(Gone gone, @org.jspecify.annotations.Nullable DisposalList list) {
        if (list == null) {
            throw new IllegalStateException("销毁登记里没有清册 " + gone.listNo() + "，案件 " + gone.caseNo() + " 不能再次销毁，程序不启动。");
        }
        lists.add(list);
        holds.liftAll(gone.caseNo(), People.SYSTEM, WHY, gone.at());
        cases.close(gone.caseNo(), gone.listNo(), gone.at());
        sql.dispose(gone.listNo(), gone.caseNo(), gone.at());
        audit.record("CASE_DISPOSED_AGAIN", gone.caseNo(), "list=" + gone.listNo());
    }
}
