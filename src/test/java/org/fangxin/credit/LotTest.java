package org.fangxin.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The lot is fair, can be drawn again, and sends nobody to whom he is related. */
class LotTest {
    private static final List<Long> POOL =
            LongStream.rangeClosed(1, 100).boxed().toList();
    private static final List<String> OFFICERS = List.of("a", "b", "c", "d", "e");

    interface Drawing {
        List<Long> draw(String seed, List<Long> pool, int wanted);
    }

    @Test
    void theSameSeedAndPoolDrawTheSameInAnyOrderAndAnotherSeedDoesNot() {
        List<Long> mixed = new ArrayList<>(POOL);
        Collections.shuffle(mixed, new Random(7));
        assertThat(Lot.businesses("seed", mixed, 10)).isEqualTo(Lot.businesses("seed", POOL, 10));
        assertThat(Lot.businesses("other", POOL, 10)).isNotEqualTo(Lot.businesses("seed", POOL, 10));
        assertThat(Lot.businesses("seed", POOL, 500)).containsExactlyInAnyOrderElementsOf(POOL);
    }

    @Test
    void everybodyIsDrawnAboutAsOftenAndATwinThatPrefersTheFirstIsFound() {
        assertThat(spread(Lot::businesses)).isLessThan(160);
        assertThat(spread((seed, pool, wanted) -> pool.subList(0, wanted))).isGreaterThan(160);
    }

    /** Chi-square of 2,000 drawings of 10 out of 100: about 90, over 160 once in some hundred thousand times. */
    private static double spread(Drawing drawing) {
        int[] drawn = new int[101];
        for (int i = 0; i < 2000; i++) {
            drawing.draw("seed-" + i, POOL, 10).forEach(id -> drawn[id.intValue()]++);
        }
        double sum = 0;
        for (int id = 1; id <= 100; id++) {
            sum += Math.pow(drawn[id] - 200.0, 2) / 200.0;
        }
        return sum;
    }

    @Test
    void nobodyIsSentToWhomHeIsRelated() {
        for (long business = 1; business <= 300; business++) {
            List<String> team = Lot.team("seed", business, OFFICERS, Set.of("a", "d")::contains);
            assertThat(team).hasSize(2).doesNotHaveDuplicates().doesNotContain("a", "d");
        }
        assertThat(Lot.team("seed", 1, List.of("a", "b"), "a"::equals)).containsExactly("b");
    }
}
