package org.fangxin.credit;

/** What a credit grade looks at. An undecided report is never among it (Art. 37): only penalties that were decided are. */
public enum Factor {
    COMPLAINT("受理的投诉", Source.JOURNAL, false),
    MEDIATION_REFUSED("拒绝或者不参加调解", Source.JOURNAL, false),
    NOT_PERFORMED("不履行调解协议", Source.JOURNAL, false),
    GREEN_MISSED("绿色通道没有按承诺答复", Source.JOURNAL, false),
    GREEN_KEPT("绿色通道按承诺答复", Source.JOURNAL, true),
    PENALTY("本局作出的行政处罚", Source.JOURNAL, false),
    OFF_SHELF("商品下架", Source.JOURNAL, false),
    ABNORMAL("列入经营异常名录", Source.REGISTRY, false),
    UNFIT_SAMPLE("抽检不合格", Source.SAMPLE, false),
    OTHER_PENALTY("其他机关的行政处罚", Source.HAND, false),
    SERIOUS_LIST("列入严重违法失信名单", Source.HAND, false),
    HONOUR("守信表彰", Source.HAND, true);

    /** Where its facts come from. */
    public enum Source {
        JOURNAL,
        REGISTRY,
        SAMPLE,
        HAND
    }

    private final String chinese;
    private final Source source;
    private final boolean good;

    Factor(String chinese, Source source, boolean good) {
        this.chinese = chinese;
        this.source = source;
        this.good = good;
    }

    public String chinese() {
        return chinese;
    }

    public Source source() {
        return source;
    }

    /** Whether a paper may tell it too; of samples, that of another agency or of a business without a code. */
    public boolean byHand() {
        return source == Source.HAND || source == Source.SAMPLE;
    }

    /** Whether it adds points. */
    public boolean good() {
        return good;
    }
}
