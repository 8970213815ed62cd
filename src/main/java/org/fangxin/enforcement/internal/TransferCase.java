package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** What a transfer needs of its case. */
@Component
class TransferCase {
    /** The id of the record of what was done, among the pieces. */
    static final String RECORD = "case-record";

    private final CaseFiles cases;
    private final CaseHistory history;

    TransferCase(CaseFiles cases, CaseHistory history) {
        this.cases = cases;
        this.history = history;
    }

    CaseState see(String caseNo) {
        return cases.find(caseNo).orElseThrow(Problem::notFound);
    }

    /** The words of the file in the order of its acts. Of a report they hold no reporter: those are in the vault (Art. 37). */
    DossierPart.Piece record(CaseState state, SignedIn who) {
        CaseHistory.Story story = history.of(state.caseNo(), Actor.of(who)).orElseThrow(Problem::notFound);
        StringBuilder words = new StringBuilder();
        Instant last = state.receivedAt();
        for (CaseHistory.Told told : story.told()) {
            last = told.recorded().recordedAt();
            words.append(told.recorded().occurredAt().atZone(Fields.ZONE).toLocalDate())
                    .append(' ')
                    .append(EntryLabels.of(told.recorded().entry().getClass().getSimpleName()))
                    .append('\n');
            for (Map.Entry<String, String> text : told.texts().entrySet()) {
                words.append(text.getValue()).append('\n');
            }
        }
        return DossierPart.words(RECORD, "案情和办理记录", last, Set.of(), words.toString());
    }
}
