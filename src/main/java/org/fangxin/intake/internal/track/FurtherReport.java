package org.fangxin.intake.internal.track;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.identity.Role;
import org.fangxin.intake.internal.Opening;
import org.fangxin.intake.internal.text.Recognition;
import org.fangxin.intake.internal.text.Redaction;
import org.fangxin.intake.store.SubmissionStore;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.intake.store.SubmissionStore.Part;
import org.fangxin.intake.store.SubmissionStore.PartRow;
import org.fangxin.intake.store.VaultStore;
import org.springframework.stereotype.Component;

/**
 * New facts after a report has been decided upon: a report of its own beside the earlier one (Art. 35; the procedures'
 * point 7-13). The person sees one way of adding, whatever became of the first report.
 */
@Component
class FurtherReport {
    private static final int SUMMARY = 60;

    private final CaseFiles cases;
    private final SubmissionStore submissions;
    private final VaultStore vault;
    private final Recognition recognition;

    FurtherReport(CaseFiles cases, SubmissionStore submissions, VaultStore vault, Recognition recognition) {
        this.cases = cases;
        this.submissions = submissions;
        this.vault = vault;
        this.recognition = recognition;
    }

    /** What a report's file may hold of its reporter's later words: nothing that tells who he is. */
    String held(String caseNo, String text) {
        return vault.behind(caseNo)
                .map(one -> recognition.without(text, one.prints()))
                .orElse(text);
    }

    void open(Found submission, CaseState earlier, String text, List<String> attachments, Instant now) {
        boolean named =
                vault.behind(earlier.caseNo()).filter(one -> !one.anonymous()).isPresent();
        String held = held(earlier.caseNo(), text);
        NewCase further = new NewCase(
                Kind.REPORT,
                earlier.agency(),
                now,
                earlier.channel(),
                "SUBMISSION",
                submission.submissionNo(),
                earlier.caseNo(),
                new NewCase.Narrative(
                        held,
                        Redaction.summary(held, null, SUMMARY),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new NewCase.Merchant("见此前的举报", null, null, null, null, null, null)),
                List.of(),
                new NewCase.Route(List.of("第三十五条"), "同一举报人补充新的事实，此前的举报是 " + earlier.caseNo() + "，由同一机关接收。", List.of()),
                Set.of(),
                named ? Set.of("REAL_NAME") : Set.of(),
                false,
                attachments);
        Actor reporterActor = Actor.party(Opening.REPORTER, Role.REPORTER);
        CaseState state = cases.open(List.of(further), reporterActor, now).getFirst();
        int position = submission.parts().size() + 1;
        submissions.insertParts(List.of(new PartRow(
                submission.submissionNo(), position, new Part(state.caseNo(), Kind.REPORT, Opening.REPORTER))));
        String original = held.equals(text) ? null : text;
        vault.copy(earlier.caseNo(), state.caseNo(), submission.submissionNo(), original, now);
    }
}
