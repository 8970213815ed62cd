package org.fangxin.casefile;

/** The four kinds of case. Reports and complaints never wait for, end or reveal each other (Art. 9, 27, 37). */
public enum Kind {
    COMPLAINT("投诉"),
    REPORT("举报"),
    CONSULTATION("咨询"),
    SUGGESTION("建议");

    private final String chinese;

    Kind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
