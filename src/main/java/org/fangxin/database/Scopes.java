package org.fangxin.database;

import java.util.function.Supplier;

/** The scope of the running thread. Set by the sign-in filter or explicitly by the program's own work; default: nothing. */
public final class Scopes {
    private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(() -> Scope.NOTHING);

    private Scopes() {}

    public static Scope current() {
        return CURRENT.get();
    }

    /** Runs the work under a scope and puts the earlier one back. The scope takes hold at the next transaction's begin. */
    public static <T> T within(Scope scope, Supplier<T> work) {
        Scope before = CURRENT.get();
        CURRENT.set(scope);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }

    public static void within(Scope scope, Runnable work) {
        within(scope, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }
}
