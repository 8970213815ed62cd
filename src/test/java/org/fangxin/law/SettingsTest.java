package org.fangxin.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.fangxin.law.Setting.Kind;
import org.fangxin.law.internal.BookStatutes;
import org.fangxin.law.internal.RuleFiles;
import org.fangxin.law.internal.SettingValue;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings = Settings.defaults();

    @Test
    void answersEachOfTheThirtyFiveSilentPoints() {
        assertThat(settings.all().stream().map(Setting::point).distinct().filter(point -> point > 0))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 35).boxed().toList());
        assertThat(settings.all()).allSatisfy(setting -> {
            assertThat(setting.title()).isNotBlank();
            assertThat(setting.why()).isNotBlank();
            if (setting.kind() != Kind.NUMBER && setting.kind() != Kind.LENGTH) {
                assertThat(setting.options()).isNotEmpty();
            }
        });
    }

    @Test
    void hasTheDefaultsOfTheProcedures() {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("deadline.rollover", "ALL_REST_DAYS"),
                Map.entry("receipt.day", "AS_IS"),
                Map.entry("law.transition", "RECEIPT"),
                Map.entry("accept.pauseOnRequest", "false"),
                Map.entry("material.window", "3"),
                Map.entry("identity.papers.kept", "30"),
                Map.entry("retention.complaint", "10"),
                Map.entry("retention.report", "10"),
                Map.entry("retention.penalty", "30"),
                Map.entry("retention.inquiry", "10"),
                Map.entry("mediation.pauseOnRecusal", "false"),
                Map.entry("verify.metBy", "DECISION"),
                Map.entry("report.tellReporter", "LAW_ONLY"),
                Map.entry("adlaw.tell", "STARTED"),
                Map.entry("reach.attempts", "2"),
                Map.entry("complaint.noAuthority", "RETURN_FIRST"),
                Map.entry("joint.representatives", "2"),
                Map.entry("refuse.remedyLine", "true"),
                Map.entry("greenchannel.clock", "OUTSIDE"),
                Map.entry("split.start", "MATERIAL"),
                Map.entry("mediation.lead", "3"),
                Map.entry("recusal.window", "2"),
                Map.entry("promise.arrive.town", "20 MINUTE"),
                Map.entry("promise.odr.merchant", "10 WORKING_DAY"));
        expected.forEach(
                (id, value) -> assertThat(settings.value(id, "620823")).as(id).isEqualTo(value));
        assertThat(settings.number("material.window", "")).isEqualTo(3);
        assertThat(settings.flag("refuse.remedyLine", "")).isTrue();
        assertThat(settings.list("refuse.secondPerson", "")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> settings.value("no.such.setting", ""));
    }

    @Test
    void saysWhichValuesASettingTakes() {
        assertThat(fault("deadline.rollover", "HOLIDAY_PERIOD")).isEmpty();
        assertThat(fault("deadline.rollover", "NEVER")).contains("ALL_REST_DAYS");
        assertThat(fault("material.window", "1")).isEmpty();
        assertThat(fault("material.window", "0")).contains("1 到 6");
        assertThat(fault("material.window", "6")).isEmpty();
        assertThat(fault("material.window", "7")).contains("1 到 6");
        assertThat(fault("material.window", "x")).isNotEmpty();
        assertThat(fault("refuse.secondPerson", "OTHER_LAW,ALREADY_HANDLED")).isEmpty();
        assertThat(fault("refuse.secondPerson", "")).isEmpty();
        assertThat(fault("refuse.secondPerson", "OTHER_LAW,,")).isNotEmpty();
        assertThat(fault("promise.arrive.town", "15 MINUTE")).isEmpty();
        assertThat(fault("promise.arrive.town", "OFF")).isEmpty();
        assertThat(fault("promise.arrive.town", "0 MINUTE")).isNotEmpty();
        Setting unbounded = choice(Kind.NUMBER, Map.of());
        assertThat(SettingValue.fault(unbounded, "0")).isEmpty();
        assertThat(SettingValue.fault(unbounded, "9999")).isEmpty();
        assertThat(SettingValue.fault(unbounded, "10000")).isPresent();
        assertThat(SettingValue.fault(unbounded, "-1")).isPresent();
    }

    @Test
    void whereTheLawLeavesOneReadingThereIsNothingToChoose() {
        assertThat(choice(Kind.CHOICE, Map.of("A", "只有一种")).fixed()).isTrue();
        assertThat(choice(Kind.FLAG, Map.of("true", "是")).fixed()).isTrue();
        assertThat(choice(Kind.CHOICE, Map.of("A", "一种", "B", "另一种")).fixed()).isFalse();
        assertThat(choice(Kind.LIST, Map.of("A", "可选")).fixed()).isFalse();
    }

    private static Setting choice(Kind kind, Map<String, String> options) {
        return new Setting("test", 1, kind, "测试", "A", options, null, List.of(), "试");
    }

    @Test
    void anAgencyReadsTheHoursOfAStatuteInItsOwnWay() {
        Instant start = Instant.parse("2026-05-06T02:20:00Z");
        assertThat(with(Map.of())
                        .due("penalty.registration.report", start, List.of())
                        .dueAt())
                .isEqualTo(Instant.parse("2026-05-07T03:00:00Z"));
        assertThat(with(Map.of("hours.start", "EXACT"))
                        .due("penalty.registration.report", start, List.of())
                        .dueAt())
                .isEqualTo(Instant.parse("2026-05-07T02:20:00Z"));
    }

    @Test
    void aListHoldsEachOfItsValuesAndAFlagIsFalseWhenItSaysSo() {
        Settings some = over(Map.of("refuse.secondPerson", "OTHER_LAW,ALREADY_HANDLED"));
        assertThat(some.list("refuse.secondPerson", "")).containsExactly("OTHER_LAW", "ALREADY_HANDLED");
        assertThat(some.flag("accept.pauseOnRequest", "")).isFalse();
    }

    @Test
    void anAgencyMayShortenAPromiseOrSwitchItOff() {
        Statutes statutes = with(Map.of("promise.arrive.town", "15 MINUTE", "promise.odr.merchant", "OFF"));
        assertThat(statutes.rule("promise.arrive.town").orElseThrow().length()).isEqualTo(15);
        assertThat(statutes.rule("promise.odr.merchant").orElseThrow().active()).isFalse();
        assertThat(statutes.rule("order121.complaint.accept").orElseThrow().length())
                .isEqualTo(7);
    }

    @Test
    void aLengthThatCannotBeReadLeavesThePromiseAsItIs() {
        assertThat(with(Map.of("promise.arrive.town", "soon"))
                        .rule("promise.arrive.town")
                        .orElseThrow()
                        .length())
                .isEqualTo(20);
    }

    @Test
    void anAgencysStatutesAreUnderItsOwnSettings() {
        Statutes nation = new BookStatutes(RuleFiles.shipped(), WorkingCalendar.builtIn(), ofChongxin(), "");
        assertThat(nation.forAgency("")).isSameAs(nation);
        assertThat(nation.rule("promise.arrive.town").orElseThrow().length()).isEqualTo(20);
        assertThat(nation.forAgency("620823")
                        .rule("promise.arrive.town")
                        .orElseThrow()
                        .length())
                .isEqualTo(15);
    }

    @Test
    void tellingReportersOfFilingIsAPromiseOnlyWhereItWasChosen() {
        String rule = "promise.report.tell-reporter";
        assertThat(with(Map.of()).rule(rule).orElseThrow().active()).isFalse();
        assertThat(with(Map.of("report.tellReporter", "FILING_DECISION"))
                        .rule(rule)
                        .orElseThrow()
                        .active())
                .isTrue();
    }

    @Test
    void theNewProcedureMayBeChosenForCasesThatWereOpen() {
        LocalDate before = LocalDate.of(2026, 4, 10);
        LocalDate after = LocalDate.of(2026, 4, 20);
        Statutes chosen = with(Map.of("law.transition", "PROCEDURE_NEW"));
        assertThat(chosen.procedureOf(before, after)).isEqualTo("order121");
        assertThat(chosen.lawOf(before)).isEqualTo("order20");
    }

    private String fault(String id, String value) {
        return SettingValue.fault(settings.find(id).orElseThrow(), value).orElse("");
    }

    private Statutes with(Map<String, String> chosen) {
        return new BookStatutes(RuleFiles.shipped(), WorkingCalendar.builtIn(), over(chosen), "");
    }

    /** One agency comes faster than the others. */
    private Settings ofChongxin() {
        Settings faster = over(Map.of("promise.arrive.town", "15 MINUTE"));
        return chosenBy((id, agency) -> (agency.equals("620823") ? faster : settings).value(id, agency));
    }

    private Settings over(Map<String, String> chosen) {
        return chosenBy((id, agency) -> chosen.getOrDefault(id, settings.value(id, agency)));
    }

    private Settings chosenBy(BinaryOperator<String> value) {
        return new Settings() {
            @Override
            public List<Setting> all() {
                return settings.all();
            }

            @Override
            public Optional<Setting> find(String id) {
                return settings.find(id);
            }

            @Override
            public String value(String id, String agencyCode) {
                return value.apply(id, agencyCode);
            }
        };
    }
}
