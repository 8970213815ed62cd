package org.fangxin.inspection.store;

/** Numbers as they are printed. */
final class Numbers {
    private Numbers() {}

    static String sample(int year, int serial) {
        return "抽〔" + year + "〕第" + serial + "号";
    }

    static String order(int year, int serial) {
        return "下架〔" + year + "〕第" + serial + "号";
    }

    static String lifting(int year, int serial) {
        return "解除下架〔" + year + "〕第" + serial + "号";
    }
}
