package org.fangxin.intake.internal.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.intake.store.AttachmentStore.Stored;
import org.springframework.stereotype.Component;

/**
 * The evidence of a case for its archive. Of a report a file that could not be cleaned of what tells who took it stays
 * where it is, and no name of a file is told (Art. 37).
 */
@Component
class EvidencePieces implements DossierPart {
    private static final int ORDER = 200;

    private final CaseFiles cases;
    private final EvidenceFiles files;

    EvidencePieces(CaseFiles cases, EvidenceFiles files) {
        this.cases = cases;
        this.files = files;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        boolean report = state.kind() == Kind.REPORT;
        List<Piece> pieces = new ArrayList<>();
        for (Stored file : files.find(cases.attachments(state.caseNo()))) {
            if (!report || !file.metadata().equals(Cleaning.Outcome.KEPT.name())) {
                Instant received = Optional.ofNullable(file.uploadedAt()).orElse(state.receivedAt());
                String title = report ? "证据材料" + (pieces.size() + 1) : "证据材料：" + file.fileName();
                Set<PartyRole> mayRead = report ? Set.of() : Set.of(PartyRole.COMPLAINANT);
                pieces.add(new Piece(file.id(), title, received, file.type(), mayRead, () -> files.open(file.id())));
            }
        }
        return pieces;
    }
}
