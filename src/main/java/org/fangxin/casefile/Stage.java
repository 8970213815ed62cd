package org.fangxin.casefile;

/** Where a case stands. Each procedure uses its own part of these; {@code Procedures.stagesOf} tells which. */
public enum Stage {
    GREEN_CHANNEL("绿色通道协商"),
    RECEIVED("已接收"),
    ACCEPTED("已受理"),
    MEDIATING("调解中"),
    AGREED("达成协议"),
    REFUSED("不予受理"),
    TERMINATED("终止调解"),
    WITHDRAWN("已撤回"),
    SETTLED_GREEN("先行和解"),
    MERGED("已并入"),
    VERIFYING("核查中"),
    FILED("已立案"),
    NOT_FILED("不予立案"),
    DECIDED("已作决定"),
    CLOSED("已结案"),
    NOT_COMPETENT("无处理权限"),
    NOT_REHANDLED("重复不另处理"),
    SPECIAL_RULES("按专门规定"),
    TRANSFERRED("已移送"),
    REFERRED("转专业机构"),
    CONSIDERING("研究中"),
    ANSWERED("已答复"),
    REDIRECTED("已告知途径"),
    CONVERTED("已转投诉举报"),
    RECLASSIFIED("已更正类别"),
    ARCHIVED("已归档");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
