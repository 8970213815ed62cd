package org.fangxin.casefile;

import java.util.Map;

/**
 * Whether two reports come from the same reporter (Art. 35), told by keyed fingerprints and without anybody learning who
 * that is. The room that keeps the reporters' vault answers, for reports within the transaction's scope alone.
 */
public interface ReporterMatch {
    /** How it is known that the reporter is the same. */
    enum KnownBy {
        IDENTITY("实名身份"),
        TRACKING_CODE("相同的查询码"),
        CONTACT("相同的联系方式");

        private final String chinese;

        KnownBy(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** For each way in which both are known, whether they are the same; a way that says nothing of one of them is missing. */
    Map<KnownBy, Boolean> compare(String caseNo, String otherCaseNo);
}
