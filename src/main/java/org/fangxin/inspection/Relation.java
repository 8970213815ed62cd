package org.fangxin.inspection;

/** Why a case and a batch belong together, the strongest first. */
public enum Relation {
    SAME_BATCH("同批号"),
    BUSINESS_GOODS("同一经营者同类商品"),
    SAME_BUSINESS("同一经营者"),
    SAME_GOODS("同名商品");

    private final String chinese;

    Relation(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
