package org.fangxin.casefile.internal;

import java.util.Arrays;
import org.fangxin.casefile.World;

/** Settings on points where the law is silent, as they hold for the case's agency. */
final class Choices {
    private Choices() {}

    /** The value, or the default when the world knows none. */
    static String of(World world, String id, String standard) {
        String value = world.setting().apply(id);
        return value == null || value.isBlank() ? standard : value;
    }

    static int number(World world, String id, int standard) {
        String value = of(world, id, Integer.toString(standard));
        return Integer.parseInt(value);
    }

    /** Whether a LIST setting names the code. */
    static boolean names(World world, String id, String code) {
        return Arrays.asList(of(world, id, "").split(",")).contains(code);
    }
}
