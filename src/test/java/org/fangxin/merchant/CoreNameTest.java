package org.fangxin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writings of one name have one core; different shops of near names have two. */
class CoreNameTest {
    private static final List<String> HERE = List.of("甘肃省", "平凉市", "崇信县");

    private static String core(String name) {
        return CoreName.of(name, HERE).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "老王水果店",
                "崇信县老王水果商行",
                "崇信老王水果经营部（个体工商户）",
                "甘肃省平凉市崇信县老王水果店(东街分店)",
                "平凉老王水果有限责任公司",
                "老王　水果　商店",
                "崇信县老王水果商行有限公司"
            })
    void writingsOfOneNameHaveOneCore(String name) {
        assertThat(core(name)).isEqualTo("老王水果");
    }

    @ParameterizedTest
    @CsvSource({"壹品鲜火锅店,一品鲜火锅城", "家乐超市,家乐饭店", "老王水果店,小王水果店", "益民大药房,益民药店", "第一百货商店,第二百货商店", "好邻居早餐店,好邻居酒店"})
    void differentShopsOfNearNamesHaveTwo(String one, String other) {
        assertThat(core(one)).isNotEmpty().isNotEqualTo(core(other));
    }

    @ParameterizedTest
    @CsvSource({"壹品鲜火锅店,一品鲜火锅店", "第１百货商店,第一百货商店", "柒天快餐,7天快餐店", "ＡＢＣ服饰店,abc服饰"})
    void widthsAndNumeralsDoNotCount(String one, String other) {
        assertThat(core(one)).isEqualTo(core(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"老王商行", "崇信县商店", "（东街店）", "公司"})
    void whatIsLeftOfTooLittleTellsNothing(String name) {
        assertThat(CoreName.of(name, HERE)).isEmpty();
    }

    @Test
    void aDivisionThatIsNotBeforeTheNameStays() {
        assertThat(core("老王崇信县特产店")).isEqualTo("老王崇信县特产");
        assertThat(CoreName.of("泾川县老王水果店", HERE)).contains("泾川县老王水果");
    }
}
