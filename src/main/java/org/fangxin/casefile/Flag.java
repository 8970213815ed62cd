package org.fangxin.casefile;

/** What runs beside the stage, in parallel with it. */
public enum Flag {
    MATERIAL_REQUESTED("待补材料"),
    JURISDICTION_DISPUTED("权限争议"),
    SUPERIOR_ASKED("已报请上级"),
    RECUSAL_PENDING("待回避决定"),
    RESCHEDULE_ASKED("申请改期"),
    APPRAISAL_RUNNING("鉴定检测中"),
    ENTRUSTED("已委托调解"),
    JOINT("共同投诉"),
    AGENT("委托代理"),
    ABUSE_SUSPECTED("疑似滥用"),
    CLUE_LINKED("有线索"),
    FOOD_RISK("食品安全风险"),
    DANGER("人身危险"),
    PERFORMANCE_DUE("将到履行日期"),
    PERFORMANCE_OVERDUE("逾期未履行"),
    NOTICE_FAILED("告知未达"),
    SUSPENDED("中止"),
    OVERDUE("超期"),
    DISPOSED("已销毁");

    private final String chinese;

    Flag(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
