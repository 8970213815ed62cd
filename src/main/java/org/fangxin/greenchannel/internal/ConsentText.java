package org.fangxin.greenchannel.internal;

import java.util.List;

/** The words to which a consumer agrees before a complaint goes to the merchant first (Art. 6; 7-27). */
final class ConsentText {
    /** Changes with every change of the words: the journal names the version that was agreed to. */
    static final String VERSION = "2026-1";

    private ConsentText() {}

    static List<String> of(String merchant, int days) {
        return List.of(
                "“" + merchant + "”是绿色通道商家，承诺 " + days + " 个工作日内答复您，和您商量解决。",
                "您同意，我们先把投诉转给这一家商家。商家看得到您的姓、经过、买了什么、要求什么；看不到您的电话、住址、证件号。",
                "您随时可以转市场监管部门办理：不用说理由，不用重新填写。到期没有谈成，系统自动转。",
                "和商家商量的这段时间不算法定期限。转市场监管部门那一刻起，才开始算七个工作日。 第六条、第十五条",
                "您也可以不同意，投诉就直接由市场监管部门办理。");
    }
}
