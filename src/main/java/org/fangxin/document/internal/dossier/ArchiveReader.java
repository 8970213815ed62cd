package org.fangxin.document.internal.dossier;

import java.util.List;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.entry.Entry;
import org.springframework.stereotype.Component;

/** Gives a case the number of its archive when it is archived, in the order of the journal, not when somebody first reads it. */
@Component
class ArchiveReader implements JournalReader {
    private final CaseFiles cases;
    private final Dossiers.Numbering numbering;

    ArchiveReader(CaseFiles cases, Dossiers.Numbering numbering) {
        this.cases = cases;
        this.numbering = numbering;
    }

    @Override
    public String name() {
        return "archive-numbers";
    }

    @Override
    public void take(List<Heard> batch) {
        for (Heard heard : batch) {
            if (heard.entry() instanceof Entry.Archived) {
                cases.find(heard.caseNo()).ifPresent(state -> numbering.of(state, heard.actorId(), heard.recordedAt()));
            }
        }
    }

    /** A number is a record, no copy of the journal: heard anew, each case keeps the one it has. */
    @Override
    public void forget() {
        // nothing to forget
    }
}
