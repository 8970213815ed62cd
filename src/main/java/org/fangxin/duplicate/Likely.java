package org.fangxin.duplicate;

import java.time.Instant;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;

/**
 * A case that may be the same matter, and why.
 *
 * @param likeness of the two stories in percent; 0 when there was no story to compare
 */
public record Likely(
        long id,
        String caseNo,
        String submissionNo,
        Kind kind,
        Stage stage,
        String agency,
        Instant receivedAt,
        String merchant,
        String content,
        List<Why> reasons,
        int likeness) {

    public Likely {
        reasons = List.copyOf(reasons);
    }

    /** What two matters have in common. */
    public enum Why {
        SAME_PHONE("同一手机号"),
        SAME_ID_NUMBER("同一证件号码"),
        MERCHANT_CODE("同一商家（统一社会信用代码）"),
        MERCHANT_NAME("同一商家（名称）"),
        MERCHANT_NEAR("名称写法相近"),
        GOODS("商品相同"),
        GOODS_CLASS("同一类商品或者服务"),
        CONTENT("内容相似");

        private final String chinese;

        Why(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public boolean has(Why why) {
        return reasons.contains(why);
    }

    public boolean samePerson() {
        return has(Why.SAME_PHONE) || has(Why.SAME_ID_NUMBER);
    }

    public boolean sameMerchant() {
        return has(Why.MERCHANT_CODE) || has(Why.MERCHANT_NAME);
    }

    /** The same business, or perhaps the same under another writing of its name. */
    public boolean nearMerchant() {
        return sameMerchant() || has(Why.MERCHANT_NEAR);
    }
}
