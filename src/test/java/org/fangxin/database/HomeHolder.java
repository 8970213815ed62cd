package org.fangxin.database;

import java.nio.file.Path;

/** Another program that owns a home: says {@code held} and stays until it is killed or its input ends. */
final class HomeHolder {
    private HomeHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (HomeLock lock = HomeLock.tryTake(Path.of(arguments[0]))) {
            System.out.println(lock == null ? "refused" : "held");
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
