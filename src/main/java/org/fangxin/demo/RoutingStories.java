package org.fangxin.demo;

import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.working;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Complaints on their way between agencies (Art. 13, 33, 41). */
final class RoutingStories {
    private RoutingStories() {}

    static List<Story> all() {
        return List.of(dispute(), designated(), atOffice(), atCity(), distributed(), returned(), neighbour());
    }

    private static Story dispute() {
        return complaint("dispute", working(6, "10:35"))
                .by("WINDOW", Account.DENGJI)
                .from("陶", 46)
                .about(Shop.LINGTAI_MALL, "在灵台百货崇信专柜买的羽绒服跑绒，专柜和总店互相推诿，要求退货。")
                .goods("117", "01")
                .wants("599.00", "REFUND")
                .then(working(5, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(
                        working(4, "15:00"),
                        Account.LIMING,
                        Act.RAISE_DISPUTE,
                        "agencies",
                        List.of("620822"),
                        "reason",
                        "专柜由总店直接经营，登记地在灵台县。")
                .end();
    }

    private static Story designated() {
        return complaint("dispute-designated", working(6, "10:35"))
                .by("WINDOW", Account.DENGJI)
                .from("姜", 47)
                .about(Shop.LINGTAI_MALL, "促销购物卡在崇信网点不能使用，要求退卡。")
                .goods("117", "07")
                .wants("1000.00", "REFUND")
                .then(working(6, "14:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(working(5, "15:00"), Account.LIMING, Act.RAISE_DISPUTE, "agencies", List.of("620822"))
                .then(working(3, "10:00"), Account.LIMING, Act.ASK_DESIGNATION, "reason", "协商没有结果。")
                .then(working(1, "16:00"), Account.PLJUZHANG, Act.DESIGNATE, "holder", "620823", "reason", "争议发生在崇信网点。")
                .end();
    }

    private static Story atOffice() {
        return complaint("at-office", working(7, "09:45"))
                .from("柏", 52)
                .about(Shop.RESTAURANT, "面馆使用的一次性筷子有霉点，要求道歉并退还餐费。")
                .goods("101", "01")
                .wants("28.00", "REFUND", "APOLOGY")
                .then(working(7, "15:00"), Account.FENSONG, Act.DISTRIBUTE, "to", "620823100")
                .then(working(6, "09:00"), Account.JINPING, Act.CONFIRM_RECEIPT)
                .then(working(6, "10:00"), Account.FENSONG, Act.ASSIGN, "persons", List.of(Account.JINPING))
                .then(working(3, "14:00"), Account.JINPING, Act.ACCEPT)
                .then(
                        working(2, "10:00"),
                        Account.JINPING,
                        Act.RECORD_CONSENT,
                        "party",
                        "RESPONDENT",
                        "consent",
                        "YES",
                        "means",
                        "WINDOW")
                .end();
    }

    private static Story atCity() {
        return complaint("at-city", working(1, "10:25"))
                .by("PHONE", Account.PINGLIANG)
                .from("水", 53)
                .about(Shop.MOTORS, "向市局来电：电动车三包凭证没有盖章，商家不给补，要求补办。")
                .goods("165", "12")
                .wants("20.00", "OTHER")
                .end();
    }

    private static Story distributed() {
        return complaint("distributed", working(2, "09:10"))
                .by("PHONE", Account.PINGLIANG)
                .from("窦", 54)
                .about(Shop.BEAUTY, "向市局来电：体验价变成正价扣费，要求退差价。")
                .goods("114", "10")
                .wants("298.00", "REFUND")
                .then(working(1, "09:20"), Account.PINGLIANG, Act.DISTRIBUTE, "to", "620823")
                .end();
    }

    private static Story returned() {
        return complaint("returned", working(6, "09:10"))
                .by("WINDOW", Account.PINGLIANG)
                .from("章", 55)
                .about(Shop.TUTORING, "向市局反映：跨县上课的辅导机构拒绝开发票，要求退费。")
                .goods("150", "07")
                .wants("2000.00", "REFUND")
                .then(working(5, "09:00"), Account.PINGLIANG, Act.DISTRIBUTE, "to", "620823")
                .then(working(5, "15:00"), Account.FENSONG, Act.CONFIRM_RECEIPT)
                .then(
                        working(3, "10:00"),
                        Account.FENSONG,
                        Act.RETURN,
                        "reason",
                        "合同主体和上课地点都在灵台县。",
                        "suggested",
                        "620822")
                .end();
    }

    /** Another county's case: nobody of 崇信 sees it. */
    private static Story neighbour() {
        return complaint("neighbour", working(3, "10:00"))
                .by("WINDOW", Account.LINGTAI)
                .from("葛", 59)
                .about(Shop.LINGTAI_MALL, "买的皮鞋开胶，要求更换。")
                .goods("117", "01")
                .wants("299.00", "EXCHANGE")
                .then(working(1, "10:00"), Account.LINGTAI, Act.ACCEPT, "notice", Map.of("channel", "IN_PERSON"))
                .end();
    }
}
