package org.fangxin.casefile.store;

import java.util.List;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code ./fangxin verify} says of one case; of a whole database of tests it says what other tests broke, too. */
public final class Verified {
    private Verified() {}

    /** Empty when everything fits. */
    public static String told(ApplicationContext program, String caseNo) {
        CaseRows rows = program.getBean(CaseRows.class);
        CaseRows.Head head = Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                        .execute(status -> rows.head(caseNo).orElseThrow()));
        return program.getBean(ChainCheck.class)
                .check(head)
                .map(fault -> List.of(fault.caseNo() + " 第 " + fault.seq() + " 条", fault.what())
                        .toString())
                .orElse("");
    }
}
