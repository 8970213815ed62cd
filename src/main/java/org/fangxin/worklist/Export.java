package org.fangxin.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list asked for as a file. Which cases are in it is settled when it is asked for.
 *
 * @param filter names and values as the list of cases takes them
 * @param columns names of the columns, in order
 * @param rows how many cases
 * @param decidedBy who approved or refused; null when nobody had to
 * @param expiresAt from then on it is gone
 */
public record Export(
        String id,
        String agency,
        String askedBy,
        Instant askedAt,
        Map<String, String> filter,
        String sort,
        List<String> columns,
        Format format,
        Purpose purpose,
        String words,
        int rows,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        Instant expiresAt) {
    public Export {
        filter = Map.copyOf(filter);
        columns = List.copyOf(columns);
    }

    /** What the file is. */
    public enum Format {
        CSV,
        XLSX
    }

    /** What it is for: a code for the audit log. */
    public enum Purpose {
        REPORT_UP("报送上级"),
        STATISTICS("统计分析"),
        CHECK("自查核对"),
        HAND_OVER("工作交接"),
        REVIEW("复议、诉讼或者检查"),
        OTHER("其他");

        private final String chinese;

        Purpose(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Where it stands: ready at once, or after somebody else approved. */
    public enum State {
        ASKED("等待批准"),
        READY("可以下载"),
        REFUSED("没有批准");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
