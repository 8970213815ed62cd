package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.COMPLAINANT;
import static org.fangxin.casefile.ComplaintMother.HANDLER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Complaints received before 2026-04-15 keep the law of that day. */
class Order20Test {
    private static final String OLD = "《市场监督管理投诉举报处理暂行办法》";

    private static ComplaintMother received(String on) {
        return ComplaintMother.received("WEB", on + "T10:00");
    }

    @Test
    void theLawIsThatOfTheDayOfReceiptWhateverComesLater() {
        var complaint = received("2026-04-14").at("2026-04-16T09:00").does(Act.ACCEPT, HANDLER);
        assertThat(complaint.state.law()).isEqualTo("order20");
        assertThat(complaint.state.clocks().all())
                .extracting(Clock::rule)
                .contains("order20.complaint.accept", "order20.complaint.mediate", "regulation2024.complaint.mediate");
        assertThat(received("2026-04-15").state.law()).isEqualTo("order121");
    }

    @Test
    void bothMediationPeriodsAreShownSinceTheRegulation() {
        var complaint = received("2026-04-03").does(Act.ACCEPT, HANDLER);
        assertThat(complaint.due("order20.complaint.mediate")).isEqualTo(LocalDate.of(2026, 6, 10));
        assertThat(complaint.due("regulation2024.complaint.mediate")).isEqualTo(LocalDate.of(2026, 6, 2));
        var before = received("2024-06-20").does(Act.ACCEPT, HANDLER);
        assertThat(before.state.clocks().all())
                .extracting(Clock::rule)
                .doesNotContain("regulation2024.complaint.mediate");
    }

    @Test
    void theEarlierPeriodAllowsTermination() {
        var complaint = received("2026-04-03").does(Act.ACCEPT, HANDLER);
        complaint.at("2026-06-02T10:00");
        assertThat(complaint
                        .refuses(Act.TERMINATE_MEDIATION, HANDLER, "ground", "TIME_LIMIT", "facts", "x")
                        .articles())
                .containsExactly(OLD + "第二十一条第一款第五项");
        complaint.at("2026-06-03T10:00").does(Act.TERMINATE_MEDIATION, HANDLER, "ground", "TIME_LIMIT", "facts", "x");
        assertThat(complaint.clock("order20.complaint.mediate").state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.clock("regulation2024.complaint.mediate").state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.clock("order20.complaint.notify-termination").state())
                .isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.duties().open()).extracting(Duty::article).contains(OLD + "第二十一条第二款");
    }

    @Test
    void itsGroundsAreItsOwn() {
        var complaint = received("2026-04-03");
        for (Object[] ground : List.of(
                new Object[] {"ground", "IMPERSONATION_OR_IDENTITY_REFUSED", "facts", "x"},
                new Object[] {"ground", "MATERIAL_MISSING_OR_FALSE", "sub", "FALSE", "facts", "x"})) {
            assertThat(complaint.refuses(Act.REFUSE, HANDLER, ground).articles())
                    .containsExactly(OLD + "第十五条");
        }
        complaint.does(Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "MEDIATION_BODY", "facts", "x");
        assertThat(ComplaintMother.received()
                        .refuses(
                                Act.REFUSE, HANDLER, "ground", "ALREADY_HANDLED", "sub", "MEDIATION_BODY", "facts", "x")
                        .articles())
                .containsExactly("第十六条");
    }

    @Test
    void itKnowsNoDeathNoAbuseAndOnlyTheRespondentsRefusalButEndsWhereNoBodyIsAgreed() {
        var complaint = received("2026-04-03").does(Act.ACCEPT, HANDLER);
        for (Object[] ground : List.of(
                new Object[] {"ground", "PARTY_DIED_OR_CEASED", "facts", "x"},
                new Object[] {"ground", "REFUSAL_GROUND_OR_ABUSE_FOUND", "sub", "ABUSE", "facts", "x"},
                new Object[] {"ground", "ABSENT_OR_REFUSED", "sub", "REFUSED_COMPLAINANT", "facts", "x"})) {
            assertThat(complaint
                            .refuses(Act.TERMINATE_MEDIATION, HANDLER, ground)
                            .articles())
                    .containsExactly(OLD + "第二十一条第一款");
        }
        complaint.does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
        complaint.does(
                Act.TERMINATE_MEDIATION, HANDLER, "ground", "APPRAISAL_COST_NOT_AGREED", "sub", "BODY", "facts", "x");
    }

    @Test
    void aBodyIsDesignatedOnlySinceTheRegulation() {
        var before = received("2024-06-03").does(Act.ACCEPT, HANDLER).does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
        assertThat(before.refuses(Act.DESIGNATE_APPRAISAL_BODY, HANDLER, "body", "市质检所")
                        .articles())
                .containsExactly(OLD + "第二十条");
        var since = received("2025-06-03").does(Act.ACCEPT, HANDLER).does(Act.PROPOSE_APPRAISAL, COMPLAINANT);
        since.does(Act.DESIGNATE_APPRAISAL_BODY, HANDLER, "body", "市质检所", "facts", "双方各提一家，没有商定");
    }

    @Test
    void itsSentencesCiteItsArticles() {
        var complaint = received("2026-04-03").does(Act.ACCEPT, HANDLER);
        assertThat(complaint
                        .refuses(Act.REFUSE, HANDLER, "ground", "OVER_THREE_YEARS", "facts", "x")
                        .articles())
                .containsExactly(OLD + "第二十一条第一款");
        assertThat(complaint.refuses(Act.EXTEND, HANDLER).articles()).containsExactly(OLD + "第二十一条第一款");
    }
}
