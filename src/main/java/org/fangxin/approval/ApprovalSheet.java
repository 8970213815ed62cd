package org.fangxin.approval;

import java.time.Instant;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.jspecify.annotations.Nullable;

/**
 * One approval sheet 审批表.
 *
 * @param id of the row; 0 before it is kept
 * @param requestNo as printed, e.g. 崇市监审批〔2026〕第3号
 * @param fields the act's body as it will be done, without {@code approval}
 * @param words the officer's own reasons, 承办人意见
 * @param seenVersion the case's version when it was asked
 * @param askedFor the absent person whose substitute asked; null for who asked in his own right
 * @param head the unit head's opinion, if he gave one
 * @param decision the leader's, once he decided; null when withdrawn
 */
public record ApprovalSheet(
        long id,
        String requestNo,
        String caseNo,
        String agency,
        Act act,
        Map<String, Object> fields,
        String words,
        long seenVersion,
        State state,
        String askedBy,
        @Nullable String askedFor,
        Instant askedAt,
        @Nullable Opinion head,
        @Nullable Opinion decision) {
    /** Somebody's words on the sheet. */
    public record Opinion(String by, Instant at, String words) {}

    public enum State {
        ASKED("待审批"),
        SUPPORTED("待负责人审批"),
        APPROVED("已批准"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回");

        private final String chinese;

        State(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public boolean open() {
            return this == ASKED || this == SUPPORTED;
        }
    }
}
