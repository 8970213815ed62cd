package org.fangxin.bench;

import java.util.Arrays;
import java.util.function.Supplier;

/** How long something takes, over many tries: milliseconds. */
record Spread(double p50, double p95, double most) {
    private static final double NANOS = 1e6;

    static Spread of(int tries, Supplier<?> work) {
        work.get();
        double[] took = new double[tries];
        for (int i = 0; i < tries; i++) {
            long start = System.nanoTime();
            work.get();
            took[i] = (System.nanoTime() - start) / NANOS;
        }
        Arrays.sort(took);
        return new Spread(took[tries / 2], took[Math.min(tries - 1, tries * 95 / 100)], took[tries - 1]);
    }
}
