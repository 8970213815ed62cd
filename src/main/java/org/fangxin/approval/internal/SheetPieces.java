package org.fangxin.approval.internal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.store.ApprovalStore;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.springframework.stereotype.Component;

/** The decided sheets of a case for its archive (PP 78). The agency's own: no party reads them. */
@Component
class SheetPieces implements DossierPart {
    private static final int ORDER = 120;

    private final ApprovalStore store;
    private final SheetPaper paper;

    SheetPieces(ApprovalStore store, SheetPaper paper) {
        this.store = store;
        this.paper = paper;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        return store.ofCase(state.caseNo()).stream()
                .filter(sheet ->
                        sheet.state() == ApprovalSheet.State.APPROVED || sheet.state() == ApprovalSheet.State.RETURNED)
                .map(sheet -> piece(sheet, state))
                .toList();
    }

    private Piece piece(ApprovalSheet sheet, CaseState state) {
        byte[] printed = store.printed(sheet.id()).orElseGet(() -> paper.print(sheet, state));
        String id = "approval-" + sheet.id();
        return new Piece(
                id,
                SheetPaper.title(sheet.act()) + "（" + sheet.requestNo() + "）",
                sheet.askedAt(),
                "application/pdf",
                Set.of(),
                () -> new ByteArrayInputStream(printed));
    }
}
