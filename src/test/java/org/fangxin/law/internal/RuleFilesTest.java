package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {
    private final RuleBook book = RuleFiles.shipped();

    @ParameterizedTest
    @CsvSource(textBlock = """
            order121.complaint.accept,              第十五条, 7, WORKING_DAY
            order121.complaint.mediate,             第二十三条, 60, DAY
            order121.complaint.notify-termination,  第二十三条, 7, WORKING_DAY
            order121.complaint.limitation,          第十六条, 3, YEAR
            order121.clue.verify,                   第二十七条, 15, WORKING_DAY
            order121.clue.verify.extended,          第二十七条, 30, WORKING_DAY
            order121.dispute.negotiate,             第三十三条, 7, WORKING_DAY
            penalty.report.verify,                  《市场监督管理行政处罚程序规定》第十八条, 15, WORKING_DAY
            penalty.report.verify.extended,         《市场监督管理行政处罚程序规定》第十八条, 30, WORKING_DAY
            penalty.dispute.negotiate,              《市场监督管理行政处罚程序规定》第十三条, 7, WORKING_DAY
            penalty.designation.decide,             《市场监督管理行政处罚程序规定》第十六条, 7, WORKING_DAY
            penalty.case.decide,                    《市场监督管理行政处罚程序规定》第六十四条, 90, DAY
            penalty.case.decide.extended,           《市场监督管理行政处罚程序规定》第六十四条, 120, DAY
            penalty.case.decide.further,            《市场监督管理行政处罚程序规定》第六十四条, 0, SET
            penalty.registration.report,            《市场监督管理行政处罚程序规定》第三十三条, 24, HOUR
            penalty.registration.dispose,           《市场监督管理行政处罚程序规定》第三十五条, 7, WORKING_DAY
            penalty.coercion.report,                《市场监督管理行政处罚程序规定》第三十六条, 24, HOUR
            penalty.seizure,                        《市场监督管理行政处罚程序规定》第三十八条, 30, DAY
            penalty.assist,                         《市场监督管理行政处罚程序规定》第四十五条, 15, WORKING_DAY
            penalty.review,                         《市场监督管理行政处罚程序规定》第五十五条, 10, WORKING_DAY
            penalty.defence,                        《市场监督管理行政处罚程序规定》第五十七条, 5, WORKING_DAY
            penalty.serve,                          《市场监督管理行政处罚程序规定》第八十一条, 7, WORKING_DAY
            penalty.public-notice,                  《市场监督管理行政处罚程序规定》第八十二条, 30, DAY
            penalty.pay,                            《市场监督管理行政处罚程序规定》第七十二条, 15, DAY
            penalty.close-form,                     《市场监督管理行政处罚程序规定》第七十七条, 15, WORKING_DAY
            penalty.withdraw-publication,           《市场监督管理行政处罚程序规定》第六十三条, 3, WORKING_DAY
            penalty.simple.archive,                 《市场监督管理行政处罚程序规定》第七十条, 7, WORKING_DAY
            adlaw.report.handle,                    《广告法》第五十三条, 7, WORKING_DAY
            aucl.report.tell-result,                《反不正当竞争法》第二十条, 0, PROMPTLY
            foodlaw.reply,                          《食品安全法》第一百一十五条, 0, PROMPTLY
            regulation2024.complaint.mediate,       《消费者权益保护法实施条例》第四十六条, 60, DAY
            order20.complaint.accept,               《市场监督管理投诉举报处理暂行办法》第十四条, 7, WORKING_DAY
            order20.complaint.notify-termination,   《市场监督管理投诉举报处理暂行办法》第二十一条, 7, WORKING_DAY
            order20.dispute.negotiate,              《市场监督管理投诉举报处理暂行办法》第三十条, 7, WORKING_DAY
            order20.complaint.mediate,              《市场监督管理投诉举报处理暂行办法》第二十一条, 45, WORKING_DAY
            order20.clue.verify,                    《市场监督管理投诉举报处理暂行办法》第二十三条, 15, WORKING_DAY
            order20.clue.verify.extended,           《市场监督管理投诉举报处理暂行办法》第二十三条, 30, WORKING_DAY
            order20.report.tell-reporter,           《市场监督管理投诉举报处理暂行办法》第三十一条, 5, WORKING_DAY
            promise.arrive.town,                    服务承诺, 20, MINUTE
            promise.arrive.rural,                   服务承诺, 40, MINUTE
            promise.arrive.county-seat,             服务承诺, 10, MINUTE
            promise.contact.referred,               服务承诺, 30, MINUTE
            promise.offshelf.food,                  服务承诺, 24, HOUR
            promise.duty.24h,                       服务承诺, 24, HOUR
            promise.timely.accept,                  服务承诺, 3, WORKING_DAY
            promise.timely.receive,                 服务承诺, 1, WORKING_DAY
            promise.timely.distribute,              服务承诺, 1, WORKING_DAY
            promise.timely.handle,                  服务承诺, 30, DAY
            promise.timely.feedback,                服务承诺, 3, WORKING_DAY
            promise.odr.merchant,                   服务承诺, 10, WORKING_DAY
            promise.odr.first-contact,              服务承诺, 2, WORKING_DAY
            promise.report.tell-reporter,           服务承诺（原第20号令第三十一条第二款，已废止）, 5, WORKING_DAY
            promise.designation.complaint,          服务承诺, 7, WORKING_DAY
            promise.consultation.answer,            服务承诺（GB/T 33358）, 24, HOUR
            promise.suggestion.answer,              服务承诺, 15, WORKING_DAY
            promise.hotline.answer,                 服务承诺（GB/T 33358-2016）, 15, SECOND
            promise.hotline.completion,             服务承诺（GB/T 33358-2016）, 24, HOUR
            promise.supervision,                    服务承诺, 0, SET
            """)
    void holdsEveryRuleOfTheProcedures(String id, String article, int length, Unit unit) {
        Rule rule = book.find(id).orElseThrow().rule();
        assertThat(rule.article()).isEqualTo(article);
        assertThat(rule.length()).isEqualTo(length);
        assertThat(rule.unit()).isEqualTo(unit);
    }

    @Test
    void refusesAnUnknownUnitByName() {
        assertRefused(
                "order121",
                "unit: WORKING_DAY",
                "unit: WORK_DAY",
                "order121.complaint.accept: unknown unit 'WORK_DAY'");
    }

    @Test
    void refusesAnIdUsedTwice() {
        assertRefused(
                "order121",
                "id: order121.dispute.negotiate",
                "id: order121.complaint.accept",
                "order121.complaint.accept: the id is used twice");
    }

    @Test
    void refusesAnExtensionThatLeadsNowhere() {
        assertRefused(
                "penalty",
                "rule: penalty.report.verify.extended",
                "rule: penalty.report.verify.longer",
                "penalty.report.verify: extended by 'penalty.report.verify.longer', which is no rule");
    }

    @Test
    void refusesAnExtensionThatIsNotLonger() {
        assertRefused("order121", "length: 30", "length: 15", "is not longer");
    }

    @Test
    void refusesAMisspeltKeyInsteadOfIgnoringIt() {
        assertRefused("order121", "rollsOver: true", "rollOver: true", "unknown key 'rollOver'");
    }

    @Test
    void refusesAPromiseThatPosesAsLaw() {
        assertRefused("promises", "article: 服务承诺", "article: 第十五条", "a promise is never shown as law");
    }

    @Test
    void refusesADateThatIsNone() {
        assertRefused("order121", "2026-04-15", "2026-04-31", "'from' is no date: 2026-04-31");
    }

    @Test
    void refusesAPauseReasonThatNobodyKnows() {
        assertRefused("order121", "reasons: [APPRAISAL]", "reasons: [LUNCH]", "unknown pause reasons [LUNCH]");
    }

    @Test
    void refusesAFileThatIsNoYaml() {
        assertRefused("order121", "law: order121", "law: [order121", "order121.yaml: not readable as YAML");
    }

    /** A twin of the shipped files in which one text is replaced where it first stands. */
    private static void assertRefused(String file, String text, String replacement, String message) {
        Map<String, String> twin = new LinkedHashMap<>(RuleFiles.texts());
        String sound = twin.get(file + ".yaml");
        assertThat(sound).contains(text);
        int at = sound.indexOf(text);
        twin.put(file + ".yaml", sound.substring(0, at) + replacement + sound.substring(at + text.length()));

        assertThatThrownBy(() -> RuleFiles.read(twin))
                .isInstanceOf(LawFileFault.class)
                .hasMessageContaining(message);
    }
}
