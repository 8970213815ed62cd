package org.fangxin.demo;

import static org.fangxin.demo.MediationStories.willing;
import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.working;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Complaints after mediation (Art. 23–26). */
final class OutcomeStories {
    private OutcomeStories() {}

    static List<Story> all() {
        return List.of(
                agreedWithLetter(),
                agreedWithoutLetter(),
                archived(),
                noAgreement(),
                refusedByMerchant(),
                settledThemselves());
    }

    private static Story agreedWithLetter() {
        return willing("agreed-letter", 45, Visitor.of("许", 27), Shop.APPLIANCES, "热水器安装后漏水泡坏地板，要求维修并赔偿地板损失。")
                .goods("127", "12")
                .wants("2300.00", "REPAIR", "COMPENSATION")
                .then(
                        days(33, "09:00"),
                        Account.LIMING,
                        Act.SCHEDULE_MEDIATION,
                        "at",
                        days(27, "09:30"),
                        "mode",
                        "ON_SITE",
                        "place",
                        "县市场监督管理局二楼调解室")
                .then(
                        days(27, "10:40"),
                        Account.LIMING,
                        Act.HOLD_MEDIATION,
                        "mode",
                        "ON_SITE",
                        "record",
                        "双方到场，查看照片和维修单。")
                .then(
                        days(27, "11:30"),
                        Account.LIMING,
                        Act.SETTLE,
                        "mode",
                        "MEDIATED",
                        "terms",
                        "商家更换热水器并赔偿地板维修费。",
                        "amount",
                        "1800.00",
                        "performBy",
                        days(13),
                        "letter",
                        "MADE")
                .then(days(26, "15:00"), Account.LIMING, Act.SIGN_LETTER, "sealNo", "样例印〔2026〕31号")
                .then(
                        days(12, "16:00"),
                        Account.LIMING,
                        Act.RECORD_PERFORMANCE,
                        "result",
                        "PERFORMED",
                        "amount",
                        "1800.00")
                .end();
    }

    private static Story agreedWithoutLetter() {
        return willing("agreed-letter-owed", 28, Visitor.of("何", 28), Shop.PHONES, "以旧换新时旧手机估价低于广告承诺，要求补足差价。")
                .goods("134", "02")
                .wants("400.00", "COMPENSATION")
                .then(working(3, "09:30"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "双方到场。")
                .then(
                        working(3, "10:30"),
                        Account.LIMING,
                        Act.SETTLE,
                        "mode",
                        "MEDIATED",
                        "terms",
                        "商家补足差价三百元。",
                        "amount",
                        "300.00",
                        "performBy",
                        working(-5),
                        "letter",
                        "MADE")
                .end();
    }

    private static Story archived() {
        return willing("complaint-archived", 75, Visitor.of("吕", 29), Shop.RESTAURANT, "外卖餐具收费没有提前告知，要求退还。")
                .goods("101", "10")
                .wants("12.00", "REFUND")
                .then(days(65, "09:30"), Account.LIMING, Act.HOLD_MEDIATION, "mode", "PHONE", "record", "电话调解。")
                .then(
                        days(65, "10:00"),
                        Account.LIMING,
                        Act.SETTLE,
                        "mode",
                        "MEDIATED",
                        "terms",
                        "当场退还。",
                        "amount",
                        "12.00",
                        "letter",
                        "PERFORMED_AT_ONCE")
                .then(
                        days(65, "10:05"),
                        Account.LIMING,
                        Act.RECORD_PERFORMANCE,
                        "result",
                        "PERFORMED",
                        "amount",
                        "12.00")
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
                        days(22, "10:00"),
                        Account.LIMING,
                        Act.TERMINATE_MEDIATION,
                        "ground",
                        "NO_AGREEMENT_DECLARED",
                        "facts",
                        "投诉人坚持全额退费，商家只同意退还未上课时费。",
                        "notice",
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
                        working(16, "10:00"),
                        Account.WANGFANG,
                        Act.ACCEPT,
                        "notice",
                        Map.of("channel", "PHONE", "proof", "样例录音0002"))
                .then(
                        working(5, "14:00"),
                        Account.WANGFANG,
                        Act.RECORD_CONSENT,
                        "party",
                        "RESPONDENT",
                        "consent",
                        "NO",
                        "means",
                        "PHONE")
                .then(
                        working(4, "15:00"),
                        Account.WANGFANG,
                        Act.TERMINATE_MEDIATION,
                        "ground",
                        "ABSENT_OR_REFUSED",
                        "sub",
                        "REFUSED_RESPONDENT",
                        "facts",
                        "经营部明确表示不接受调解。")
                .then(
                        working(3, "09:30"),
                        Account.WANGFANG,
                        Act.RECORD_NOTICE,
                        "to",
                        List.of("COMPLAINANT"),
                        "channel",
                        "SMS",
                        "proof",
                        "样例短信0003")
                .end();
    }

    private static Story settledThemselves() {
        return willing("settled-themselves", 22, Visitor.of("孔", 32), Shop.TOYS, "奶粉临近保质期没有提示，要求退货。")
                .goods("101", "08")
                .wants("328.00", "REFUND")
                .then(
                        days(12, "10:00"),
                        Account.LIMING,
                        Act.SETTLE,
                        "mode",
                        "SELF",
                        "statement",
                        "双方已经自行退货退款。",
                        "amount",
                        "328.00",
                        "means",
                        "PHONE")
                .then(
                        days(11, "10:00"),
                        Account.LIMING,
                        Act.RECORD_NOTICE,
                        "to",
                        List.of("RESPONDENT"),
                        "channel",
                        "PHONE",
                        "proof",
                        "样例录音0004")
                .then(
                        days(10, "10:00"),
                        Account.LIMING,
                        Act.RECORD_PERFORMANCE,
                        "result",
                        "PERFORMED",
                        "amount",
                        "328.00")
                .end();
    }
}
