package org.fangxin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the disk has room for so many cases: half an hour's filling must not end in a full disk. */
@Component
class RoomToFill {
    /** Measured: rows and indexes of one cast case, and what the server's log and sorting take beside them. */
    private static final long BYTES_A_CASE = 14_000;

    private static final long BESIDE = 4_000_000_000L;
    private static final double BYTES_A_GB = 1e9;
    private static final long ROUND = 100_000;

    private final Path home;

    RoomToFill(@Value("${fangxin.home:./var}") Path home) {
        this.home = home;
    }

    /** What is said instead of filling, with how many would go; empty when there is room. */
    Optional<String> refusal(int cases) {
        try {
            return refusal(cases, Files.getFileStore(home).getUsableSpace());
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    static Optional<String> refusal(int cases, long free) {
        long needed = cases * BYTES_A_CASE + BESIDE;
        if (needed <= free) {
            return Optional.empty();
        }
        long most = Math.max(0, (free - BESIDE) / BYTES_A_CASE / ROUND * ROUND);
        String instead = most == 0 ? "请换一块大些的磁盘。" : "请换一块大些的磁盘，或者少填一些：这里放得下 " + most + " 件。";
        return Optional.of(
                "填 %d 件大约要 %.0f GB，这里只有 %.0f GB。%s".formatted(cases, needed / BYTES_A_GB, free / BYTES_A_GB, instead));
    }
}
