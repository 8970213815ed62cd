package org.fangxin.meaning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sentence model itself, without the rest of the program. */
class SleepingMeaningTest {
    private static final Path HOME = Path.of("target", "meaning-home");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-06T01:00:00Z"));
    private final SleepingMeaning meaning = new SleepingMeaning(true, HOME, now::get);

    @AfterEach
    void letGo() throws Exception {
        meaning.end();
    }

    @Test
    void aRefusalToldInOtherWordsIsNearerThanAnotherMatter() {
        double same = meaning.likeness("商家拒绝退款", "店家不肯把钱还给我").orElseThrow();
        double other = meaning.likeness("商家拒绝退款", "电梯坏了没人修").orElseThrow();

        assertThat(same).isBetween(0.6, 0.7);
        assertThat(other).isBetween(0.42, 0.52);
    }

    @Test
    void aVectorHasLengthOne() {
        float[] vector = meaning.vector("冰箱不制冷 iPhone 12").orElseThrow();

        assertThat(vector).hasSize(512);
        assertThat(org.fangxin.meaning.Meaning.likeness(vector, vector))
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void sleepsUntilAskedAndAgainWhenIdle() throws Exception {
        assertThat(meaning.awake()).isFalse();
        meaning.vector("冰箱不制冷");
        meaning.sleepWhenIdle();
        assertThat(meaning.awake()).isTrue();

        now.set(now.get().plus(Duration.ofMinutes(11)));
        meaning.sleepWhenIdle();
        assertThat(meaning.awake()).isFalse();
        assertThat(meaning.vector("冰箱不制冷")).isPresent();
    }

    @Test
    void unpacksBelowTheHomeAndNowhereElse() {
        meaning.vector("冰箱不制冷");

        assertThat(HOME.resolve("meaning").resolve("libonnxruntime.so")).exists();
        assertThat(Files.exists(Path.of(System.getProperty("user.home"), ".djl.ai")))
                .isFalse();
    }

    @Test
    void answersNothingWhenSwitchedOff() {
        SleepingMeaning off = new SleepingMeaning(false, HOME, now::get);

        assertThat(off.on()).isFalse();
        assertThat(off.vector("冰箱不制冷")).isEmpty();
        assertThat(off.likeness("一", "二")).isEmpty();
        assertThat(off.awake()).isFalse();
    }

    @Test
    void aHomeThatCannotBeWrittenTurnsItOffInsteadOfFailing() throws Exception {
        Path file = Files.createTempFile(Files.createDirectories(HOME), "not-a-folder", "");
        SleepingMeaning broken = new SleepingMeaning(true, file, now::get);

        assertThat(broken.vector("冰箱不制冷")).isEmpty();
        assertThat(broken.on()).isFalse();
    }
}
