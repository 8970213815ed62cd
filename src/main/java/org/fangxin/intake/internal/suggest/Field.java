package org.fangxin.intake.internal.suggest;

/** What of a case is proposed. */
public enum Field {
    KIND("类别"),
    GOODS("商品类别"),
    PROBLEM("问题类别"),
    OFFICE("承办机构"),
    REFUSAL("不予受理的情形"),
    URGENCY("缓急");

    private final String chinese;

    Field(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
