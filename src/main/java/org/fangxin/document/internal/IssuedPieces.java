package org.fangxin.document.internal;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.document.Documents;
import org.springframework.stereotype.Component;

/** The issued papers of a case for its archive. */
@Component
class IssuedPieces implements DossierPart {
    private static final int ORDER = 100;

    private final Documents documents;

    IssuedPieces(Documents documents) {
        this.documents = documents;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        return documents.of(state.caseNo()).stream()
                .map(one -> new Piece(
                        one.id(),
                        one.title() + "（" + one.number() + "）",
                        one.issuedAt(),
                        Documents.Format.PDF.type(),
                        Set.copyOf(one.to()),
                        () -> new ByteArrayInputStream(documents.content(one, Documents.Format.PDF))))
                .toList();
    }
}
