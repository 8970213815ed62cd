package org.fangxin.casefile;

import java.util.Arrays;
import java.util.Optional;

/** Every act by its id in the outer contract and its name on the screen. */
public enum Act {
    SPLIT("split", "分别处理"),
    RECLASSIFY("reclassify", "更正类别"),
    CONFIRM_KINDS("confirm-kinds", "确认类别"),
    REDIRECT("redirect", "告知途径"),
    ASSIGN("assign", "分派"),
    REQUEST_MATERIAL("request-material", "要求补充"),
    SUPPLY_MATERIAL("supply-material", "补充材料"),
    RECORD_IDENTITY_CHECK("record-identity-check", "核验身份"),
    ACCEPT("accept", "受理"),
    REFUSE("refuse", "不予受理"),
    RECORD_CONSENT("record-consent", "征求调解意愿"),
    SCHEDULE_MEDIATION("schedule-mediation", "通知调解"),
    CLEAR_FOR_RESPONDENT("clear-for-respondent", "核定告知商家的内容"),
    RESCHEDULE_MEDIATION("reschedule-mediation", "改期"),
    ASK_RESCHEDULE("ask-reschedule", "申请改期"),
    HOLD_MEDIATION("hold-mediation", "组织调解"),
    RECEIVE_IN_MEDIATION("receive-in-mediation", "调解中收到材料"),
    RECORD_TRANSCRIPT("record-transcript", "整理调解记录"),
    SETTLE("settle", "达成协议"),
    SIGN_LETTER("sign-letter", "制作调解书"),
    RECORD_PERFORMANCE("record-performance", "记录履行"),
    REMIND_PERFORMANCE("remind-performance", "提醒履行"),
    TERMINATE_MEDIATION("terminate-mediation", "终止调解"),
    WITHDRAW("withdraw", "撤回"),
    CHANGE_DEMANDS("change-demands", "变更请求"),
    RECORD_NOTICE("record-notice", "记录告知"),
    REVOKE_DECISION("revoke-decision", "撤销决定"),
    FOLLOW_UP("follow-up", "回访"),
    CORRECT("correct", "更正记录"),
    ADD_NOTE("add-note", "记事"),
    ISSUE_DOCUMENT("issue-document", "制发文书"),
    ARCHIVE("archive", "归档"),
    ROUTE_TO_MERCHANT("route-to-merchant", "分流经营者"),
    MERCHANT_RESPOND("merchant-respond", "商家答复"),
    REPLY_TO_MERCHANT("reply-to-merchant", "答复商家"),
    CONFIRM_GREEN_SETTLEMENT("confirm-green-settlement", "确认和解"),
    ESCALATE("escalate", "转市场监管部门"),
    VERIFY("verify", "核查"),
    RECORD_FINDING("record-finding", "记录核查结果"),
    PAUSE("pause", "中止计时"),
    RESUME("resume", "恢复计时"),
    EXTEND("extend", "延长核查"),
    FILE("file", "立案"),
    DECLINE_FILING("decline-filing", "不予立案"),
    TELL_NO_AUTHORITY("tell-no-authority", "告知无权限"),
    CLOSE_AS_REPEAT("close-as-repeat", "重复不另处理"),
    MERGE_REPORT("merge-report", "并案"),
    EXTEND_DECISION("extend-decision", "延长办案"),
    SUSPEND_CASE("suspend-case", "中止调查"),
    RESUME_CASE("resume-case", "恢复调查"),
    TERMINATE_INVESTIGATION("terminate-investigation", "终止调查"),
    DECIDE_CASE("decide-case", "处理决定"),
    RECORD_PENALTY_PERFORMANCE("record-penalty-performance", "执行完毕"),
    CLOSE_CASE("close-case", "结案"),
    TRANSFER("transfer", "移送"),
    SPECIAL_RULES("special-rules", "按专门规定处理"),
    TELL_REPORTER("tell-reporter", "告知举报人"),
    REWARD("reward", "奖励"),
    REFER("refer", "转办"),
    ANSWER("answer", "答复"),
    HAND_OVER("hand-over", "移交"),
    CONVERT("convert", "转投诉举报"),
    DISTRIBUTE("distribute", "分送"),
    CONFIRM_RECEIPT("confirm-receipt", "签收"),
    RETURN("return", "反馈退回"),
    TAKE_UP("take-up", "提级处理"),
    ASK_SUPERIOR("ask-superior", "报请上级"),
    DECIDE_ASK("decide-ask", "决定报请"),
    RAISE_DISPUTE("raise-dispute", "提出权限争议"),
    AGREE_DISPUTE("agree-dispute", "协商一致"),
    ASK_DESIGNATION("ask-designation", "报请指定"),
    DESIGNATE("designate", "指定处理机关"),
    OPEN_JOINT("open-joint", "按共同投诉处理"),
    JOIN_JOINT("join-joint", "加入共同投诉"),
    LEAVE_JOINT("leave-joint", "退出共同投诉"),
    ELECT_REPRESENTATIVES("elect-representatives", "推选代表人"),
    CONSENT_REPRESENTED("consent-represented", "被代表人同意"),
    REGISTER_AGENT("register-agent", "登记委托"),
    END_AGENCY("end-agency", "终止委托"),
    LINK_DUPLICATE("link-duplicate", "关联重复"),
    MERGE_DUPLICATE("merge-duplicate", "并入"),
    UNMERGE_DUPLICATE("unmerge-duplicate", "撤销并入"),
    ENTRUST("entrust", "委托调解"),
    RETURN_ENTRUSTMENT("return-entrustment", "委托办回"),
    REQUEST_RECUSAL("request-recusal", "申请回避"),
    RECUSE_SELF("recuse-self", "自行回避"),
    DECIDE_RECUSAL("decide-recusal", "决定回避"),
    PROPOSE_APPRAISAL("propose-appraisal", "提出鉴定"),
    AGREE_APPRAISAL_BODY("agree-appraisal-body", "商定鉴定机构"),
    DESIGNATE_APPRAISAL_BODY("designate-appraisal-body", "指定鉴定机构"),
    AGREE_APPRAISAL_COST("agree-appraisal-cost", "商定鉴定费用"),
    COMMISSION_APPRAISAL("commission-appraisal", "委托鉴定"),
    RECEIVE_APPRAISAL_RESULT("receive-appraisal-result", "收到鉴定结果"),
    ABANDON_APPRAISAL("abandon-appraisal", "放弃鉴定"),
    FIND_CLUE("find-clue", "发现线索"),
    FLAG_ABUSE("flag-abuse", "标记疑似滥用"),
    CLEAR_ABUSE("clear-abuse", "解除标记"),
    DISPATCH("dispatch", "出勤"),
    RECORD_ARRIVAL("record-arrival", "到场"),
    RECORD_DEPARTURE("record-departure", "离场"),
    RECORD_SITE("record-site", "现场检查笔录"),
    RECORD_QUESTIONING("record-questioning", "询问笔录"),
    LIST_EVIDENCE("list-evidence", "登记证据"),
    REVIEW_CASE("review-case", "审核意见"),
    NOTIFY_PENALTY("notify-penalty", "行政处罚告知"),
    SERVE_PAPER("serve-paper", "送达"),
    RECORD_DEFENCE("record-defence", "陈述申辩"),
    RECORD_HEARING("record-hearing", "听证"),
    DISCUSS_CASE("discuss-case", "集体讨论"),
    CHANGE_DECISION("change-decision", "处罚决定变更、撤销"),
    RECORD_CONTACT("record-contact", "联系当事人"),
    GIVE_FEEDBACK("give-feedback", "反馈"),
    FLAG_FOOD_RISK("flag-food-risk", "标记食品风险"),
    FLAG_DANGER("flag-danger", "标记人身危险"),
    RECORD_OFFSHELF("record-offshelf", "记录下架"),
    LIFT_OFFSHELF("lift-offshelf", "责令下架已解除");

    private final String id;
    private final String label;

    Act(String id, String label) {
        this.id = id;
        this.label = label;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public static Optional<Act> byId(String id) {
        return Arrays.stream(values()).filter(act -> act.id.equals(id)).findFirst();
    }
}
