package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseState;

/** How articles are cited: a bare article is one of Order 121. */
final class Law {
    private static final String PP = "《市场监督管理行政处罚程序规定》";
    private static final String ORDER_20 = "《市场监督管理投诉举报处理暂行办法》";

    static final String FOOD = "《中华人民共和国食品安全法》第一百一十五条";

    private Law() {}

    /** An article of the procedure of administrative penalties. */
    static String pp(String article) {
        return PP + article;
    }

    /** An article of Order 20. */
    static String order20(String article) {
        return ORDER_20 + article;
    }

    /** The article of the order that governs the case. */
    static String of(CaseState state, String article121, String article20) {
        return of(state.law(), article121, article20);
    }

    static String of(String law, String article121, String article20) {
        return law.equals("order20") ? order20(article20) : article121;
    }
}
