package org.fangxin.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.database.Inserts;
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.Submission;
import org.fangxin.intake.internal.form.FormCheck;
import org.fangxin.intake.internal.track.TrackingCode;
import org.fangxin.intake.store.Macs;
import org.fangxin.intake.store.SubmissionStore;
import org.springframework.stereotype.Component;

/**
 * Opens many plain submissions as {@link Opening} opens one, with a statement a table instead of a statement a row. Runs in the
 * caller's transaction and the program's own scope.
 */
@Component
public class PlainOpening {
    private final Opening opening;
    private final CaseFiles cases;
    private final Destination destination;
    private final SubmissionStore submissions;
    private final Macs macs;
    private final Inserts inserts;

    PlainOpening(
            Opening opening,
            CaseFiles cases,
            Destination destination,
            SubmissionStore submissions,
            Macs macs,
            Inserts inserts) {
        this.opening = opening;
        this.cases = cases;
        this.destination = destination;
        this.submissions = submissions;
        this.macs = macs;
        this.inserts = inserts;
    }

    /** A checked submission of one kind that brings no file and asks for no channel, with who sent it. */
    public record Plain(FormCheck.Checked checked, Origin origin, Instant receivedAt, Destination.Choice choice) {
        Submission submission() {
            return checked.submission().orElseThrow();
        }

        Kind kind() {
            return submission().kinds().iterator().next();
        }

        Actor by() {
            return Opening.by(origin, kind());
        }

        /** Whether a submission is so plain that it can be opened with others. */
        public static boolean fits(Submission submission) {
            return submission.kinds().size() == 1
                    && submission.attachments().isEmpty()
                    && !submission.consents().greenChannel();
        }
    }

    /** One on its way. */
    private record Placed(Plain plain, String number, String code) {
        Destination.Choice choice() {
            return plain.choice();
        }

        NewCase part() {
            return CaseParts.of(
                    plain.kind(),
                    plain.submission(),
                    choice(),
                    new CaseParts.Frame(number, plain.receivedAt(), "SUBMISSION"),
                    List.of(),
                    null,
                    false);
        }
    }

    /** With where it goes, which needs no transaction. */
    public Plain plain(FormCheck.Checked checked, Origin origin, Instant receivedAt) {
        Submission submission = checked.submission().orElseThrow();
        Kind kind = submission.kinds().iterator().next();
        return new Plain(checked, origin, receivedAt, destination.of(kind, submission, origin.agency()));
    }

    /** Opens all; the receipts in the same order, each with a tracking code that is nowhere else. */
    public List<Receipt> open(List<Plain> all, Instant now) {
        List<Placed> placed = placed(all);
        return inserts.together(() -> {
            submissions.insert(placed.stream().map(one -> row(one, now)).toList());
            Map<Placed, CaseState> states = opened(placed, now);
            return placed.stream()
                    .map(one -> receipt(one, Objects.requireNonNull(states.get(one)), now))
                    .toList();
        });
    }

    private List<Placed> placed(List<Plain> all) {
        List<String> numbers = submissions.nextNumbers(all.stream()
                .map(one -> SubmissionStore.Wanted.of(one.choice().agency().code(), one.receivedAt()))
                .toList());
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            placed.add(new Placed(all.get(i), numbers.get(i), TrackingCode.fresh()));
        }
        return placed;
    }

    private SubmissionStore.Row row(Placed one, Instant now) {
        Plain plain = one.plain();
        Origin origin = plain.origin();
        return new SubmissionStore.Row(
                one.number(),
                one.choice().agency().code(),
                plain.submission(),
                plain.receivedAt(),
                now,
                origin.officer() == null ? null : origin.officer().personId(),
                macs.of(TrackingCode.USE, one.number(), one.code()));
    }

    /** The cases, opened in one call for each who acts. */
    private Map<Placed, CaseState> opened(List<Placed> placed, Instant now) {
        Map<Actor, List<Placed>> byActor = new LinkedHashMap<>();
        placed.forEach(one -> byActor.computeIfAbsent(one.plain().by(), first -> new ArrayList<>())
                .add(one));
        Map<Placed, CaseState> states = new IdentityHashMap<>();
        byActor.forEach((actor, theirs) -> {
            List<CaseState> opened =
                    cases.open(theirs.stream().map(Placed::part).toList(), actor, now);
            for (int i = 0; i < theirs.size(); i++) {
                states.put(theirs.get(i), opened.get(i));
            }
        });
        return states;
    }

    private Receipt receipt(Placed one, CaseState state, Instant now) {
        opening.write(List.of(new Opening.Made(one.number(), 1, one.plain().submission(), state)), now);
        return new Receipt(
                one.number(),
                one.code(),
                one.plain().submission().kindsProposed(),
                List.of(opening.receipt(state, one.choice())),
                one.plain().checked().suggested(),
                one.plain().checked().faults().warnings());
    }
}
