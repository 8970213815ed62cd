package org.fangxin.demo;

import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.working;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Complaints in mediation (Art. 18–22). */
final class MediationStories {
    private MediationStories() {}

    static List<Story> all() {
        return List.of(
                mediating(),
                near(),
                overdue(),
                appraisal(),
                entrusted(),
                recusal(),
                performanceDue(),
                performanceOverdue(),
                online());
    }

    /** Received, assigned to 李明, accepted and both sides willing. */
    static Telling willing(String key, int received, Visitor who, Shop shop, String text) {
        return complaint(key, days(received, "09:30"))
                .from(who.name().substring(0, 1), who.number())
                .about(shop, text)
                .then(days(received - 1, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(days(received - 3, "10:00"), Account.LIMING, Act.ACCEPT)
                .then(
                        days(received - 4, "15:30"),
                        Account.LIMING,
                        Act.RECORD_CONSENT,
                        "party",
                        "RESPONDENT",
                        "consent",
                        "YES",
                        "means",
                        "PHONE");
    }

    private static Story mediating() {
        return willing("mediation-scheduled", 25, Visitor.of("沈", 21), Shop.APPLIANCES, "电视机屏幕出现竖线，商家要收上门费，要求免费维修。")
                .goods("127", "12")
                .wants("150.00", "REPAIR")
                .then(
                        working(1, "11:20"),
                        Account.LIMING,
                        Act.SCHEDULE_MEDIATION,
                        "at",
                        working(-4, "09:30"),
                        "mode",
                        "ON_SITE",
                        "place",
                        "县市场监督管理局二楼调解室",
                        "mediators",
                        List.of(Account.LIMING))
                .end();
    }

    private static Story near() {
        return willing("mediation-near", 57, Visitor.of("韩", 22), Shop.FURNITURE, "定做的衣柜尺寸做错，装不进房间，要求重做或者退款。")
                .goods("121", "07")
                .wants("4600.00", "REDO", "REFUND")
                .then(
                        days(36, "10:00"),
                        Account.LIMING,
                        Act.HOLD_MEDIATION,
                        "mode",
                        "PHONE",
                        "record",
                        "商家同意重做，工期没有谈妥。")
                .end();
    }

    private static Story overdue() {
        return willing("mediation-overdue", 68, Visitor.of("杨", 23), Shop.GYM, "私教课没有上完教练就离职，要求退还剩余课时费。")
                .goods("153", "07")
                .wants("2800.00", "REFUND")
                .then(
                        days(40, "10:00"),
                        Account.LIMING,
                        Act.HOLD_MEDIATION,
                        "mode",
                        "ON_SITE",
                        "record",
                        "双方对已上课时数有争议。")
                .end();
    }

    private static Story appraisal() {
        return willing("mediation-appraisal", 40, Visitor.of("朱", 24), Shop.MOTORS, "电动车行驶中突然断电摔倒，商家说是改装造成，要求退车并赔偿。")
                .goods("165", "01")
                .wants("3450.00", "REFUND", "COMPENSATION")
                .then(
                        days(30, "10:00"),
                        Account.LIMING,
                        Act.PROPOSE_APPRAISAL,
                        "party",
                        "COMPLAINANT",
                        "object",
                        "电动车控制器",
                        "question",
                        "断电原因",
                        "means",
                        "WINDOW")
                .then(
                        days(28, "10:00"),
                        Account.LIMING,
                        Act.AGREE_APPRAISAL_BODY,
                        "body",
                        "样例产品质量检测中心",
                        "means",
                        "PHONE")
                .then(days(27, "10:00"), Account.LIMING, Act.AGREE_APPRAISAL_COST, "shares", "商家先行垫付", "means", "PHONE")
                .then(
                        days(20, "14:00"),
                        Account.LIMING,
                        Act.COMMISSION_APPRAISAL,
                        "on",
                        days(20),
                        "paperNo",
                        "样例委〔2026〕12号",
                        "attachments",
                        List.of(new Story.PaperOf("鉴定委托书"), new Story.PaperOf("送样清单")))
                .end();
    }

    private static Story performanceDue() {
        return performed("performance-due", Visitor.of("孔", 27), Shop.FURNITURE, "沙发到货颜色和样品不同，要求更换并补偿。", -1, 8)
                .wants("600.00", "EXCHANGE", "COMPENSATION")
                .end();
    }

    private static Story performanceOverdue() {
        return performed("performance-overdue", Visitor.of("曹", 33), Shop.PHONES, "手机维修后按键失灵，要求重修并退维修费。", 3, 12)
                .wants("260.00", "REPAIR", "REFUND")
                .end();
    }

    /** Agreed in two points: the first fell due so many working days ago, the second later. */
    private static Telling performed(String key, Visitor who, Shop shop, String text, int first, int agreed) {
        return willing(key, 40, who, shop, text)
                .then(
                        working(agreed, "09:30"),
                        Account.LIMING,
                        Act.HOLD_MEDIATION,
                        "mode",
                        "ON_SITE",
                        "saidComplainant",
                        "希望尽快解决。",
                        "saidRespondent",
                        "愿意处理，需要几天时间。",
                        "result",
                        "AGREED",
                        "record",
                        "双方到场，谈成两项。")
                .then(
                        working(agreed, "10:30"),
                        Account.LIMING,
                        Act.SETTLE,
                        "mode",
                        "MEDIATED",
                        "items",
                        List.of(
                                Map.of("what", "退还货款差价", "who", "RESPONDENT", "amount", "200.00", "by", working(first)),
                                Map.of("what", "上门处理并当场试用", "who", "RESPONDENT", "by", working(-6))),
                        "letter",
                        "WAIVED_BY_BOTH");
    }

    /** {@link DemoRoom} opens its online room. */
    private static Story online() {
        return willing(DemoRoom.STORY, 12, Visitor.of("许", 34), Shop.SUPERMARKET, "网购的行李箱第一次使用轮子就开裂，商家只同意换轮子。")
                .wants("368.00", "REFUND")
                .end();
    }

    private static Story entrusted() {
        return willing("mediation-entrusted", 20, Visitor.of("秦", 25), Shop.TUTORING, "报名的书法班停课，机构只肯换课不肯退费。")
                .goods("150", "07")
                .wants("1680.00", "REFUND")
                .then(
                        working(6, "10:00"),
                        Account.LIMING,
                        Act.ENTRUST,
                        "body",
                        "崇信县样例消费者协会",
                        "consents",
                        List.of("COMPLAINANT", "RESPONDENT"),
                        "until",
                        working(-10),
                        "scope",
                        "退费数额")
                .end();
    }

    private static Story recusal() {
        return willing("mediation-recusal", 18, Visitor.of("尤", 26), Shop.BEAUTY, "做了一次护理后脸部过敏，店家不承认，要求退款并承担检查费。")
                .goods("114", "11")
                .wants("960.00", "REFUND", "COMPENSATION")
                .then(
                        working(2, "10:00"),
                        Account.LIMING,
                        Act.REQUEST_RECUSAL,
                        "mediator",
                        Account.LIMING,
                        "party",
                        "COMPLAINANT",
                        "reason",
                        "投诉人认为调解人员与店主相识。",
                        "means",
                        "PHONE")
                .end();
    }
}
