package org.fangxin.document.internal;

import java.util.List;
import org.fangxin.casefile.CaseState;

/** The provisions that the forms name, of Order 121 or of Order 20, whichever governs the case. */
final class Citations {
    private static final String NEW = "《市场监督管理投诉举报处理办法》";
    private static final String OLD = "《市场监督管理投诉举报处理暂行办法》";

    /** The five ways of 消保法 第三十九条, as a refusal must name them (Art. 15). */
    static final List<String> WAYS =
            List.of("与经营者协商和解", "请求消费者协会或者依法成立的其他调解组织调解", "向有关行政部门投诉", "根据与经营者达成的仲裁协议提请仲裁机构仲裁", "向人民法院提起诉讼");

    private final boolean old;

    Citations(CaseState state) {
        this.old = state.law().equals("order20");
    }

    String rules() {
        return old ? OLD : NEW;
    }

    String accepting() {
        return old ? OLD + "第十四条" : NEW + "第十五条第一款";
    }

    String refusing() {
        return old ? OLD + "第十五条" : NEW + "第十六条";
    }

    String identity() {
        return old ? OLD + "第九条" : NEW + "第十条第三款";
    }

    /** What follows when identity is not shown: Order 20 knows only missing material. */
    String identityRefused() {
        return old ? OLD + "第十五条第五项" : NEW + "第十六条第六项";
    }

    String session() {
        return old ? OLD + "第十八条" : NEW + "第二十条第二款";
    }

    String recusal() {
        return old ? OLD + "第十九条" : NEW + "第二十一条";
    }

    String letter() {
        return old ? OLD + "第二十二条" : NEW + "第二十四条";
    }

    String distribution() {
        return old ? OLD : NEW + "第四十一条";
    }

    /** Where the parties may go when mediation has ended. */
    String otherWays() {
        return old ? "" : NEW + "第二十五条和";
    }

    String limit() {
        return old ? "四十五个工作日" : "六十日";
    }

    /** An article with the name of its order, unless it names one. */
    String full(String article) {
        return article.startsWith("《") ? article : rules() + article;
    }
}
