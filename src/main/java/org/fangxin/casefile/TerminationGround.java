package org.fangxin.casefile;

import java.util.ArrayList;
import java.util.List;
import org.fangxin.casefile.RefusalGround.Sub;
import org.jspecify.annotations.Nullable;

/** Why mediation ends: the eight items of Art. 23 paragraph 1, seven of Order 20 Art. 21 paragraph 1. */
public enum TerminationGround {
    WITHDRAWN_OR_SETTLED("一", "一", "投诉人撤回，或者双方自行和解", new Sub("WITHDRAWN", "投诉人撤回"), new Sub("SELF_SETTLED", "双方自行和解")),
    ABSENT_OR_REFUSED(
            "二",
            "三",
            "无正当理由不参加调解，或者明确拒绝调解",
            new Sub("ABSENT_COMPLAINANT", "投诉人不参加"),
            new Sub("ABSENT_RESPONDENT", "被投诉人不参加"),
            new Sub("REFUSED_COMPLAINANT", "投诉人明确拒绝"),
            new Sub("REFUSED_RESPONDENT", "被投诉人明确拒绝")),
    NO_AGREEMENT_DECLARED(
            "三", "四", "经组织调解，一方明确表示无法达成协议", new Sub("COMPLAINANT", "投诉人表示"), new Sub("RESPONDENT", "被投诉人表示")),
    APPRAISAL_COST_NOT_AGREED("四", "二", "鉴定、检测费用承担不能协商一致", new Sub("COST", "费用承担"), new Sub("BODY", "鉴定机构")),
    TIME_LIMIT("五", "五", "期限届满未能达成调解协议"),
    REFUSAL_GROUND_OR_ABUSE_FOUND("六", "六", "受理后发现不予受理的情形或者滥用投诉举报权利的情形", subsOfRefusal()),
    PARTY_DIED_OR_CEASED("七", null, "投诉人、被投诉人死亡或者主体资格灭失", new Sub("COMPLAINANT", "投诉人"), new Sub("RESPONDENT", "被投诉人")),
    OTHER_LAW("八", "七", "法律、法规、规章规定的其他情形");

    private final String item;
    private final @Nullable String itemOfOrder20;
    private final String chinese;
    private final List<Sub> subs;

    TerminationGround(String item, @Nullable String itemOfOrder20, String chinese, Sub... subs) {
        this.item = item;
        this.itemOfOrder20 = itemOfOrder20;
        this.chinese = chinese;
        this.subs = List.of(subs);
    }

    private static Sub[] subsOfRefusal() {
        List<Sub> subs = new ArrayList<>();
        for (RefusalGround ground : RefusalGround.values()) {
            subs.add(new Sub(ground.name(), ground.chinese()));
        }
        subs.add(new Sub("ABUSE", "第四十二条的情形"));
        return subs.toArray(Sub[]::new);
    }

    public String chinese() {
        return chinese;
    }

    public List<Sub> subs() {
        return subs;
    }

    /**
     * Whether a law knows this ground with this sub-code. Order 20 has no death and no abuse; there only the respondent's
     * refusal counts, and no agreement on the appraisal body ends mediation.
     */
    public boolean knownTo(String law, @Nullable String sub) {
        if (!law.equals("order20")) {
            return !"BODY".equals(sub);
        }
        boolean oldRefusal = sub == null || !sub.equals(RefusalGround.IMPERSONATION_OR_IDENTITY_REFUSED.name());
        return itemOfOrder20 != null && !"ABUSE".equals(sub) && !"REFUSED_COMPLAINANT".equals(sub) && oldRefusal;
    }

    /** The item as printed, e.g. 第二十三条第一款第五项. */
    public String article(String law) {
        return law.equals("order20") ? "《市场监督管理投诉举报处理暂行办法》第二十一条第一款第" + itemOfOrder20 + "项" : "第二十三条第一款第" + item + "项";
    }
}
