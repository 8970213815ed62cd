package org.fangxin.intake.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.fangxin.intake.TextReader.CodeGuess;
import org.fangxin.intake.TextReader.Reading;
import org.fangxin.intake.TextReader.Source;
import org.fangxin.meaning.internal.SleepingMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoStepReaderTest {
    private static final SleepingMeaning MEANING =
            new SleepingMeaning(true, Path.of("target", "meaning-home"), InstantSource.system());

    private final TwoStepReader reader = new TwoStepReader(MEANING);
    private final TwoStepReader byWordsAlone =
            new TwoStepReader(new SleepingMeaning(false, Path.of("target", "meaning-home"), InstantSource.system()));

    @ParameterizedTest
    @CsvSource({
        "新车高速时方向跑偏而且变速箱打滑,165,01",
        "直播间说这款面霜能祛斑，用了没效果，是虚假宣传,114,02",
        "加油站的油加完发动机故障灯就亮，明显分量不足,168,09",
        "药店卖的感冒药已经过期,108,53",
        "健身房年卡关门退费难,,07",
        "小区电梯掉层困人,,51",
        "亲戚叫我交入门费发展下线,,06",
        "售楼部的诚意金不退,138,07",
    })
    void readsGoodsAndProblemByWords(String text, String goods, String problem) {
        Reading read = byWordsAlone.readDeeply(text);

        assertThat(read.goods())
                .extracting(CodeGuess::code)
                .startsWith(goods == null ? new String[0] : new String[] {goods});
        assertThat(read.problem()).extracting(CodeGuess::code).startsWith(problem);
        assertThat(read.problem())
                .allSatisfy(guess -> assertThat(guess.source()).isEqualTo(Source.WORDS));
    }

    @Test
    void whereNoWordSaysAnythingTheNearestExampleDoes() {
        String text = "走到半坡踩下去突然没了力气，仪表盘上一片红灯";
        assertThat(byWordsAlone.readDeeply(text).problem()).isEmpty();

        CodeGuess guess = reader.readDeeply(text).problem().getFirst();

        assertThat(guess.code()).isEqualTo("01");
        assertThat(guess.source()).isEqualTo(Source.MEANING);
        assertThat(guess.words()).isEmpty();
        assertThat(guess.example()).isNotBlank();
    }

    @Test
    void whatIsNoMatterOfGoodsGetsNoClass() {
        assertThat(reader.readDeeply("修路施工影响我们出行，路灯坏了也没有人来管").goods()).isEmpty();
    }

    @Test
    void aWordInsideAnotherMeaningDoesNotCount() {
        assertThat(byWordsAlone.read("活动要达到一定金额").problem())
                .extracting(CodeGuess::code)
                .doesNotContain("07");
    }

    @Test
    void aWordMentionedOnceInALongTextSaysNothing() {
        String padding = "这件事情我已经反映过很多次了，希望有人能来看一看到底是怎么回事。".repeat(10);

        assertThat(byWordsAlone.read(padding + "我当时正在喝茶叶水。").goods()).isEmpty();
        assertThat(byWordsAlone.read("买的茶叶发潮。" + padding).goods())
                .extracting(CodeGuess::code)
                .contains("103");
    }
}
