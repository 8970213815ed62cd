package org.fangxin.intake.internal;

import java.time.Instant;
import java.util.Optional;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.ReporterWall;
import org.fangxin.intake.Submission;
import org.fangxin.intake.internal.text.Redaction;
import org.fangxin.intake.internal.text.TextSplit;
import org.fangxin.intake.store.SubmissionStore;
import org.fangxin.intake.store.SubmissionStore.Part;
import org.fangxin.intake.store.VaultStore;
import org.fangxin.intake.store.VaultStore.Reporter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link ReporterWall} with the vault behind it: officers' splits and corrections do what intake does at the door. */
@Component
class Wall implements ReporterWall {
    private static final int SUMMARY = 60;
    private static final String UNNAMED = "未留姓名";

    private final VaultStore vault;
    private final SubmissionStore submissions;

    Wall(VaultStore vault, SubmissionStore submissions) {
        this.vault = vault;
        this.submissions = submissions;
    }

    @Override
    public Held behind(Crossing crossing) {
        Submission.Person person = person(crossing);
        String held = withoutPeople(crossing, Redaction.REPORTER);
        String original = held.equals(crossing.text()) ? null : crossing.text();
        vault.insert(crossing.toCaseNo(), crossing.submissionNo(), new Reporter(person, original), crossing.now());
        return new Held(held, summary(held), !person.anonymous());
    }

    @Override
    public Held unnamed(Crossing crossing) {
        String held = withoutPeople(crossing, Redaction.SOMEBODY);
        return new Held(held, summary(held), false);
    }

    /**
     * Nobody can open the vault here, and nobody needs to: who agrees to be named tells his name himself. His words lose
     * the marks that stand for it.
     */
    @Override
    public Held released(Crossing crossing) {
        String text = TextSplit.complaintPart(crossing.text().replace(Redaction.REPORTER, ""));
        return new Held(text, summary(text), false);
    }

    @Override
    public void passOn(String fromCaseNo, String toCaseNo, String submissionNo, String by, Instant now) {
        vault.copy(fromCaseNo, toCaseNo, submissionNo, null, now);
    }

    @Override
    public Held plain(Crossing crossing) {
        String name = crossing.people().isEmpty()
                ? null
                : crossing.people().getFirst().name();
        return new Held(crossing.text(), Redaction.summary(crossing.text(), name, SUMMARY), false);
    }

    @Override
    public void follows(String submissionNo, String caseNo, Kind kind, Optional<String> partyId) {
        submissions.append(submissionNo, new Part(caseNo, kind, partyId.orElse(Opening.REPORTER)));
    }

    private static String summary(String held) {
        return Redaction.summary(held, null, SUMMARY);
    }

    private static String withoutPeople(Crossing crossing, String mark) {
        String text = crossing.text();
        for (PartyData one : crossing.people()) {
            text = Redaction.without(text, submitter(one, null), mark);
        }
        return text;
    }

    /** Who submitted, and who acts for him. */
    private static Submission.Person person(Crossing crossing) {
        Submission.Agent agent = crossing.people().stream()
                .filter(one -> one.role() == PartyRole.AGENT)
                .findFirst()
                .map(one -> new Submission.Agent(one.name(), one.phone(), one.idNumber(), one.address()))
                .orElse(null);
        return crossing.people().stream()
                .filter(one -> one.role() != PartyRole.AGENT)
                .findFirst()
                .map(one -> submitter(one, agent))
                .orElse(new Submission.Person(null, null, null, null, null, true, agent));
    }

    private static Submission.Person submitter(PartyData one, Submission.@Nullable Agent agent) {
        boolean named = !one.name().isBlank() && !one.name().equals(UNNAMED);
        return new Submission.Person(
                named ? one.name() : null, one.phone(), one.idNumber(), one.address(), one.email(), !named, agent);
    }
}
