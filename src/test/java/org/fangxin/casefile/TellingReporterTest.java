package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.STATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reporters are told only what a provision commands (Art. 34, 35, 36), and repeated reports are not handled twice. */
class TellingReporterTest {
    private static final String VER = "penalty.report.verify";
    private static final List<String> SAME = List.of("SAME_REPORTER", "SAME_REPORTED");

    private static Decision.Refused refusesToTell(CaseWalk report, String basis) {
        return report.refuses(
                Act.TELL_REPORTER, HANDLER, "basis", basis, "notice", Map.of("channel", "PHONE"), "text", "已立案。");
    }

    private static CaseWalk tells(CaseWalk report, String basis) {
        return report.does(
                Act.TELL_REPORTER,
                HANDLER,
                "basis",
                basis,
                "notice",
                Map.of("channel", "PHONE", "proof", "LY-1"),
                "text",
                "已经开始处理。");
    }

    private static CaseWalk about(String... topics) {
        return CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION", topics);
    }

    @Test
    void filingIsToldToNobodyUnderOrder121() {
        CaseWalk filed = CaseWalk.filed();
        assertThat(filed.state.duties().open()).isEmpty();
        assertThat(refusesToTell(filed, "SERVICE_PROMISE").articles()).contains("第三十六条");
        assertThat(refusesToTell(filed, "ORDER20_31").articles()).contains("第四十六条");
    }

    @Test
    void anAgencyMayPromiseToTellTheFilingDecision() {
        CaseWalk report = CaseWalk.report();
        report.world.with("report.tellReporter", "FILING_DECISION");
        report.at("2026-05-20T09:00").files();
        assertThat(report.due("promise.report.tell-reporter")).isEqualTo(LocalDate.of(2026, 5, 27));
        tells(report, "SERVICE_PROMISE");
        assertThat(report.clockOf("promise.report.tell-reporter")).isEqualTo(Clock.State.MET);
        assertThat(report.state.duties().open()).isEmpty();
    }

    @Test
    void anAdvertisingReportIsAnsweredWithinSevenWorkingDays() {
        CaseWalk report = about("ADVERTISING");
        assertThat(report.due("adlaw.report.handle")).isEqualTo(LocalDate.of(2026, 5, 14));
        assertThat(report.state.duties().open()).extracting(Duty::form).containsExactly("F10");
        tells(report, "AD_LAW_53");
        assertThat(report.clockOf("adlaw.report.handle")).isEqualTo(Clock.State.MET);
        assertThat(report.state.duties().open()).isEmpty();
    }

    @Test
    void aFoodReportOwesAReplyWithoutANumber() {
        CaseWalk report = about("FOOD");
        assertThat(report.state.duties().open()).extracting(Duty::article).containsExactly("《中华人民共和国食品安全法》第一百一十五条");
        assertThat(tells(report, "FOOD_LAW_115").state.duties().open()).isEmpty();
    }

    @Test
    void unfairCompetitionIsToldToARealNameReporterWhenDecided() {
        CaseWalk named = about("UNFAIR_COMPETITION", "REAL_NAME");
        named.does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
        assertThat(named.state.duties().open()).extracting(Duty::form).containsExactly("F10");
        CaseWalk anonymous = about("UNFAIR_COMPETITION");
        anonymous.does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
        assertThat(anonymous.state.duties().open()).isEmpty();
    }

    @Test
    void lawsThatOnlyRewardTellOnlyOfTheReward() {
        CaseWalk decided = CaseWalk.penalised();
        assertThat(refusesToTell(decided, "PRICE_LAW_38").articles()).contains("第三十六条");
        assertThat(decided.refuses(Act.REWARD, LEADER, "basis", "《价格法》第三十八条", "contributionVerified", true)
                        .code())
                .as("past the books of rewards")
                .isEqualTo("ROLE");
        Actor books = LEADER.byProgram();
        assertThat(decided.refuses(Act.REWARD, books, "basis", "《价格法》第三十八条").code())
                .isEqualTo("CONTRIBUTION");
        decided.does(Act.REWARD, books, "basis", "《价格法》第三十八条", "contributionVerified", true, "amount", "300.00");
        assertThat(tells(decided, "PRICE_LAW_38").state.report().told()).containsExactly("PRICE_LAW_38");
    }

    @Test
    void aLocalProvisionIsCited() {
        assertThat(refusesToTell(CaseWalk.verifying(), "LOCAL").code()).isEqualTo("CITATION");
    }

    @Test
    void aClueHasNobodyToTell() {
        assertThat(refusesToTell(CaseWalk.clue(), "FOOD_LAW_115").code()).isEqualTo("NO_REPORTER");
    }

    @Test
    void anAgencyWithoutAuthorityNamesTheCompetentOne() {
        CaseWalk report = CaseWalk.report();
        report.world.competent("330106");
        assertThat(report.refuses(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", true)
                        .articles())
                .containsExactly("第三十四条");
        report.does(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", true, "agency", "330106");
        assertThat(report.clockOf(VER)).isEqualTo(Clock.State.LIFTED);
        assertThat(report.state.duties().open()).extracting(Duty::article).containsExactly("第三十四条");
    }

    @Test
    void whereNobodyKnowsThePlaceTheShopsOwnAgencyAsksFirst() {
        Object[] fields = {"withinMarketRegulation", true, "agency", "330106"};
        CaseWalk report = CaseWalk.report();
        report.world.shopIn("620823");
        assertThat(report.refuses(Act.TELL_NO_AUTHORITY, INTAKE, fields).articles())
                .containsExactly("第二十九条", "第三十四条");
        report.does(
                Act.TELL_NO_AUTHORITY,
                INTAKE,
                "withinMarketRegulation",
                true,
                "agency",
                "330106",
                "placeChecked",
                true);
        CaseWalk elsewhere = CaseWalk.report();
        elsewhere.world.shopIn("330106");
        elsewhere.does(Act.TELL_NO_AUTHORITY, INTAKE, fields);
    }

    @Test
    void aCompetentAgencyDoesNotSendTheReporterAway() {
        CaseWalk report = CaseWalk.report();
        report.world.competent(CHONGXIN);
        assertThat(report.refuses(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", true, "agency", "330106")
                        .articles())
                .containsExactly("第三十四条");
        CaseWalk city = CaseWalk.of(Kind.REPORT, CaseWalk.PINGLIANG, "2026-05-06T10:00", "SUBMISSION");
        city.world.competent(CHONGXIN);
        assertThat(city.refuses(Act.TELL_NO_AUTHORITY, CaseWalk.CITY_INTAKE, "withinMarketRegulation", false)
                        .articles())
                .contains("第四十一条");
    }

    @Test
    void aUnitThatReceivedByDistributionReturnsAndTellsNobody() {
        CaseWalk report = CaseWalk.report().does(Act.DISTRIBUTE, INTAKE, "to", STATION);
        report.world.competent("330106");
        assertThat(report.refuses(
                                Act.TELL_NO_AUTHORITY,
                                CaseWalk.STATION_HANDLER,
                                "withinMarketRegulation",
                                true,
                                "agency",
                                "330106")
                        .articles())
                .containsExactly("第四十一条");
    }

    @Test
    void foodOutsideOurDutiesIsHandedOverInWriting() {
        CaseWalk report = about("FOOD");
        assertThat(report.refuses(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", false)
                        .articles())
                .containsExactly("《中华人民共和国食品安全法》第一百一十五条");
        report.does(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", false, "handedOverInWriting", true);
        assertThat(report.state.stage()).isEqualTo(Stage.NOT_COMPETENT);
    }

    @Test
    void aRepeatedReportIsNotHandledAgain() {
        CaseWalk repeat = CaseWalk.report();
        repeat.world.knowing(earlier().state);
        assertThat(repeat.refuses(Act.CLOSE_AS_REPEAT, HANDLER, "earlierCaseNo", "FX-0", "confirmed", SAME)
                        .why())
                .contains("同一涉嫌违法事实", "并案");
        repeat.does(
                Act.CLOSE_AS_REPEAT,
                HANDLER,
                "earlierCaseNo",
                "FX-0",
                "confirmed",
                List.of("SAME_REPORTER", "SAME_REPORTED", "SAME_FACT"));
        assertThat(repeat.clockOf(VER)).isEqualTo(Clock.State.LIFTED);
        assertThat(repeat.state.related()).containsEntry("FX-0", "REPEATS");
    }

    @Test
    void newFactsRestartTheEarlierVerificationFromTheLastReceipt() {
        CaseWalk target = CaseWalk.of("FX-0", Kind.REPORT, CHONGXIN, "2026-05-11T10:00", "SUBMISSION", "REAL_NAME");
        CaseWalk later = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-25T10:00", "SUBMISSION", "REAL_NAME");
        later.world.knowing(target.state);
        later.does(Act.MERGE_REPORT, HANDLER, "intoCaseNo", "FX-0", "confirmed", SAME, "newFacts", "又发现一个批次");
        assertThat(later.state.stage()).isEqualTo(Stage.MERGED);
        var there = later.last.elsewhere().getFirst();
        there.entries().forEach(entry -> target.take(later.world.now(), HANDLER, entry));
        assertThat(target.due(VER)).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(target.state.clocks().all())
                .extracting(Clock::state)
                .contains(Clock.State.LIFTED, Clock.State.RUNNING);
    }

    @Test
    void mergingNeedsNewFactsAndAnUndecidedReport() {
        CaseWalk later = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-25T10:00", "SUBMISSION", "REAL_NAME");
        later.world.knowing(earlier().state);
        assertThat(later.refuses(Act.MERGE_REPORT, HANDLER, "intoCaseNo", "FX-0", "confirmed", SAME)
                        .why())
                .contains("新事实");
        later.world.knowing(earlier().files().state);
        assertThat(later.refuses(Act.MERGE_REPORT, HANDLER, "intoCaseNo", "FX-0", "confirmed", SAME, "newFacts", "x")
                        .why())
                .contains("已立案", "不因再次举报重新计算");
    }

    @Test
    void anAnonymousReporterIsTheSameOnlyByCodeOrContact() {
        CaseWalk anonymous = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-25T10:00", "SUBMISSION");
        anonymous.world.knowing(earlier().state);
        assertThat(anonymous
                        .refuses(Act.MERGE_REPORT, HANDLER, "intoCaseNo", "FX-0", "confirmed", SAME, "newFacts", "x")
                        .code())
                .isEqualTo("ANONYMOUS");
        anonymous.does(
                Act.MERGE_REPORT,
                HANDLER,
                "intoCaseNo",
                "FX-0",
                "confirmed",
                SAME,
                "newFacts",
                "x",
                "knownBy",
                "TRACKING_CODE");
        assertThat(anonymous.state.stage()).isEqualTo(Stage.MERGED);
    }

    @Test
    void underOrder20ARealNameReporterIsToldOfTheDecisionInFiveWorkingDays() {
        CaseWalk old = CaseWalk.oldReport()
                .does(Act.VERIFY, INVESTIGATOR)
                .at("2026-04-20T09:00")
                .files();
        assertThat(old.due("order20.report.tell-reporter")).isEqualTo(LocalDate.of(2026, 4, 27));
        assertThat(old.refuses(Act.ARCHIVE, HANDLER).code()).isEqualTo("STAGE");
        tells(old, "ORDER20_31");
        assertThat(old.clockOf("order20.report.tell-reporter")).isEqualTo(Clock.State.MET);
        CaseWalk anonymous = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-04-07T10:00", "SUBMISSION")
                .files();
        assertThat(anonymous.counts("order20.report.tell-reporter")).isFalse();
    }

    @Test
    void underOrder20ADeclinedReportIsArchivedOnlyWhenItsReporterHasBeenTold() {
        CaseWalk old = CaseWalk.oldReport().does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
        assertThat(old.refuses(Act.ARCHIVE, HANDLER).code()).isEqualTo("CLOCK_OPEN");
        tells(old, "ORDER20_31").does(Act.ARCHIVE, HANDLER);
        assertThat(old.state.stage()).isEqualTo(Stage.ARCHIVED);
    }

    @Test
    void underOrder20ThereIsNoRuleOnRepeatedReportsAndNoAuthorityCitesArticle29() {
        CaseWalk old = CaseWalk.oldReport();
        assertThat(old.refuses(Act.CLOSE_AS_REPEAT, HANDLER, "earlierCaseNo", "FX-0")
                        .code())
                .isEqualTo("ORDER20");
        old.world.competent("330106");
        assertThat(old.refuses(Act.TELL_NO_AUTHORITY, INTAKE, "withinMarketRegulation", true)
                        .articles())
                .containsExactly("《市场监督管理投诉举报处理暂行办法》第二十九条");
    }

    @Test
    void underOrder20AClueIsCountedByArticle23() {
        CaseWalk clue = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-04-07T10:00", "CLUE_IN_MEDIATION");
        assertThat(clue.due("order20.clue.verify")).isEqualTo(LocalDate.of(2026, 4, 28));
        clue.does(Act.EXTEND, LEADER, "reason", "等待检测");
        assertThat(clue.refuses(Act.EXTEND, LEADER, "reason", "再次").articles())
                .containsExactly("《市场监督管理投诉举报处理暂行办法》第二十三条");
    }

    private static CaseWalk earlier() {
        return CaseWalk.of("FX-0", Kind.REPORT, CHONGXIN, "2026-05-04T10:00", "SUBMISSION", "REAL_NAME");
    }
}
