package org.fangxin.enforcement.internal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.enforcement.store.PaperStore;
import org.springframework.stereotype.Component;

/** The printed papers of verification and penalty for the archive and for transfers (PP 78). No party reads them there. */
@Component
class PaperPieces implements DossierPart {
    private static final int ORDER = 130;

    private final PaperStore store;

    PaperPieces(PaperStore store) {
        this.store = store;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        return store.of(state.caseNo()).stream()
                .map(one -> new Piece(
                        "paper-" + one.id(),
                        one.title() + "（" + one.number() + "）",
                        one.at(),
                        "application/pdf",
                        Set.of(),
                        () -> new ByteArrayInputStream(store.content(one))))
                .toList();
    }
}
