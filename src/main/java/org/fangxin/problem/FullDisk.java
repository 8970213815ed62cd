package org.fangxin.problem;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file could not be written because there is no room: nobody's fault who asked, and it passes once somebody makes room. */
final class FullDisk {
    private static final Logger LOG = LoggerFactory.getLogger(FullDisk.class);
    private static final int RETRY_SECONDS = 60;
    private static final List<String> WORDS = List.of("No space left on device", "Disk quota exceeded");

    private FullDisk() {}

    /** The sentence for it; empty when the fault is another. */
    static Optional<Problem> of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && WORDS.stream().anyMatch(String.valueOf(cause.getMessage())::contains)) {
                LOG.error("No room on the disk:\n{}", Incident.places(fault));
                return Optional.of(new Problem(
                        507,
                        "no-room",
                        "服务器没有空间",
                        "服务器的磁盘满了，文件没有保存。您写的还在，请过几分钟再试；急的话先不带附件提交，以后再补。",
                        List.of(),
                        Map.of(Problem.RETRY_AFTER, RETRY_SECONDS)));
            }
        }
        return Optional.empty();
    }
}
