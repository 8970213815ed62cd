package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.UNIT_HEAD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;

/** From the review to the service of a penalty: what the law wants first is asked for in words. */
class PenaltyCourseTest {
    private static final String PP = "《市场监督管理行政处罚程序规定》";
    private static final Object[] NOTICE = {
        "party", "样例便利店", "facts", "出售过期食品", "reason", "样例条款", "proposed", "罚款五千元", "fine", "5000"
    };

    @Test
    void aNoticeThatNobodyHasReceivedBindsNobody() {
        CaseWalk filed = CaseWalk.filed().does(Act.NOTIFY_PENALTY, LEADER, NOTICE);
        Decision.Refused refused = decides(filed, "5000");
        assertThat(refused.code()).isEqualTo("NOTICE_NOT_SERVED");
        assertThat(refused.articles()).containsExactly(PP + "第五十七条");
        assertThat(filed.refuses(Act.RECORD_DEFENCE, INVESTIGATOR, "answer", "STATED", "on", "2026-05-20", "text", "轻些")
                        .code())
                .isEqualTo("NOT_SERVED");
    }

    @Test
    void thePartyHasFiveWorkingDaysUnlessItWaives() {
        CaseWalk served = served("2026-05-20");
        assertThat(decides(served.at("2026-05-27T15:00"), "5000").code()).isEqualTo("DEFENCE_RUNS");
        assertThat(takes(served.at("2026-05-28T09:00"), "5000")).isTrue();
        CaseWalk waived = served("2026-05-20")
                .does(Act.RECORD_DEFENCE, INVESTIGATOR, "answer", "WAIVED", "on", "2026-05-20", "text", "书面放弃");
        assertThat(takes(waived, "5000")).isTrue();
    }

    @Test
    void itIsNotPunishedHarderForSpeakingUp() {
        CaseWalk served = served("2026-05-20")
                .at("2026-05-28T09:00")
                .does(Act.RECORD_DEFENCE, INVESTIGATOR, "answer", "STATED", "on", "2026-05-21", "text", "请求从轻");
        assertThat(decides(served, "5000.01").articles()).containsExactly(PP + "第五十八条");
        assertThat(takes(served, "3000")).isTrue();
    }

    @Test
    void anAskedHearingIsHeldThenReviewedByLawyersThenDiscussed() {
        CaseWalk asked = served("2026-05-20")
                .does(Act.REVIEW_CASE, INVESTIGATOR, review("LEGAL", "AGREE"))
                .does(Act.RECORD_DEFENCE, INVESTIGATOR, "answer", "HEARING", "on", "2026-05-20", "text", "要求听证");
        assertThat(decides(asked, "5000").code()).isEqualTo("HEARING_ASKED");
        assertThat(asked.refuses(Act.RECORD_HEARING, INVESTIGATOR, hearing(INVESTIGATOR.id()))
                        .code())
                .as("nobody hears his own case")
                .isEqualTo("HOST");
        asked.at("2026-06-10T09:00").does(Act.RECORD_HEARING, INVESTIGATOR, hearing(UNIT_HEAD.id()));
        assertThat(decides(asked, "5000").code())
                .as("the review before the hearing does not count")
                .isEqualTo("LEGAL_REVIEW");
        asked.does(Act.REVIEW_CASE, INVESTIGATOR, review("LEGAL", "AGREE"));
        assertThat(decides(asked, "5000").articles()).containsExactly(PP + "第六十条第二款");
        asked.does(Act.DISCUSS_CASE, LEADER, "on", "2026-06-10", "people", "局长", "text", "同意", "agreed", true);
        assertThat(takes(asked, "5000")).isTrue();
    }

    @Test
    void aMajorCaseIsReviewedByLawyersEvenWithoutAHearing() {
        CaseWalk filed = CaseWalk.filed().does(Act.REVIEW_CASE, INVESTIGATOR, review("CASE", "AGREE"));
        assertThat(filed.refuses(Act.DECIDE_CASE, LEADER, with(decision("5000"), "major", List.of("COMPLEX")))
                        .articles())
                .containsExactly(PP + "第五十条");
    }

    @Test
    void anOpinionThatDoesNotAgreeIsFollowedFirst() {
        CaseWalk filed = CaseWalk.filed().does(Act.REVIEW_CASE, INVESTIGATOR, review("CASE", "MORE"));
        assertThat(filed.refuses(Act.NOTIFY_PENALTY, LEADER, NOTICE).why()).contains("补充调查");
        filed.does(Act.REVIEW_CASE, INVESTIGATOR, review("CASE", "AGREE")).does(Act.NOTIFY_PENALTY, LEADER, NOTICE);
        assertThat(filed.refuses(
                                Act.REVIEW_CASE,
                                INVESTIGATOR,
                                with(review("CASE", "AGREE"), "reviewer", INVESTIGATOR.id()))
                        .articles())
                .containsExactly(PP + "第四十九条第三款");
    }

    @Test
    void aLargeFineTellsOfTheHearing() {
        CaseWalk filed = CaseWalk.filed();
        Object[] large = with(NOTICE, "fine", "100000");
        assertThat(filed.refuses(Act.NOTIFY_PENALTY, LEADER, large).articles()).contains("《中华人民共和国行政处罚法》第六十三条");
        filed.does(Act.NOTIFY_PENALTY, LEADER, with(large, "hearing", true));
        filed.world.with("penalty.hearingFine", "3000");
        assertThat(filed.refuses(Act.NOTIFY_PENALTY, LEADER, NOTICE).code()).isEqualTo("HEARING_RIGHT");
    }

    @Test
    void aPublicNoticeHasServedAfterThirtyDaysAndSaysWhy() {
        CaseWalk filed = CaseWalk.filed().does(Act.NOTIFY_PENALTY, LEADER, NOTICE);
        Object[] posted = {"what", "NOTICE", "way", "PUBLIC", "on", "2026-05-20", "recipient", "样例便利店"};
        assertThat(filed.asks(Act.SERVE_PAPER, INVESTIGATOR, posted)).isInstanceOf(Decision.Invalid.class);
        filed.does(Act.SERVE_PAPER, INVESTIGATOR, with(posted, "excuse", "下落不明，邮寄退回"));
        assertThat(((Entry.PenaltyNoticeServed) filed.last.entries().getFirst()).servedOn())
                .isEqualTo(LocalDate.of(2026, 6, 19));
        assertThat(decides(filed.at("2026-06-22T09:00"), "5000").code()).isEqualTo("DEFENCE_RUNS");
    }

    @Test
    void theDecisionIsServedWithinSevenWorkingDaysAndWithoutANoticeInTheFileOneIsWarned() {
        CaseWalk decided = CaseWalk.penalised();
        CaseWalk onPaper = CaseWalk.filed().at("2026-06-20T09:00");
        Decision.Taken taken = (Decision.Taken) onPaper.asks(Act.DECIDE_CASE, LEADER, decision("5000"));
        assertThat(taken.warnings()).singleElement().asString().contains("告知书");
        assertThat(decided.due("penalty.serve")).isEqualTo(LocalDate.of(2026, 6, 30));
        decided.does(
                Act.SERVE_PAPER,
                INVESTIGATOR,
                "what",
                "DECISION",
                "way",
                "DIRECT",
                "on",
                "2026-06-20",
                "recipient",
                "店长");
        assertThat(decided.counts("penalty.serve")).isFalse();
    }

    private static CaseWalk served(String on) {
        return CaseWalk.filed()
                .does(Act.NOTIFY_PENALTY, LEADER, with(NOTICE, "hearing", true))
                .does(Act.SERVE_PAPER, INVESTIGATOR, "what", "NOTICE", "way", "DIRECT", "on", on, "recipient", "店长");
    }

    private static Object[] decision(String fine) {
        return new Object[] {
            "outcome", "PENALTY", "reviewed", true, "heard", true, "decisionNo", "崇市监处罚〔2026〕9号", "fine", fine
        };
    }

    private static Decision.Refused decides(CaseWalk walk, String fine) {
        return walk.refuses(Act.DECIDE_CASE, LEADER, decision(fine));
    }

    private static boolean takes(CaseWalk walk, String fine) {
        return walk.asks(Act.DECIDE_CASE, LEADER, decision(fine)) instanceof Decision.Taken;
    }

    private static Object[] review(String kind, String opinion) {
        return new Object[] {"kind", kind, "reviewer", UNIT_HEAD.id(), "opinion", opinion, "text", "事实清楚"};
    }

    private static Object[] hearing(String host) {
        return new Object[] {"outcome", "HELD", "on", "2026-05-20", "host", host, "text", "听证笔录"};
    }

    /** The later value of a field holds. */
    private static Object[] with(Object[] fields, Object... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
