package org.fangxin.backup;

import java.io.PrintStream;

/** Says every few seconds how far a copy is. */
final class Progress {
    private static final long EVERY_NS = 5_000_000_000L;

    private final PrintStream out;
    private final String what;
    private long bytes;
    private long said = System.nanoTime();

    Progress(PrintStream out, String what) {
        this.out = out;
        this.what = what;
    }

    void add(long more) {
        bytes += more;
        if (System.nanoTime() - said > EVERY_NS) {
            said = System.nanoTime();
            out.println(what + "：已做 " + Disk.size(bytes));
        }
    }
}
