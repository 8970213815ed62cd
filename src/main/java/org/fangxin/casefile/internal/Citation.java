package org.fangxin.casefile.internal;

import org.fangxin.casefile.CaseState;

/** Articles as they are printed, of Order 121 or of Order 20, whichever governs the case. */
final class Citation {
    static final String OLD = "《市场监督管理投诉举报处理暂行办法》";

    private Citation() {}

    static boolean old(CaseState state) {
        return old(state.law());
    }

    static boolean old(String law) {
        return law.equals("order20");
    }

    /** Accepting, refusing and telling. */
    static String deciding(String law) {
        return old(law) ? OLD + "第十四条" : "第十五条第一款";
    }

    /** Telling the reasons and the other ways. */
    static String tellingReasons(String law) {
        return old(law) ? OLD + "第十四条" : "第十五条第二款";
    }

    /** Ending mediation. */
    static String terminating(String law) {
        return old(law) ? OLD + "第二十一条第一款" : "第二十三条第一款";
    }

    /** Telling both sides that mediation has ended. */
    static String tellingTermination(String law) {
        return old(law) ? OLD + "第二十一条第二款" : "第二十三条第二款";
    }

    /** What the complainant must hand in. */
    static String material(String law) {
        return old(law) ? OLD + "第九条" : "第十条";
    }

    /** Checking who the complainant is. */
    static String identity(String law) {
        return old(law) ? OLD + "第九条" : "第十条第三款";
    }

    /** Telling both sides of an on-site mediation beforehand. */
    static String tellingSession(String law) {
        return old(law) ? OLD + "第十八条" : "第二十条第二款";
    }

    /** The mediation letter. */
    static String letter(String law) {
        return old(law) ? OLD + "第二十二条" : "第二十四条";
    }

    /** Mediation needs both sides. */
    static String consent(String law) {
        return old(law) ? OLD + "第十六条" : "第十八条第一款";
    }

    /** Several complainants and their representatives. */
    static String joint(String law) {
        return old(law) ? OLD + "第十一条" : "第十二条";
    }

    /** Acting for another person. */
    static String agent(String law) {
        return old(law) ? OLD + "第十条" : "第十一条";
    }

    /** Recusal of a mediator. */
    static String recusal(String law) {
        return old(law) ? OLD + "第十九条" : "第二十一条";
    }

    /** Entrusting a body with mediation, by consent of both sides. */
    static String entrusting(String law) {
        return old(law) ? OLD + "第十七条" : "第十九条第一款";
    }

    /** An entrusted body acts within its trust and passes nothing on. */
    static String entrusted(String law) {
        return old(law) ? OLD + "第十七条" : "第十九条第二款";
    }

    /** Appraisal and testing. */
    static String appraisal(String law) {
        return old(law) ? OLD + "第二十条" : "第二十二条";
    }

    /** Who hosts mediation. */
    static String hosting(String law) {
        return old(law) ? OLD + "第十九条" : "第二十一条";
    }
}
