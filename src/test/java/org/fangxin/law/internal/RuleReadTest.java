package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;
import org.fangxin.law.Rule.Unit;
import org.junit.jupiter.api.Test;

/** Each field of a rule comes from where the file says it. */
class RuleReadTest {
    private static final String LAW = """
            law: test
            name: 测试法
            citedAs: 《测试法》
            counting: 《测试法》第九条
            valid: { from: "2026-04-15" }
            rules:
              - id: test.mediate
                article: 第二条
                title: 调解
                begins: 受理
                ends: 办结
                triggers: [Accepted]
                satisfiers: [AgreementReached, MediationTerminated]
                length: 60
                unit: DAY
                rollsOver: true
                pause: { reasons: [APPRAISAL], article: 《测试法》第三条 }
                extension: { rule: test.mediate.longer, approver: 负责人 }
                note: 可以延长一次
              - id: test.mediate.longer
                article: 第二条
                title: 调解（延长）
                begins: 受理
                ends: 办结
                triggers: [Accepted]
                satisfiers: [AgreementReached]
                length: 90
                unit: DAY
                rollsOver: true
                valid: { from: "2026-05-01", to: "2027-04-30" }
            """;
    private static final String PROMISES = """
            law: promise
            name: 服务承诺
            promise: true
            valid: { from: "2020-01-01" }
            rules:
              - id: promise.visit
                article: 服务承诺
                title: 上门
                begins: 接诉
                ends: 到场
                triggers: [Received]
                satisfiers: [ArrivedOnSite]
                length: 20
                unit: MINUTE
                active: false
            """;

    private final RuleBook book = RuleFiles.read(Map.of("test.yaml", LAW, "promises.yaml", PROMISES));

    @Test
    void aNumberInLawIsReadWithItsWordsPauseAndExtension() {
        RuleEntry entry = book.find("test.mediate").orElseThrow();
        assertThat(entry.rule())
                .isEqualTo(new Rule(
                        "test.mediate",
                        Source.STATUTE,
                        "test",
                        "《测试法》第二条",
                        "调解",
                        List.of("Accepted"),
                        List.of("AgreementReached", "MediationTerminated"),
                        60,
                        Unit.DAY,
                        List.of("APPRAISAL"),
                        "test.mediate.longer",
                        "负责人",
                        true,
                        LocalDate.of(2026, 4, 15),
                        null,
                        true,
                        "可以延长一次"));
        assertThat(entry).isEqualTo(new RuleEntry(entry.rule(), "测试法", "受理", "办结", "《测试法》第九条", "《测试法》第三条"));
    }

    @Test
    void aRulesOwnValidityStandsBeforeItsFiles() {
        Rule longer = book.find("test.mediate.longer").orElseThrow().rule();
        assertThat(longer.validFrom()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(longer.validTo()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(longer.extendedBy()).isNull();
        assertThat(longer.pauseReasons()).isEmpty();
    }

    @Test
    void aPromiseCitesNoLawAndMayBeOff() {
        Rule visit = book.find("promise.visit").orElseThrow().rule();
        assertThat(visit.source()).isEqualTo(Source.PROMISE);
        assertThat(visit.article()).isEqualTo("服务承诺");
        assertThat(visit.active()).isFalse();
        assertThat(visit.rollsOver()).isFalse();
    }

    @Test
    void aRuleThatIsInForceFromNoDayIsRefused() {
        for (String replacement : new String[] {"", "valid: { to: \"2030-01-01\" }"}) {
            String without = PROMISES.replace("valid: { from: \"2020-01-01\" }", replacement);
            assertThatThrownBy(() -> RuleFiles.read(Map.of("promises.yaml", without)))
                    .isInstanceOf(LawFileFault.class)
                    .hasMessageContaining("'valid.from' is missing");
        }
    }

    @Test
    void whatShipsIsReadWhole() {
        RuleBook shipped = RuleFiles.read(RuleFiles.texts());
        assertThat(shipped.all()).hasSizeGreaterThan(60);
        assertThat(shipped.find("order121.complaint.mediate").orElseThrow().pauseArticle())
                .isEqualTo("第二十二条");
    }
}
