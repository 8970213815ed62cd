package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void agreesWithATableOfTheTest() {
        // U = 1 of 6 and 6: z = (17 − 0.5) / √39 = 2.642, two-sided 0.0082
        double p = Ranks.probability(new long[] {1, 2, 3, 4, 5, 7}, new long[] {6, 8, 9, 10, 11, 12});
        assertThat(p).isCloseTo(0.00823, within(0.0001));
    }

    @Test
    void heapsThatAreTheSameAreNotToldApart() {
        long[] same = {5, 5, 7, 9};
        assertThat(Ranks.probability(same, same)).isCloseTo(1.0, within(1e-9));
        assertThat(Ranks.probability(new long[] {4, 4}, new long[] {4, 4})).isEqualTo(1.0);
    }

    @Test
    void oneSourceSeldomLooksLikeTwo() {
        Random random = new Random(7);
        int seldom = 0;
        for (int round = 0; round < 400; round++) {
            seldom += Ranks.probability(heap(random, 0), heap(random, 0)) <= 0.01 ? 1 : 0;
        }
        assertThat(seldom).isBetween(0, 12);
    }

    @Test
    void aTwentiethOfTheSpreadIsFoundInTwoThousand() {
        Random random = new Random(7);
        long[] one = new long[2_000];
        long[] other = new long[2_000];
        for (int i = 0; i < one.length; i++) {
            one[i] = 1_000_000 + (long) (random.nextGaussian() * 100_000);
            other[i] = 1_015_000 + (long) (random.nextGaussian() * 100_000);
        }
        assertThat(Ranks.probability(one, other)).isLessThan(0.01);
    }

    private static long[] heap(Random random, long more) {
        return random.longs(200, 0, 1_000).map(one -> one + more).toArray();
    }
}
