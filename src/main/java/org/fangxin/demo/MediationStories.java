package org.fangxin.demo;

import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.working;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Complaints in mediation and after it (Art. 18–25). */
final class MediationStories {
    private MediationStories() {}

    static List<Story> all() {
        return List.of(
                mediating(), near(), overdue(), appraisal(), entrusted(), recusal(), agreedWithLetter(),
                agreedWithoutLetter(), archived(), noAgreement(), refusedByMerchant(), settledThemselves());
    }

    /** Received, assigned to 李明, accepted and both sides willing. */
    private static Telling willing(String key, int received, Visitor who, Shop shop, String text) {
        return complaint(key, days(received, "09:30"))
                .from(who.name().substring(0, 1), who.number())
                .about(shop, text)
                .then(days(received - 1, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(days(received - 3, "10:00"), Account.LIMING, Act.ACCEPT)
                .then(
                        days(received - 4, "15:30"), Account.LIMING, Act.RECORD_CONSENT, "party", "RESPONDENT",
                        "consent", "YES", "means", "PHONE");
    }

    private static Story mediating() {
        return willing("mediation-scheduled", 25, Visitor.of("沈", 21), Shop.APPLIANCES, "电视机屏幕出现竖线，商家要收上门费，要求免费维修。")
                .goods("127", "12")
                .wants("150.00", "REPAIR")
                .then(
                        working(1, "11:20"), Account.LIMING, Act.SCHEDULE_MEDIATION, "at", working(-4, "09:30"), "mode",
                        "ON_SITE", "place", "县市场监督管理局二楼调解室", "mediators", List.of(Account.LIMING))
                .end();
    }

    private static Story near() {
        return willing("mediation-near", 57, Visitor.of("韩", 22), Shop.FURNITURE, "定做的衣柜尺寸做错，装不进房间，要求重做或者退款。")
                .goods("121", "07")
                .wants("4600.00", "REDO", "REFUND")
                .then(days(36, "10:00"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "PHONE", "record", "商家同意重做，工期没有谈妥。")
                .end();
    }

    private static Story overdue() {
        return willing("mediation-overdue", 68, Visitor.of("杨", 23), Shop.GYM, "私教课没有上完教练就离职，要求退还剩余课时费。")
                .goods("153", "07")
                .wants("2800.00", "REFUND")
                .then(days(40, "10:00"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "双方对已上课时数有争议。")
                .end();
    }

    private static Story appraisal() {
        return willing("mediation-appraisal", 40, Visitor.of("朱", 24), Shop.MOTORS, "电动车行驶中突然断电摔倒，商家说是改装造成，要求退车并赔偿。")
                .goods("165", "01")
                .wants("3450.00", "REFUND", "COMPENSATION")
                .then(
                        days(30, "10:00"), Account.LIMING, Act.PROPOSE_APPRAISAL, "party", "COMPLAINANT", "object",
                        "电动车控制器", "question", "断电原因", "means", "WINDOW")
                .then(days(28, "10:00"), Account.LIMING, Act.AGREE_APPRAISAL_BODY, "body", "样例产品质量检测中心", "means", "PHONE")
                .then(days(27, "10:00"), Account.LIMING, Act.AGREE_APPRAISAL_COST, "shares", "商家先行垫付", "means", "PHONE")
                .then(
                        days(20, "14:00"), Account.LIMING, Act.COMMISSION_APPRAISAL, "on", days(20), "paperNo",
                        "样例委〔2026〕12号")
                .end();
    }

    private static Story entrusted() {
        return willing("mediation-entrusted", 20, Visitor.of("秦", 25), Shop.TUTORING, "报名的书法班停课，机构只肯换课不肯退费。")
                .goods("150", "07")
                .wants("1680.00", "REFUND")
                .then(
                        working(6, "10:00"), Account.LIMING, Act.ENTRUST, "body", "崇信县样例消费者协会", "consents",
                        List.of("COMPLAINANT", "RESPONDENT"), "until", working(-10), "scope", "退费数额")
                .end();
    }

    private static Story recusal() {
        return willing("mediation-recusal", 18, Visitor.of("尤", 26), Shop.BEAUTY, "做了一次护理后脸部过敏，店家不承认，要求退款并承担检查费。")
                .goods("114", "11")
                .wants("960.00", "REFUND", "COMPENSATION")
                .then(
                        working(2, "10:00"), Account.LIMING, Act.REQUEST_RECUSAL, "mediator", Account.LIMING, "party",
                        "COMPLAINANT", "reason", "投诉人认为调解人员与店主相识。", "means", "PHONE")
                .end();
    }

    private static Story agreedWithLetter() {
        return willing("agreed-letter", 45, Visitor.of("许", 27), Shop.APPLIANCES, "热水器安装后漏水泡坏地板，要求维修并赔偿地板损失。")
                .goods("127", "12")
                .wants("2300.00", "REPAIR", "COMPENSATION")
                .then(
                        days(33, "09:00"), Account.LIMING, Act.SCHEDULE_MEDIATION, "at", days(27, "09:30"), "mode",
                        "ON_SITE", "place", "县市场监督管理局二楼调解室")
                .then(days(27, "10:40"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "双方到场，查看照片和维修单。")
                .then(
                        days(27, "11:30"), Account.LIMING, Act.SETTLE, "mode", "MEDIATED", "terms", "商家更换热水器并赔偿地板维修费。",
                        "amount", "1800.00", "performBy", days(13), "letter", "MADE")
                .then(days(26, "15:00"), Account.LIMING, Act.SIGN_LETTER, "sealNo", "样例印〔2026〕31号")
                .then(days(12, "16:00"), Account.LIMING, Act.RECORD_PERFORMANCE, "result", "PERFORMED", "amount", "1800.00")
                .end();
    }

    private static Story agreedWithoutLetter() {
        return willing("agreed-letter-owed", 28, Visitor.of("何", 28), Shop.PHONES, "以旧换新时旧手机估价低于广告承诺，要求补足差价。")
                .goods("134", "02")
                .wants("400.00", "COMPENSATION")
                .then(working(3, "09:30"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "双方到场。")
                .then(
                        working(3, "10:30"), Account.LIMING, Act.SETTLE, "mode", "MEDIATED", "terms", "商家补足差价三百元。",
                        "amount", "300.00", "performBy", working(-5), "letter", "MADE")
                .end();
    }

    private static Story archived() {
        return willing("complaint-archived", 75, Visitor.of("吕", 29), Shop.RESTAURANT, "外卖餐具收费没有提前告知，要求退还。")
                .goods("101", "10")
                .wants("12.00", "REFUND")
                .then(days(65, "09:30"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "PHONE", "record", "电话调解。")
                .then(
                        days(65, "10:00"), Account.LIMING, Act.SETTLE, "mode", "MEDIATED", "terms", "当场退还。", "amount",
                        "12.00", "letter", "PERFORMED_AT_ONCE")
                .then(days(65, "10:05"), Account.LIMING, Act.RECORD_PERFORMANCE, "result", "PERFORMED", "amount", "12.00")
                .then(days(60, "10:00"), Account.LIMING, Act.FOLLOW_UP, "rating", 5, "told", true, "remark", "满意。")
                .then(days(50, "15:00"), Account.DANGAN, Act.ARCHIVE)
                .end();
    }

    private static Story noAgreement() {
        return willing("terminated-no-agreement", 48, Visitor.of("施", 30), Shop.TUTORING, "一对一课程更换老师没有商量，要求全额退费。")
                .goods("150", "07")
                .wants("5200.00", "REFUND")
                .then(days(30, "09:30"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "双方各执一词。")
                .then(
                        days(22, "10:00"), Account.LIMING, Act.TERMINATE_MEDIATION, "ground", "NO_AGREEMENT_DECLARED",
                        "facts", "投诉人坚持全额退费，商家只同意退还未上课时费。", "notice",
                        Map.of("channel", "LETTER", "proof", "样例挂号0001"))
                .end();
    }

    private static Story refusedByMerchant() {
        return complaint("terminated-refused", working(20, "10:10"))
                .by("PHONE", Account.DENGJI)
                .from("张", 31)
                .about(Shop.FARM_INPUTS, "买的玉米种子出苗率低，要求赔偿种子款和误工费。")
                .goods("173", "01")
                .wants("860.00", "COMPENSATION")
                .then(working(19, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(
                        working(16, "10:00"), Account.WANGFANG, Act.ACCEPT, "notice",
                        Map.of("channel", "PHONE", "proof", "样例录音0002"))
                .then(
                        working(5, "14:00"), Account.WANGFANG, Act.RECORD_CONSENT, "party", "RESPONDENT", "consent",
                        "NO", "means", "PHONE")
                .then(
                        working(4, "15:00"), Account.WANGFANG, Act.TERMINATE_MEDIATION, "ground", "ABSENT_OR_REFUSED",
                        "sub", "REFUSED_RESPONDENT", "facts", "经营部明确表示不接受调解。")
                .then(
                        working(3, "09:30"), Account.WANGFANG, Act.RECORD_NOTICE, "to", List.of("COMPLAINANT"),
                        "channel", "SMS", "proof", "样例短信0003")
                .end();
    }

    private static Story settledThemselves() {
        return willing("settled-themselves", 22, Visitor.of("孔", 32), Shop.TOYS, "奶粉临近保质期没有提示，要求退货。")
                .goods("101", "08")
                .wants("328.00", "REFUND")
                .then(
                        days(12, "10:00"), Account.LIMING, Act.SETTLE, "mode", "SELF", "statement", "双方已经自行退货退款。",
                        "amount", "328.00", "means", "PHONE")
                .then(
                        days(11, "10:00"), Account.LIMING, Act.RECORD_NOTICE, "to", List.of("RESPONDENT"), "channel",
                        "PHONE", "proof", "样例录音0004")
                .then(days(10, "10:00"), Account.LIMING, Act.RECORD_PERFORMANCE, "result", "PERFORMED", "amount", "328.00")
                .end();
    }
}
