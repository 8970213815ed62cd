package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand values at each build; {@code ./fangxin safety S14} makes more. */
class SealTrialsTest {
    private static final int VALUES = 1_000;
    private static final long SEED = 121;

    @TempDir
    Path folder;

    @Test
    void noValueOpensElsewhereAndNoReadFailsWhileKeysChange() throws Exception {
        SealTrials.Tally tally = SealTrials.run(folder, true, VALUES, SEED);
        assertThat(tally.opened()).isZero();
        assertThat(tally.noncesTwice()).isZero();
        assertThat(tally.failedReads()).isZero();
        assertThat(tally.reads()).isPositive();
        assertThat(tally.outdated()).isZero();
    }

    @Test
    void valuesThatKnowNothingOfTheirPlaceAreFound() throws Exception {
        assertThat(SealTrials.run(folder, false, VALUES, SEED).opened()).isEqualTo(VALUES);
    }
}
