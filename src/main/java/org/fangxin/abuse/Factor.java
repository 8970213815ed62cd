package org.fangxin.abuse;

/** What may be considered, with its article. The first four are computed as facts; all of them may be found by a person. */
public enum Factor {
    QUANTITY_ABNORMAL("数量、次数、频率", "第十七条第一款第一项"),
    MASSED_OR_COLLUSIVE("同一投诉人短期内就同一事项大量投诉", "第十七条第一款第二项"),
    NO_REAL_CONSUMPTION("不能证明真实消费", "第十七条第一款第三项"),
    SHARED_CONTACT("多人使用同一联系方式", "第十七条第一款第四项"),
    OTHER("其他因素", "第十七条第一款第五项"),
    PLANTED("夹带", "第四十二条"),
    SWAPPED("掉包", "第四十二条"),
    FORGED("造假", "第四十二条"),
    TAMPERED("篡改商品信息", "第四十二条"),
    FABRICATED("捏造事实", "第四十二条"),
    FRAUD("骗取赔偿", "第四十二条"),
    EXTORTION("敲诈勒索", "第四十二条");

    private final String chinese;
    private final String article;

    Factor(String chinese, String article) {
        this.chinese = chinese;
        this.article = article;
    }

    public String chinese() {
        return chinese;
    }

    public String article() {
        return article;
    }
}
