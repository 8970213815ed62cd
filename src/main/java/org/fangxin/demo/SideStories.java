package org.fangxin.demo;

import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.minutes;
import static org.fangxin.demo.When.working;

import java.util.List;
import org.fangxin.casefile.Act;

/** What runs beside a complaint: several people, agents, green channel, clues, a report in one with it (Art. 6–14, 27, 42). */
final class SideStories {
    private SideStories() {}

    static List<Story> all() {
        return List.of(
                joint(),
                agent(),
                duplicate(),
                green(),
                settledGreen(),
                escalated(),
                reclassified(),
                clueFiled(),
                foodRisk(),
                abuseSuspected(),
                mixed());
    }

    private static Story joint() {
        return complaint("joint", days(24, "10:00"))
                .from("曹", 41)
                .from("严", 42)
                .from("华", 43)
                .about(Shop.GYM, "三人同时办卡的健身俱乐部闭店搬迁，新店路远，均要求退还余额。")
                .goods("153", "07")
                .wants("4800.00", "REFUND")
                .then(
                        days(23, "09:00"),
                        Account.KEZHANG,
                        Act.ASSIGN,
                        "persons",
                        List.of(Account.WANGFANG, Account.LIMING))
                .then(days(22, "10:00"), Account.WANGFANG, Act.OPEN_JOINT, "agreed", List.of("P1", "P2"))
                .then(days(21, "10:00"), Account.WANGFANG, Act.JOIN_JOINT, "party", "P3", "means", "WINDOW")
                .then(
                        days(20, "10:00"),
                        Account.WANGFANG,
                        Act.ELECT_REPRESENTATIVES,
                        "representatives",
                        List.of("P1", "P2"),
                        "means",
                        "WINDOW")
                .then(days(19, "10:00"), Account.WANGFANG, Act.ACCEPT)
                .end();
    }

    private static Story agent() {
        return complaint("agent", working(6, "09:05"))
                .from("金", 44)
                .agent("魏", 45)
                .about(Shop.PHARMACY, "老人购买的理疗器材被夸大宣传，子女受托要求退货。")
                .goods("110", "02")
                .wants("1380.00", "REFUND")
                .then(working(5, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(
                        working(4, "10:00"),
                        Account.WANGFANG,
                        Act.REGISTER_AGENT,
                        "powers",
                        List.of("SETTLE", "WITHDRAW"),
                        "validTo",
                        days(-120),
                        "originalSeen",
                        true,
                        "idSeen",
                        true)
                .then(working(3, "10:00"), Account.WANGFANG, Act.ACCEPT)
                .end();
    }

    private static Story duplicate() {
        return complaint("duplicate", working(5, "20:40"))
                .from("冯", 9)
                .about(Shop.APPLIANCES, "再次投诉冰箱不制冷，与前一件是同一件事。")
                .goods("127", "01")
                .wants("1980.00", "REFUND")
                .then(working(4, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(
                        working(4, "11:00"),
                        Account.LIMING,
                        Act.MERGE_DUPLICATE,
                        "into",
                        new Story.CaseOf("complaint-accepted"),
                        "sameComplainant",
                        true)
                .end();
    }

    private static Story green() {
        return complaint("green-channel", days(3, "09:00"))
                .from("戚", 48)
                .about(Shop.SUPERMARKET, "会员积分被误清零，要求恢复。已同意先与商家协商。")
                .goods("101", "12")
                .wants("50.00", "OTHER")
                .green()
                .then(days(3, "09:30"), Account.DENGJI, Act.ROUTE_TO_MERCHANT, "member", "LSTD-0001", "consent", true)
                .then(
                        days(2, "10:00"),
                        Account.DENGJI,
                        Act.MERCHANT_RESPOND,
                        "proposal",
                        "核实后三日内恢复积分。",
                        "means",
                        "PHONE")
                .end();
    }

    private static Story settledGreen() {
        return complaint("green-settled", days(16, "09:00"))
                .from("谢", 49)
                .about(Shop.SUPERMARKET, "买的鸡蛋有三个是坏的，要求补换。已同意先与商家协商。")
                .goods("101", "01")
                .wants("18.00", "EXCHANGE")
                .green()
                .then(days(16, "09:20"), Account.DENGJI, Act.ROUTE_TO_MERCHANT, "member", "LSTD-0001", "consent", true)
                .then(days(15, "10:00"), Account.DENGJI, Act.MERCHANT_RESPOND, "proposal", "当天补换。", "means", "PHONE")
                .themselves(days(14, "19:00"), Act.CONFIRM_GREEN_SETTLEMENT, "terms", "已补换。", "amount", "18.00")
                .end();
    }

    private static Story escalated() {
        return complaint("green-escalated", days(12, "09:00"))
                .from("邹", 50)
                .about(Shop.SUPERMARKET, "购物袋重复收费，与商家没有谈拢。")
                .goods("101", "10")
                .wants("6.00", "REFUND")
                .green()
                .then(days(12, "09:20"), Account.DENGJI, Act.ROUTE_TO_MERCHANT, "member", "LSTD-0001", "consent", true)
                .themselves(working(1, "08:30"), Act.ESCALATE)
                .end();
    }

    private static Story reclassified() {
        return complaint("complaint-reclassified", working(4, "11:15"))
                .from("喻", 51)
                .about(Shop.PHARMACY, "药房门口张贴的广告写着包治百病，本人没有购买，希望查处。")
                .goods("108", "02")
                .then(
                        working(3, "09:40"),
                        Account.FENSONG,
                        Act.RECLASSIFY,
                        "kind",
                        "REPORT",
                        "noDemand",
                        true,
                        "reason",
                        "没有购买，也没有请求，属于举报。")
                .end();
    }

    /** 诉转案: what came out in mediation becomes a case of its own, and the complaint goes on. */
    private static Story clueFiled() {
        return complaint("clue", days(35, "09:00"))
                .from("云", 56)
                .about(Shop.PHARMACY, "购买的膏药没有效果，包装上没有批准文号，要求退款。")
                .goods("108", "13")
                .wants("240.00", "REFUND")
                .then(days(34, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(days(32, "10:00"), Account.WANGFANG, Act.ACCEPT)
                .then(days(25, "09:30"), Account.WANGFANG, Act.HOLD_MEDIATION, "mode", "ON_SITE", "record", "商家出示进货单。")
                .then(days(25, "10:30"), Account.WANGFANG, Act.FIND_CLUE, "content", "涉嫌销售没有批准文号的药品。")
                .inOpened()
                .then(
                        days(24, "09:00"),
                        Account.KEZHANG,
                        Act.ASSIGN,
                        "persons",
                        List.of(Account.WANGFANG, Account.LIMING))
                .then(days(23, "09:00"), Account.WANGFANG, Act.VERIFY, "methods", List.of("ON_SITE"))
                .then(
                        days(15, "16:00"),
                        Account.JUZHANG,
                        Act.FILE,
                        "conditions",
                        List.of("EVIDENCE", "PUNISHABLE", "COMPETENT", "WITHIN_LIMITATION"),
                        "officers",
                        List.of(Account.WANGFANG, Account.LIMING),
                        "finding",
                        "CONFIRMED",
                        "caseCause",
                        "OTHER")
                .end();
    }

    private static Story foodRisk() {
        return complaint("food-risk", minutes(180))
                .by("PHONE", Account.DENGJI)
                .from("苏", 57)
                .about(Shop.SUPERMARKET, "来电称购买的散装熟食食用后家人腹泻，要求退款并赔偿医药费。")
                .goods("101", "53")
                .wants("320.00", "REFUND", "COMPENSATION")
                .then(minutes(170), Account.FENSONG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(minutes(160), Account.LIMING, Act.FLAG_FOOD_RISK, "text", "同批次熟食还在销售。")
                .then(minutes(150), Account.LIMING, Act.DISPATCH, "persons", List.of(Account.LIMING, Account.WANGFANG))
                .end();
    }

    private static Story abuseSuspected() {
        return complaint("abuse-suspected", working(3, "08:40"))
                .from("潘", 58)
                .about(Shop.SUPERMARKET, "一次购买三十袋过期一天的调料，要求按十倍赔偿。")
                .goods("101", "53")
                .wants("4500.00", "COMPENSATION")
                .then(working(2, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(
                        working(1, "10:00"),
                        Account.WANGFANG,
                        Act.FLAG_ABUSE,
                        "factors",
                        List.of("QUANTITY_ABNORMAL"),
                        "facts",
                        "同一日在三家超市购买同类临期商品。")
                .end();
    }

    /** 投诉举报并存: two files, each without a trace of the other for those who handle it. */
    private static Story mixed() {
        return complaint("mixed", working(4, "10:15"))
                .from("奚", 60)
                .about(Shop.BEAUTY, "在美容馆办卡后要求退余额，店家不退。我要求退款六百元。另外举报该店使用过期的护肤品，柜台上就能看到。")
                .goods("114", "07")
                .wants("600.00", "REFUND")
                .alsoReports()
                .then(working(3, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(working(2, "10:00"), Account.WANGFANG, Act.ACCEPT)
                .inOpened()
                .then(working(3, "09:10"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .end();
    }
}
