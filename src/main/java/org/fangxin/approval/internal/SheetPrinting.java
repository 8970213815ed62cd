package org.fangxin.approval.internal;

import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.store.ApprovalStore;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A sheet as PDF for whoever may see its case. */
@Component
public class SheetPrinting {
    private final Approvals approvals;
    private final CaseFiles cases;
    private final SheetPaper paper;
    private final ApprovalStore store;

    SheetPrinting(Approvals approvals, CaseFiles cases, SheetPaper paper, ApprovalStore store) {
        this.approvals = approvals;
        this.cases = cases;
        this.paper = paper;
        this.store = store;
    }

    @Transactional(readOnly = true)
    public byte[] pdf(long id) {
        ApprovalSheet sheet = approvals.find(id);
        CaseState state = cases.find(sheet.caseNo()).orElseThrow(Problem::notFound);
        return store.printed(id).orElseGet(() -> paper.print(sheet, state));
    }

    /** What the sheet is called, e.g. 立案审批表. */
    public static String title(ApprovalSheet sheet) {
        return SheetPaper.title(sheet.act());
    }
}
