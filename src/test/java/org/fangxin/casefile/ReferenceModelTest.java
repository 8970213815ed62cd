package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.casefile.ActsWalk.Removed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference model beside the program, in small; in full it is the experiment S20. */
class ReferenceModelTest {
    private static final long SEED = 121;

    @Test
    void theProgramAndTheModelJudgeAlike() {
        ActsWalk.Found found = ActsWalk.run(10_000, SEED, Removed.NOTHING);
        assertThat(found.breaks()).isEmpty();
        assertThat(found.stood()).isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void aGuardThatIsGoneIsMissed(Removed removed) {
        assertThat(ActsWalk.run(50_000, SEED, removed).breaks()).isNotEmpty();
    }
}
