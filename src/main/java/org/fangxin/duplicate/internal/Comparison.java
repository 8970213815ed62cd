package org.fangxin.duplicate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fangxin.duplicate.Likely;
import org.fangxin.duplicate.Likely.Why;
import org.fangxin.duplicate.Told;
import org.fangxin.merchant.Likeness;

/** What two matters have in common, and whether that is enough to tell somebody. Pure. */
final class Comparison {
    /** From how much in common, in percent, stories of one person or about one business count as alike. */
    static final int ALIKE = 30;
    /** The same when nothing else is in common. */
    private static final int NEARLY_SAME = 50;

    private Comparison() {}

    /** @param near whether the two names have one core within one county */
    static List<Why> reasons(Told mine, Told theirs, boolean near, Set<Why> person, int likeness) {
        List<Why> reasons = new ArrayList<>(person);
        String code = mine.uscc();
        String name = mine.merchantName();
        if (code != null && theirs.uscc() != null) {
            if (code.equalsIgnoreCase(theirs.uscc())) {
                reasons.add(Why.MERCHANT_CODE);
            }
        } else if (name != null && theirs.merchantName() != null && Likeness.sameName(name, theirs.merchantName())) {
            reasons.add(Why.MERCHANT_NAME);
        } else if (near) {
            reasons.add(Why.MERCHANT_NEAR);
        }
        String goods = mine.goods();
        if (goods != null && theirs.goods() != null && Likeness.sameName(goods, theirs.goods())) {
            reasons.add(Why.GOODS);
        } else if (mine.goodsCode() != null && mine.goodsCode().equals(theirs.goodsCode())) {
            reasons.add(Why.GOODS_CLASS);
        }
        if (likeness >= ALIKE) {
            reasons.add(Why.CONTENT);
        }
        return reasons;
    }

    /** Who it was, about whom, and what: two of the three, or a story that is nearly the same. */
    static boolean tells(Likely one) {
        boolean what = one.has(Why.CONTENT) || one.has(Why.GOODS);
        return one.likeness() >= NEARLY_SAME
                || (one.samePerson() && one.nearMerchant())
                || ((one.samePerson() || one.nearMerchant()) && what);
    }
}
