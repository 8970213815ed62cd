package org.fangxin.casefile;

/** A part of a case that an act may depend on, and that another's act may have changed meanwhile. */
public enum Matter {
    STAGE("环节"),
    HOLDER("办理机关"),
    PARTIES("当事人"),
    STAFF("承办人员"),
    MATERIAL("材料和证据"),
    FACTS("案情和请求"),
    COURSE("办理情况"),
    FIELD("现场情况"),
    CLOCKS("时限"),
    NOTICES("告知和文书"),
    LINKS("关联和标记");

    private final String chinese;

    Matter(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
