package org.fangxin.casefile.internal;

import java.util.Arrays;
import org.fangxin.casefile.FieldSpec;

/** What commands telling a reporter (Art. 36): 121 has no general duty, these provisions make one. */
enum TellBasis {
    AD_LAW_53("广告举报处理并告知", "《中华人民共和国广告法》第五十三条"),
    AUCL_20("实名举报不正当竞争的处理结果", "《中华人民共和国反不正当竞争法》第二十条"),
    FOOD_LAW_115("食品安全举报的答复", Law.FOOD),
    CR_36("回复消费者协会", "《中华人民共和国消费者权益保护法实施条例》第三十六条"),
    PRODUCT_LAW_10("产品质量举报的保密和奖励", "《中华人民共和国产品质量法》第十条"),
    PRICE_LAW_38("价格举报的保密和鼓励", "《中华人民共和国价格法》第三十八条"),
    LOCAL("地方法规、规章", "第三十六条"),
    SERVICE_PROMISE("服务承诺", "服务承诺（原第20号令第三十一条第二款，已废止）"),
    ORDER20_31("实名举报是否立案（暂行办法）", Law.order20("第三十一条第二款"));

    private final String chinese;
    private final String article;

    TellBasis(String chinese, String article) {
        this.chinese = chinese;
        this.article = article;
    }

    String chinese() {
        return chinese;
    }

    String article() {
        return article;
    }

    /** Laws that speak of secrecy and reward only: they carry the telling of a reward, not of handling. */
    boolean rewardOnly() {
        return this == PRODUCT_LAW_10 || this == PRICE_LAW_38;
    }

    static FieldSpec.Option[] options() {
        return Arrays.stream(values())
                .map(basis -> new FieldSpec.Option(basis.name(), basis.chinese, basis.article))
                .toArray(FieldSpec.Option[]::new);
    }
}
