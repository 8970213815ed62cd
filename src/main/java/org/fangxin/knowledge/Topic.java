package org.fangxin.knowledge;

/** What an article is about. The order is that of the pages. */
public enum Topic {
    COMPLAINT("投诉"),
    REPORT("举报"),
    MEDIATION("调解"),
    RETURNS("退货和三包"),
    COMPENSATION("赔偿"),
    PREPAID("预付卡"),
    ELSEWHERE("找别的部门"),
    DESK("窗口和电话"),
    OTHER("其他");

    private final String chinese;

    Topic(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
