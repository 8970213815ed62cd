package org.fangxin.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a fault of the database means to the one who asked: wait and try again, mend a character, or our fault. */
final class DatabaseFaults {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFaults.class);

    /** Connection lost, server starting or stopping, too many connections or locks, serialization, disk full. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** U+0000 and broken sequences, which PostgreSQL text cannot hold. */
    private static final Set<String> CHARACTERS = Set.of("22021", "22P05");

    private static final int RETRY_SECONDS = 3;

    private DatabaseFaults() {}

    static Problem of(RuntimeException fault, HttpServletRequest request) {
        String state = sqlState(fault);
        if (CHARACTERS.contains(state)) {
            return new Problem(422, "invalid", "填写有误", "内容里有不能保存的字符，请删去后再试。", List.of(), Map.of());
        }
        if (passing(fault)) {
            LOG.warn("The database did not answer ({}):\n{}", state, Incident.places(fault));
            Map<String, Object> soon = Map.of(Problem.RETRY_AFTER, RETRY_SECONDS);
            return new Problem(503, "unavailable", "暂时不能办理", "系统正忙，没有保存成功。您写的还在，请过几秒再试。", List.of(), soon);
        }
        return Incident.of(fault, request.getMethod(), ProblemAdvice.pattern(request));
    }

    private static boolean passing(Throwable fault) {
        String state = sqlState(fault);
        return (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)))
                || LOCK_NOT_AVAILABLE.equals(state)
                || cause(fault, java.sql.SQLTransientException.class) != null;
    }

    private static String sqlState(Throwable fault) {
        SQLException sql = cause(fault, SQLException.class);
        return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
    }

    private static <T extends Throwable> @org.jspecify.annotations.Nullable T cause(Throwable fault, Class<T> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
