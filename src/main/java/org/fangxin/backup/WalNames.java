package org.fangxin.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the log's files: timeline, number and part, eight hexadecimal digits each. */
final class WalNames {
    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final int DIGITS = 8;
    private static final int HEX = 16;
    private static final long FOUR_GIGABYTES = 1L << 32;

    private WalNames() {}

    static boolean isOne(String name) {
        return NAME.matcher(name).matches();
    }

    static String timeline(String name) {
        return name.substring(0, DIGITS);
    }

    /** The file after this one, in a log with files of this size. */
    static String next(String name, long fileSize) {
        long parts = FOUR_GIGABYTES / fileSize;
        long number = Long.parseLong(name.substring(DIGITS, 2 * DIGITS), HEX) * parts
                + Long.parseLong(name.substring(2 * DIGITS), HEX)
                + 1;
        return timeline(name) + "%08X%08X".formatted(number / parts, number % parts);
    }

    /** From the first to the last, both included. */
    static List<String> range(String first, String last, long fileSize) {
        List<String> names = new ArrayList<>();
        for (String name = first; name.compareTo(last) <= 0; name = next(name, fileSize)) {
            names.add(name);
        }
        return names;
    }

    /** The first name that is missing between this one and the newest that is there. */
    static Optional<String> gap(String from, Set<String> there, long fileSize) {
        String newest = there.stream().max(String::compareTo).orElse(from);
        return range(from, newest, fileSize).stream()
                .filter(name -> !there.contains(name))
                .findFirst();
    }
}
