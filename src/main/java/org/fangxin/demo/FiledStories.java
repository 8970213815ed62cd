package org.fangxin.demo;

import static org.fangxin.demo.Telling.report;
import static org.fangxin.demo.When.days;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Reports from the decision to file onwards (PP 18–20, 46, 60, 64, 77; Art. 36). */
final class FiledStories {
    private static final List<Account> BOTH = List.of(Account.LIMING, Account.WANGFANG);
    private static final List<String> CONDITIONS = List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION");

    private FiledStories() {}

    static List<Story> all() {
        return List.of(filed(), longer(), suspended(), notFiled(), decided(), closed(), archived());
    }

    private static Telling verified(String key, int received, Shop shop, String text) {
        return report(key, days(received, "09:10"))
                .about(shop, text)
                .then(days(received - 1, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", BOTH)
                .then(
                        days(received - 2, "10:00"),
                        Account.WANGFANG,
                        Act.VERIFY,
                        "methods",
                        List.of("ON_SITE", "INQUIRY"));
    }

    /** Verified and filed twelve days after receipt. */
    private static Telling filed(String key, int received, Shop shop, String text, String cause) {
        return verified(key, received, shop, text)
                .then(
                        days(received - 12, "16:00"),
                        Account.JUZHANG,
                        Act.FILE,
                        "conditions",
                        CONDITIONS,
                        "officers",
                        BOTH,
                        "finding",
                        "CONFIRMED",
                        "caseCause",
                        cause,
                        "paperNo",
                        "样例立〔2026〕5号");
    }

    private static Story filed() {
        return filed("report-filed", 30, Shop.SUPERMARKET, "超市销售超过保质期的酸奶。", "FOOD_SAFETY")
                .from("苗", 71)
                .goods("101", "53")
                .end();
    }

    private static Story longer() {
        return filed("report-decision-extended", 110, Shop.PHONES, "手机店虚构原价促销。", "PRICE")
                .goods("134", "10")
                .then(
                        days(15, "16:00"),
                        Account.JUZHANG,
                        Act.EXTEND_DECISION,
                        "reason",
                        "案情复杂，需要向平台调取交易记录。",
                        "paperNo",
                        "样例延〔2026〕6号")
                .end();
    }

    private static Story suspended() {
        return filed("report-suspended", 60, Shop.TOYS, "母婴店冒用他人注册商标。", "TRADEMARK")
                .from("凤", 72)
                .goods("124", "03")
                .then(
                        days(30, "16:00"),
                        Account.JUZHANG,
                        Act.SUSPEND_CASE,
                        "item",
                        "RELATED_RULING",
                        "paperNo",
                        "样例中〔2026〕1号")
                .end();
    }

    private static Story notFiled() {
        return verified("report-not-filed", 24, Shop.RESTAURANT, "面馆菜单没有标明计价单位。")
                .from("花", 73)
                .goods("101", "10")
                .then(
                        days(14, "16:00"),
                        Account.JUZHANG,
                        Act.DECLINE_FILING,
                        "ground",
                        "MINOR_CORRECTED_NO_HARM",
                        "finding",
                        "PARTLY",
                        "text",
                        "检查当日已经改正，没有造成损失。",
                        "paperNo",
                        "样例不立〔2026〕4号")
                .end();
    }

    private static Telling penalised(String key, int received, Shop shop, String text, String cause) {
        return filed(key, received, shop, text, cause)
                .then(
                        days(received - 40, "16:00"),
                        Account.JUZHANG,
                        Act.DECIDE_CASE,
                        "outcome",
                        "PENALTY",
                        "reviewed",
                        true,
                        "heard",
                        true,
                        "decisionNo",
                        "样例罚〔2026〕9号",
                        "fine",
                        "3000.00",
                        "forfeiture",
                        "260.00",
                        "paperNo",
                        "样例审〔2026〕9号")
                .then(
                        days(received - 42, "10:00"),
                        Account.WANGFANG,
                        Act.SERVE_PAPER,
                        "what",
                        "DECISION",
                        "way",
                        "DIRECT",
                        "on",
                        days(received - 42),
                        "recipient",
                        "店长签收");
    }

    private static Story decided() {
        return penalised("report-decided", 55, Shop.BEAUTY, "美容馆发布保证疗效的广告。", "ADVERTISING")
                .goods("114", "02")
                .from("袁", 75)
                .then(
                        days(45, "10:00"),
                        Account.LIMING,
                        Act.TELL_REPORTER,
                        "basis",
                        "AD_LAW_53",
                        "text",
                        "您反映的广告正在依法查处。",
                        "notice",
                        Map.of("channel", "PHONE", "proof", "样例录音0008"))
                .end();
    }

    private static Story closed() {
        return penalised("report-closed", 85, Shop.SUPERMARKET, "超市电子秤缺斤短两。", "METROLOGY")
                .from("方", 74)
                .goods("101", "09")
                .then(days(35, "10:00"), Account.WANGFANG, Act.RECORD_PENALTY_PERFORMANCE, "proofNo", "样例缴〔2026〕9号")
                .then(days(30, "16:00"), Account.JUZHANG, Act.CLOSE_CASE, "paperNo", "样例结〔2026〕9号")
                .end();
    }

    private static Story archived() {
        return verified("report-archived", 70, Shop.GYM, "健身房私自停车收费。")
                .goods("153", "10")
                .then(
                        days(58, "16:00"),
                        Account.JUZHANG,
                        Act.DECLINE_FILING,
                        "ground",
                        "OTHER_LAWFUL",
                        "failing",
                        "EVIDENCE",
                        "finding",
                        "NOT_CONFIRMED",
                        "text",
                        "停车场由物业经营。",
                        "paperNo",
                        "样例不立〔2026〕2号")
                .then(days(50, "15:00"), Account.LIMING, Act.ARCHIVE)
                .end();
    }
}
