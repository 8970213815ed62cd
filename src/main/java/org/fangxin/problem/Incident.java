package org.fangxin.problem;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault of ours: a short number for the user and for the log. Messages of exceptions are left out of the log, because
 * they may quote what somebody typed; the classes and places say enough.
 */
final class Incident {
    private static final Logger LOG = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FRAMES = 25;
    private static final int CAUSES = 6;

    private Incident() {}

    /** Logs the fault under a new number and says so in words that its author can act on (SCREENS §5, no. 10). */
    static Problem of(Throwable fault, String method, @Nullable Object pathPattern) {
        String number = String.format("%04X-%02X", RANDOM.nextInt(0x10000), RANDOM.nextInt(0x100));
        LOG.error("Request number {} failed: {} {}\n{}", number, method, pathPattern, places(fault));
        return failure(number);
    }

    /** The sentence for a fault whose cause another part has logged. */
    static Problem failure(String number) {
        return new Problem(
                500,
                "failure",
                "系统出了问题",
                "是我们的系统出了问题，没有保存成功。您写的还在，请过一分钟再试。编号 " + number,
                List.of(),
                Map.of("requestNumber", number));
    }

    static String places(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            text.append(depth == 0 ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
