package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three calls deep at each build; {@code ./fangxin safety S4} goes five. */
class AdministratorsWalkTest {
    private static final int DEPTH = 3;

    @TempDir
    Path folder;

    @Test
    void noSequenceOfCallsMakesOnePersonTwoOfTheThreeOrHisOwnJudge() {
        AdministratorsWalk.Found found = AdministratorsWalk.run(folder, DEPTH, false);
        assertThat(found.breaks()).isEmpty();
        assertThat(found.states()).isGreaterThan(200);
        assertThat(found.refused()).isBetween(1L, found.calls() - 1);
    }

    @Test
    void whereSomebodyMayGrantToHimselfThatIsFound() {
        assertThat(AdministratorsWalk.run(folder, DEPTH, true).breaks()).containsKey("somebody approved himself");
    }
}
