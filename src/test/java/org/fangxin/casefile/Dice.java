package org.fangxin.casefile;

import java.util.List;
import java.util.SplittableRandom;

/** Chances from a seed: the same seed falls the same way. */
record Dice(SplittableRandom random) {
    static Dice of(long seed) {
        return new Dice(new SplittableRandom(seed));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** @param to is not reached */
    int between(int from, int to) {
        return random.nextInt(from, to);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
