package org.fangxin.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.IntakeWriters;
import org.fangxin.intake.internal.Opening;
import org.fangxin.intake.internal.PlainOpening.Plain;
import org.fangxin.intake.internal.form.Faults;
import org.fangxin.intake.internal.form.FormCheck;
import org.fangxin.intake.store.IdempotencyStore;
import org.fangxin.region.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes in a submission: checks it, splits it, asks who is competent and opens its cases (Art. 8–10, 28). */
@Component
public class Submit {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final FormCheck check;
    private final Opening opening;
    private final IdempotencyStore keys;
    private final IntakeWriters writers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final JsonMapper json;

    Submit(
            TextReader reader,
            Divisions divisions,
            Opening opening,
            IdempotencyStore keys,
            IntakeWriters writers,
            PlatformTransactionManager transactions,
            InstantSource clock,
            JsonMapper json) {
        this.check = new FormCheck(reader, divisions::knows);
        this.opening = opening;
        this.keys = keys;
        this.writers = writers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.json = json;
    }

    /**
     * Takes in a submission.
     *
     * @throws org.fangxin.problem.Problem 422 naming each field that is wrong
     */
    public Receipt submit(SubmissionForm form, Origin origin) {
        FormCheck.Checked checked = checked(form, origin);
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> open(checked, origin)));
    }

    /**
     * As {@link #submit}, received at a moment that is known, for what was taken in elsewhere before.
     *
     * @param receivedAt not in the future; counts instead of the form's own day
     */
    public Receipt submit(SubmissionForm form, Origin origin, Instant receivedAt) {
        FormCheck.Checked checked = checked(form, origin);
        return Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> opening.open(origin, clock.instant(), receivedAt, checked)));
    }

    /**
     * As {@link #submit}, answered as JSON and done once for a key: the same key and form get the same answer for a day.
     *
     * @throws org.fangxin.problem.Problem 422 also when the key was used for another form
     */
    public String submitOnce(SubmissionForm form, Origin origin, @Nullable String key) {
        FormCheck.Checked checked = checked(form, origin);
        String body = key == null ? "" : body(form, origin);
        Supplier<String> alone = () -> Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> key == null
                        ? json.writeValueAsString(open(checked, origin))
                        : keys.once(key, body, clock.instant(), () -> json.writeValueAsString(open(checked, origin)))));
        Submission submission = checked.submission().orElseThrow();
        if (!Plain.fits(submission)) {
            return alone.get();
        }
        Plain plain = writers.plain(checked, origin, receivedAt(submission, clock.instant()));
        return writers.write(plain, key == null ? null : keys.claim(key, body), alone);
    }

    private Receipt open(FormCheck.Checked checked, Origin origin) {
        Submission submission = checked.submission().orElseThrow();
        Instant now = clock.instant();
        return opening.open(origin, now, receivedAt(submission, now), checked);
    }

    private FormCheck.Checked checked(SubmissionForm form, Origin origin) {
        LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
        FormCheck.Checked checked = check.check(form, origin.desk(), today);
        Faults faults = checked.faults();
        faults.refuse();
        return checked;
    }

    /** A day that the desk states is the day of receipt; its hour does not matter to any count. */
    private static Instant receivedAt(Submission submission, Instant now) {
        LocalDate stated = submission.receivedOn();
        if (stated == null || stated.equals(now.atZone(ZONE).toLocalDate())) {
            return now;
        }
        return stated.atStartOfDay(ZONE).toInstant();
    }

    private String body(SubmissionForm form, Origin origin) {
        String who = origin.officer() == null ? "" : origin.officer().personId();
        return who + '\n' + json.writeValueAsString(form);
    }
}
