package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Attempt;
import org.fangxin.casefile.ManyHands;
import org.fangxin.identity.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many people at once on the same cases, in small; in full it is the experiment R9. A judge that hears a lie has to find it. */
@FangxinTest
class RushTest {
    private static final int OPERATIONS = 1_500;
    private static final long SEED = 121;

    @Autowired
    ApplicationContext program;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    People people;

    @Autowired
    InstantSource clock;

    @Test
    void whatEverybodyWasToldFitsOneOrderOfWhatIsStored() throws Exception {
        Instant since = clock.instant();
        ManyHands.Told told =
                ManyHands.work(Rush.counter(program), ManyHands.Staff.hired(people, "rushed"), OPERATIONS, SEED);

        assertThat(judged(told, since)).isEmpty();
        assertThat(told.attempts().stream().filter(Attempt::stood)).hasSizeGreaterThan(100);

        assertThat(judged(without(told, first(told, Attempt::stood)), since))
                .containsKey("in the journal though it was refused");
        assertThat(judged(changed(told, first(told, late()), one -> answered(one, stood(told))), since))
                .containsKey("told that it is done, and it is not in the journal");
        assertThat(judged(changed(told, last(told), one -> at(one, Long.MIN_VALUE + 1)), since))
                .containsKey("a later version was told before an earlier one was asked for");
        assertThat(judged(changed(told, first(told, late()), RushTest::onNoVersion), since))
                .containsKey("told that it came too late, and it did not");
    }

    private Map<String, String> judged(ManyHands.Told told, Instant since) {
        RushJudge judge = new RushJudge(program, JdbcClient.create(owner));
        judge.judge(told, since);
        return judge.breaks();
    }

    private static java.util.function.Predicate<Attempt> late() {
        return one -> one.key() == null && one.answer() instanceof Attempt.Refused no && no.status() == 409;
    }

    private static Attempt first(ManyHands.Told told, java.util.function.Predicate<Attempt> wanted) {
        return told.attempts().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static Attempt.Answer stood(ManyHands.Told told) {
        return first(told, Attempt::stood).answer();
    }

    /** Of the case with the longest journal the act that came last. */
    private static Attempt last(ManyHands.Told told) {
        return told.attempts().stream()
                .filter(one -> one.key() == null && one.stood())
                .max(java.util.Comparator.comparingLong(
                        one -> ((Attempt.Stood) one.answer()).state().seq()))
                .orElseThrow();
    }

    private static ManyHands.Told without(ManyHands.Told told, Attempt attempt) {
        return with(
                told,
                told.attempts().stream()
                        .filter(one -> !one.token().equals(attempt.token()))
                        .toList());
    }

    private static ManyHands.Told changed(ManyHands.Told told, Attempt attempt, UnaryOperator<Attempt> lie) {
        List<Attempt> attempts = new ArrayList<>(told.attempts());
        attempts.replaceAll(one -> one.equals(attempt) ? lie.apply(one) : one);
        return with(told, attempts);
    }

    private static ManyHands.Told with(ManyHands.Told told, List<Attempt> attempts) {
        return new ManyHands.Told(attempts, told.openings(), told.bursts());
    }

    private static Attempt answered(Attempt one, Attempt.Answer answer) {
        return copy(one, one.version(), one.begun(), one.ended(), answer);
    }

    private static Attempt at(Attempt one, long moment) {
        return copy(one, one.version(), moment, moment, one.answer());
    }

    private static Attempt onNoVersion(Attempt one) {
        return copy(one, null, one.begun(), one.ended(), one.answer());
    }

    private static Attempt copy(
            Attempt one,
            @org.jspecify.annotations.Nullable Long version,
            long begun,
            long ended,
            Attempt.Answer answer) {
        return new Attempt(
                one.token(),
                one.caseNo(),
                one.act(),
                one.actor(),
                version,
                one.fields(),
                one.key(),
                one.at(),
                begun,
                ended,
                answer);
    }
}
