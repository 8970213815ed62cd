package org.fangxin.enforcement;

import java.time.Instant;

/**
 * A printed paper of verification or penalty, kept as it was printed.
 *
 * @param throughSeq the last entry of the case that it holds
 */
public record PenaltyPaper(
        long id,
        String caseNo,
        String agency,
        int year,
        Kind kind,
        int serial,
        String number,
        String title,
        long throughSeq,
        String by,
        Instant at,
        String sm3) {
    /** What it is; {@code mark} stands in its number. */
    public enum Kind {
        SITE_RECORD("现场检查笔录", "现检"),
        QUESTIONING("询问笔录", "询问"),
        EVIDENCE_LIST("证据清单", "证清"),
        PRESERVED_LIST("先行登记保存证据清单", "登保"),
        REVIEW("案件审核意见表", "审核"),
        NOTICE("行政处罚告知书", "罚告"),
        SERVICE("送达回证", "送达"),
        HEARING("听证笔录", "听证"),
        DISCUSSION("行政处罚案件集体讨论记录", "集讨");

        private final String title;
        private final String mark;

        Kind(String title, String mark) {
            this.title = title;
            this.mark = mark;
        }

        public String title() {
            return title;
        }

        /** E.g. 崇市监现检〔2026〕第3号. */
        public String number(String agencyName, int year, int serial) {
            String first = agencyName.isEmpty() ? "" : agencyName.substring(0, agencyName.offsetByCodePoints(0, 1));
            return first + "市监" + mark + "〔" + year + "〕第" + serial + "号";
        }
    }
}
