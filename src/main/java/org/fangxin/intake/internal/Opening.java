package org.fangxin.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.identity.Role;
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.Submission;
import org.fangxin.intake.internal.file.EvidenceFiles;
import org.fangxin.intake.internal.form.FormCheck;
import org.fangxin.intake.internal.track.TrackingCode;
import org.fangxin.intake.store.Macs;
import org.fangxin.intake.store.SubmissionStore;
import org.fangxin.intake.store.SubmissionStore.Part;
import org.fangxin.intake.store.VaultStore;
import org.fangxin.problem.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the cases of a checked submission. Runs in the caller's transaction and the program's own scope. */
@Component
public class Opening {
    /** The party that stands for a reporter, whose identity is in the vault and nowhere else. */
    public static final String REPORTER = "REPORTER";

    private final CaseFiles cases;
    private final Destination destination;
    private final SubmissionStore submissions;
    private final VaultStore vault;
    private final EvidenceFiles files;
    private final Macs macs;
    private final GreenChannel greenChannel;

    Opening(
            CaseFiles cases,
            Destination destination,
            SubmissionStore submissions,
            VaultStore vault,
            EvidenceFiles files,
            Macs macs,
            GreenChannel greenChannel) {
        this.cases = cases;
        this.destination = destination;
        this.submissions = submissions;
        this.vault = vault;
        this.files = files;
        this.macs = macs;
        this.greenChannel = greenChannel;
    }

    /** One opened case with the reason for its agency. */
    private record Opened(CaseState state, Destination.Choice choice) {}

    /** Opens everything and writes the receipt; the tracking code is in it and nowhere else. */
    public Receipt open(Origin origin, Instant now, Instant receivedAt, FormCheck.Checked checked) {
        Submission submission = checked.submission().orElseThrow();
        List<Kind> kinds = List.copyOf(submission.kinds());
        List<Destination.Choice> choices = kinds.stream()
                .map(kind -> destination.of(kind, submission, origin.agency()))
                .toList();
        String agency = choices.getFirst().agency().code();
        String number = submissions.nextNumbers(agency, receivedAt, 1).getFirst();
        String code = TrackingCode.fresh();
        String by = origin.officer() == null ? null : origin.officer().personId();
        submissions.insert(List.of(new SubmissionStore.Row(
                number, agency, submission, receivedAt, now, by, macs.of(TrackingCode.USE, number, code))));
        EvidenceFiles.Taken taken = files.take(submission.attachments(), submission, now);
        CaseParts.Frame frame = new CaseParts.Frame(number, receivedAt, "SUBMISSION");
        List<Opened> opened = new ArrayList<>();
        List<FieldError> said = new ArrayList<>(checked.faults().warnings());
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            GreenChannel.Answer green =
                    greenChannel.ask(kind, submission, choices.get(i).agency().code());
            green.warning().ifPresent(said::add);
            NewCase part = CaseParts.of(
                    kind,
                    submission,
                    choices.get(i),
                    frame,
                    taken.of(kind),
                    complaintAmong(opened, kind),
                    green.taken().isPresent());
            CaseState state = cases.open(List.of(part), by(origin, kind), now).getFirst();
            write(List.of(new Made(number, i + 1, submission, state)), now);
            CaseState sent = green.taken()
                    .map(offer -> greenChannel.route(state, offer, submission))
                    .orElse(state);
            opened.add(new Opened(sent, choices.get(i)));
        }
        return new Receipt(
                number,
                code,
                submission.kindsProposed(),
                opened.stream().map(one -> receipt(one.state(), one.choice())).toList(),
                checked.suggested(),
                said);
    }

    /** A report knows the number of the complaint it came with; the complaint knows nothing of the report. */
    private static @Nullable String complaintAmong(List<Opened> opened, Kind kind) {
        return kind != Kind.REPORT
                ? null
                : opened.stream()
                        .filter(one -> one.state().kind() == Kind.COMPLAINT)
                        .map(one -> one.state().caseNo())
                        .findFirst()
                        .orElse(null);
    }

    static Actor by(Origin origin, Kind kind) {
        if (origin.officer() != null) {
            return origin.actor();
        }
        return switch (kind) {
            case COMPLAINT -> Actor.party("P1", Role.COMPLAINANT);
            case REPORT -> Actor.party(REPORTER, Role.REPORTER);
            case CONSULTATION, SUGGESTION -> Actor.party("P1", Role.ASKER);
        };
    }

    /** A case that was opened for a part of a submission. */
    public record Made(String submissionNo, int position, Submission submission, CaseState state) {}

    /** Beside the cases: who may track them as whom, and of reports the reporters into the vault. */
    public void write(List<Made> made, Instant now) {
        submissions.insertParts(made.stream()
                .map(one -> new SubmissionStore.PartRow(
                        one.submissionNo(),
                        one.position(),
                        new Part(one.state().caseNo(), one.state().kind(), party(one.state()))))
                .toList());
        made.stream().filter(one -> one.state().kind() == Kind.REPORT).forEach(one -> keep(one, now));
    }

    private void keep(Made report, Instant now) {
        Submission submission = report.submission();
        String held = CaseParts.text(Kind.REPORT, submission);
        String original = held.equals(submission.content()) ? null : submission.content();
        vault.insert(
                report.state().caseNo(),
                report.submissionNo(),
                new VaultStore.Reporter(submission.person(), original),
                now);
    }

    private static String party(CaseState state) {
        PartyRole role = state.kind() == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
        return state.partiesWith(role).stream().findFirst().orElse(REPORTER);
    }

    Receipt.OpenedCase receipt(CaseState state, Destination.Choice choice) {
        return new Receipt.OpenedCase(
                state.caseNo(),
                state.kind().name(),
                state.stage().name(),
                new Receipt.AgencyRef(choice.agency().code(), choice.agency().name()),
                new Receipt.RouteRef(choice.route().articles(), choice.route().reason()),
                cases.deadlines(state));
    }
}
