package org.fangxin.approval.internal;

import org.fangxin.approval.ApprovalSheet;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A sheet as PDF for whoever may see its case. */
@Component
public class SheetPrinting {
    private final Approvals approvals;
    private final CaseFiles cases;
    private final SheetPaper paper;

    SheetPrinting(Approvals approvals, CaseFiles cases, SheetPaper paper) {
        this.approvals = approvals;
        this.cases = cases;
        this.paper = paper;
    }

    @Transactional(readOnly = true)
    public byte[] pdf(long id) {
        ApprovalSheet sheet = approvals.find(id);
        return paper.print(sheet, cases.find(sheet.caseNo()).orElseThrow(Problem::notFound));
    }

    /** What the sheet is called, e.g. 立案审批表. */
    public static String title(ApprovalSheet sheet) {
        return SheetPaper.title(sheet.act());
    }
}
