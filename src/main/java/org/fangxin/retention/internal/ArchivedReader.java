package org.fangxin.retention.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.retention.store.ArchivedRows;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the terms hang on, out of the journal: when a case was archived, whether it was filed, which cases belong together. */
@Component
class ArchivedReader implements JournalReader {
    private final ArchivedRows rows;

    ArchivedReader(ArchivedRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public void take(List<Heard> batch) {
        for (Heard heard : batch) {
            switch (heard.entry()) {
                case Entry.Archived _ ->
                    rows.archived(
                            heard.caseNo(),
                            heard.occurredAt().atZone(Fields.ZONE).toLocalDate());
                case Entry.Filed _ -> rows.filed(heard.caseNo());
                default -> other(heard.entry()).ifPresent(other -> rows.link(heard.caseNo(), other));
            }
        }
    }

    @Override
    public void forget() {
        rows.forget();
    }

    /** The case that an entry names beside its own. */
    private static Optional<String> other(Entry entry) {
        @Nullable
        String other = switch (entry) {
            case Entry.Received received -> received.related();
            case Entry.SubmissionSplit split -> split.newCaseNo();
            case Entry.Reclassified to -> to.newCaseNo();
            case Entry.Converted to -> to.newCaseNo();
            case Entry.ClueFound clue -> clue.newCaseNo();
            case Entry.DuplicateLinked linked -> linked.otherCaseNo();
            case Entry.DuplicateMerged merged -> merged.intoCaseNo();
            case Entry.JointMerged merged -> merged.intoCaseNo();
            case Entry.JointTaken taken -> taken.fromCaseNo();
            case Entry.JointLeft left -> left.newCaseNo();
            case Entry.ReportMerged merged -> merged.intoCaseNo();
            case Entry.NotRehandled again -> again.earlierCaseNo();
            case Entry.VerificationRestarted again -> again.becauseOf();
            default -> null;
        };
        return Optional.ofNullable(other);
    }
}
