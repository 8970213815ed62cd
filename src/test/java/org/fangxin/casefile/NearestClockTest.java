package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.CaseFiles.Dated;
import org.fangxin.law.DueDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By which of its clocks a case is listed, sorted and counted. */
class NearestClockTest {
    private static final Instant START = Instant.parse("2026-05-06T02:00:00Z");
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 20);

    private final Dated mediation = running("order121.complaint.mediate", JULY);
    private final Dated paused =
            new Dated(Clock.started("order121.complaint.mediate", START).paused(MAY, "检测"), date("x", null), null);
    private final Dated promptly = running("order121.report.transfer", null);
    private final Dated promise = running("promise.timely.handle", MAY);
    private final Dated met = new Dated(
            Clock.started("order121.complaint.accept", START).ended(Clock.State.MET, START), date("y", MAY), null);

    @Test
    void theFirstOpenClockWithADateCounts() {
        assertThat(Dated.nearest(List.of(mediation, promise, met))).contains(mediation);
    }

    @Test
    void whileAStatuteStandsStillAMissedPromiseDoesNotMakeTheCaseOverdue() {
        assertThat(Dated.nearest(List.of(paused, promise, met))).contains(paused);
    }

    @Test
    void aDutyWithoutADateDoesNotHideAPromiseThatHasOne() {
        assertThat(Dated.nearest(List.of(promptly, promise))).contains(promise);
        assertThat(Dated.nearest(List.of(promptly))).contains(promptly);
    }

    @Test
    void whatIsMetCountsNoMore() {
        assertThat(Dated.nearest(List.of(met))).isEmpty();
    }

    private static Dated running(String rule, @Nullable LocalDate due) {
        return new Dated(Clock.started(rule, START), date(rule, due), due);
    }

    private static DueDate date(String rule, @Nullable LocalDate due) {
        return new DueDate(rule, "第二十三条", true, START, due, due, null, due, false, "", List.of(), null);
    }
}
