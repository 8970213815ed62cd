package org.fangxin.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a complaint is not accepted: the seven items of Art. 16, six of Order 20 Art. 15. */
public enum RefusalGround {
    OUT_OF_REMIT_OR_NO_AUTHORITY(
            "一",
            "一",
            "不属于市场监督管理部门职责，或者本机关没有处理权限",
            new Sub("OUT_OF_REMIT", "不属于市场监督管理部门职责"),
            new Sub("NO_AUTHORITY", "本机关没有处理权限")),
    ALREADY_HANDLED(
            "二",
            "二",
            "同一争议已经受理或者处理过",
            new Sub("COURT", "法院"),
            new Sub("ARBITRATION", "仲裁机构"),
            new Sub("MARKET_AGENCY", "市场监督管理部门"),
            new Sub("OTHER_AUTHORITY", "其他行政机关"),
            new Sub("CONSUMER_ASSOCIATION", "消费者协会"),
            new Sub("MEDIATION_BODY", "依法成立的其他调解组织")),
    NOT_CONSUMER_OR_NO_DISPUTE(
            "三",
            "三",
            "不是为生活消费需要，或者不能证明存在消费者权益争议",
            new Sub("NOT_FOR_LIVING", "不是为生活消费需要"),
            new Sub("NO_PROOF_OF_DISPUTE", "不能证明存在消费者权益争议")),
    OVER_THREE_YEARS("四", "四", "知道或者应当知道权益受到侵害之日起超过三年"),
    MATERIAL_MISSING_OR_FALSE(
            "五",
            "五",
            "未提供规定的材料，或者提供虚假材料",
            new Sub("MISSING_10_1", "未提供第十条第一款的材料"),
            new Sub("MISSING_11", "未提供第十一条的委托材料"),
            new Sub("FALSE", "提供虚假材料")),
    IMPERSONATION_OR_IDENTITY_REFUSED(
            "六",
            null,
            "冒用他人名义，或者拒不配合核验真实身份",
            new Sub("IMPERSONATION", "冒用他人名义"),
            new Sub("IDENTITY_REFUSED", "拒不配合核验真实身份")),
    OTHER_LAW("七", "六", "法律、法规、规章规定的其他情形");

    /** A finer code within a ground. */
    public record Sub(String code, String label) {}

    private final String item;
    private final @Nullable String itemOfOrder20;
    private final String chinese;
    private final List<Sub> subs;

    RefusalGround(String item, @Nullable String itemOfOrder20, String chinese, Sub... subs) {
        this.item = item;
        this.itemOfOrder20 = itemOfOrder20;
        this.chinese = chinese;
        this.subs = List.of(subs);
    }

    public String chinese() {
        return chinese;
    }

    public List<Sub> subs() {
        return subs;
    }

    /** Whether a law knows this ground with this sub-code: Order 20 has no impersonation and no false material. */
    public boolean knownTo(String law, @Nullable String sub) {
        if (law.equals("order20")) {
            return itemOfOrder20 != null && !"FALSE".equals(sub);
        }
        return !"MEDIATION_BODY".equals(sub);
    }

    /** The item as printed, e.g. 第十六条第一项. */
    public String article(String law) {
        return law.equals("order20") ? "《市场监督管理投诉举报处理暂行办法》第十五条第" + itemOfOrder20 + "项" : "第十六条第" + item + "项";
    }
}
