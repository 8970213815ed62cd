package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fangxin.law.Setting;
import org.fangxin.law.Setting.Kind;
import org.junit.jupiter.api.Test;

/** The settings' file is read as it stands, with one setting for each promise that has a length. */
class ShippedSettingsTest {
    private static final String WINDOW = """
            settings:
              - id: material.window
                point: 4
                kind: NUMBER
                title: 补充材料的期限
                default: "3"
                range: { min: 1, max: 6 }
                articles: [第十条]
                why: 七个工作日以内
            """;
    private static final String CHOICE = """
              - id: receipt.day
                point: 2
                kind: CHOICE
                title: 哪天算收到
                default: AS_IS
                options: { AS_IS: 收到当天 }
                articles: [第四十五条]
                why: 不看几点
            """;

    @Test
    void readsWhatThereIsToChooseAndWhatNot() {
        ShippedSettings settings = settings(WINDOW + CHOICE);
        assertThat(settings.find("material.window"))
                .contains(new Setting(
                        "material.window",
                        4,
                        Kind.NUMBER,
                        "补充材料的期限",
                        "3",
                        Map.of(),
                        new Setting.Range(1, 6),
                        List.of("第十条"),
                        "七个工作日以内"));
        assertThat(settings.find("receipt.day").orElseThrow().options()).containsExactly(Map.entry("AS_IS", "收到当天"));
        assertThat(settings.find("receipt.day").orElseThrow().range()).isNull();
    }

    @Test
    void eachPromiseWithALengthIsASettingAndNothingOfLaw() {
        ShippedSettings settings = settings(WINDOW);
        assertThat(settings.find("promise.duty.24h")).isPresent();
        assertThat(settings.find("promise.arrive.rural"))
                .contains(new Setting(
                        "promise.arrive.rural",
                        0,
                        Kind.LENGTH,
                        "服务承诺：农村乡镇接诉到场",
                        "40 MINUTE",
                        Map.of(),
                        null,
                        List.of(),
                        "消费维权服务站规范化建设方案"));
        assertThat(settings.find("promise.supervision"))
                .as("each order sets its date")
                .isEmpty();
        assertThat(settings.find("order121.complaint.accept")).isEmpty();
        assertThat(settings.all()).allSatisfy(one -> assertThat(one.why()).isNotBlank());
    }

    @Test
    void aPromiseWithoutANoteIsTheAgencysOwn() {
        RuleEntry plain = RuleFiles.shipped().all().stream()
                .filter(entry -> entry.rule().note() == null
                        && entry.rule().id().startsWith("promise.")
                        && entry.rule().length() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(settings(WINDOW).find(plain.rule().id()).orElseThrow().why()).isEqualTo("机关自定");
    }

    @Test
    void aSettingThatStandsThereTwiceOrWithADefaultItDoesNotTakeIsRefused() {
        refused(WINDOW + WINDOW.substring("settings:\n".length()), "material.window stands there twice");
        refused(WINDOW.replace("\"3\"", "\"7\""), "material.window: the default: 请写 1 到 6");
        refused(
                WINDOW.replace("point:", "points:"),
                "settings.yaml, settings[0], material.window: unknown key 'points'");
    }

    private static ShippedSettings settings(String yaml) {
        return new ShippedSettings(yaml, RuleFiles.shipped());
    }

    private static void refused(String yaml, String fault) {
        assertThatThrownBy(() -> settings(yaml))
                .isInstanceOf(LawFileFault.class)
                .hasMessageContaining(fault);
    }
}
