package org.fangxin.database;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In how much memory the embedded server keeps pages of its tables: what was chosen, or an eighth of the machine's, within bounds.
 * The rest of the machine's memory caches the same files, so that more would hold them twice.
 */
record ServerMemory(long megabytes) {
    /** A machine for one county: what the server had before one could choose. */
    static final ServerMemory LEAST = new ServerMemory(96);

    private static final long MOST = 2_048;
    private static final int SHARE = 8;
    private static final long MB = 1 << 20;
    private static final long MB_A_GB = 1_024;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}) ?(MB|GB)");

    /**
     * @param chosen like {@code 512MB} or {@code 4GB}; null or blank: by the machine
     * @throws UnsafeServer in one sentence, for anything else and for less than {@link #LEAST}
     */
    static ServerMemory of(@Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) {
            return shareOf(machine());
        }
        Matcher written = WRITTEN.matcher(chosen.strip().toUpperCase(Locale.ROOT));
        long megabytes = written.matches()
                ? Long.parseLong(written.group(1)) * (written.group(2).equals("GB") ? MB_A_GB : 1)
                : 0;
        if (megabytes < LEAST.megabytes()) {
            throw new UnsafeServer(
                    "数据库内存（FANGXIN_DB_MEMORY）写成 512MB 或者 4GB 这样，不少于 " + LEAST.megabytes() + "MB；不写就按机器内存的八分之一。");
        }
        return new ServerMemory(megabytes);
    }

    static ServerMemory shareOf(long machineBytes) {
        return new ServerMemory(Math.clamp(machineBytes / MB / SHARE, LEAST.megabytes(), MOST));
    }

    /** What the machine has, or what this program may use of it in a container. */
    private static long machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    List<String> settings() {
        return List.of("shared_buffers=" + megabytes + "MB");
    }
}
