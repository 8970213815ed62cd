package org.fangxin.safety;

import java.util.Arrays;

/** Mann and Whitney's test of ranks, by the normal approximation with ties: whether one of two heaps of times is the longer one. */
final class Ranks {
    private Ranks() {}

    /** The probability of ranks as uneven as these, or more so, when both heaps come of one source; in two directions. */
    static double probability(long[] one, long[] other) {
        long[][] all = new long[one.length + other.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < one.length ? new long[] {one[i], 0} : new long[] {other[i - one.length], 1};
        }
        Arrays.sort(all, (a, b) -> Long.compare(a[0], b[0]));
        double ranks = 0;
        double ties = 0;
        for (int from = 0; from < all.length; ) {
            int to = from;
            while (to < all.length && all[to][0] == all[from][0]) {
                to++;
            }
            double alike = to - from;
            ties += alike * alike * alike - alike;
            for (int i = from; i < to; i++) {
                ranks += all[i][1] == 0 ? (from + 1 + to) / 2.0 : 0;
            }
            from = to;
        }
        double n = one.length;
        double m = other.length;
        double total = n + m;
        double variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)));
        double away = Math.max(0, Math.abs(ranks - n * (total + 1) / 2) - 0.5);
        return variance == 0 ? 1 : 2 * tail(away / Math.sqrt(variance));
    }

    /** What of the normal distribution lies beyond z: 1 − Φ(z), by a continued fraction where it is small and a series elsewhere. */
    private static double tail(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z > 3) {
            double fraction = z;
            for (int k = 60; k > 0; k--) {
                fraction = z + k / fraction;
            }
            return density / fraction;
        }
        double term = z;
        double sum = z;
        for (int k = 1; k < 80; k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }
}
