package org.fangxin.mediation.internal;

import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.PartyRole;
import org.fangxin.mediation.store.TranscriptStore;
import org.springframework.stereotype.Component;

/** What was said online, for the archive: both sides may read it (Art. 24). */
@Component
class TranscriptPieces implements DossierPart {
    private static final int ORDER = 300;

    private final TranscriptStore transcripts;

    TranscriptPieces(TranscriptStore transcripts) {
        this.transcripts = transcripts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        return transcripts.of(state.caseNo()).stream()
                .map(one -> DossierPart.words(
                        one.transcriptId(),
                        "网上调解记录",
                        one.madeAt(),
                        Set.of(PartyRole.COMPLAINANT, PartyRole.RESPONDENT),
                        one.text()))
                .toList();
    }
}
