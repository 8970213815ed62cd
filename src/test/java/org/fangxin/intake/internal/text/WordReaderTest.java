package org.fangxin.intake.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.casefile.Kind;
import org.fangxin.intake.TextReader.CodeGuess;
import org.fangxin.intake.TextReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class WordReaderTest {
    private final WordReader reader = new WordReader();

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "在西街买的冰箱第二天就不制冷，店里不给退，COMPLAINT",
                "健身房办了年卡突然关门，要求退费，COMPLAINT",
                "网购的手机是翻新机，客服拒绝退货，COMPLAINT",
                "举报某烟酒店销售假酒，REPORT",
                "巷口饭馆没有营业执照，请查处，REPORT",
                "某超市的酱油已经是过期食品还在卖，REPORT",
                "请问网购七天无理由退货怎么算，CONSULTATION",
                "请问食品经营许可证如何办理，CONSULTATION",
                "建议在市场门口增加一个公平秤，SUGGESTION",
            })
    void readsTheKind(String line) {
        int comma = line.lastIndexOf('，');

        assertThat(reader.read(line.substring(0, comma)).kindsOnly())
                .containsExactly(Kind.valueOf(line.substring(comma + 1)));
    }

    @Test
    void tellsTheWordsThatMadeItThinkSo() {
        Reading reading = reader.read("5月2日买的冰箱不制冷，商家不给退，要求退款。");

        assertThat(reading.kinds().getFirst().words()).contains("退款", "不给退", "买的", "不制冷");
        assertThat(reading.goods().getFirst()).isEqualTo(new CodeGuess("127", "家用电器", java.util.List.of("冰箱", "不制冷")));
        assertThat(reading.problem()).extracting(CodeGuess::name).contains("质量");
    }

    @Test
    void saysNothingOfATextThatSaysNothing() {
        Reading reading = reader.read("……");

        assertThat(reading.kinds()).isEmpty();
        assertThat(reading.goods()).isEmpty();
        assertThat(reading.problem()).isEmpty();
    }
}
