package org.fangxin.demo;

import static org.fangxin.demo.Telling.complaint;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.minutes;
import static org.fangxin.demo.When.working;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;

/** Complaints up to the decision whether to accept them (Art. 10–17). */
final class ComplaintStories {
    private ComplaintStories() {}

    static List<Story> all() {
        return List.of(
                fresh(),
                byPhone(),
                ample(),
                near(),
                today(),
                overdue(),
                material(),
                identity(),
                accepted(),
                acceptedUntold(),
                overThreeYears(),
                notForLiving(),
                withdrawn());
    }

    private static Story fresh() {
        return complaint("complaint-fresh", minutes(25))
                .from("赵", 1)
                .about(Shop.PHONES, "上周买的手机用了三天就自动关机，店里说要先寄回厂家检测，不肯换机。要求更换同型号新机或者退款。")
                .goods("134", "01")
                .wants("2699.00", "EXCHANGE", "REFUND")
                .end();
    }

    private static Story byPhone() {
        return complaint("complaint-phone", minutes(95))
                .by("PHONE", Account.DENGJI)
                .from("钱", 2)
                .about(Shop.RESTAURANT, "来电人称在面馆就餐，结账时被多收了两份没有点的凉菜钱，要求退还多收的钱。")
                .goods("101", "10")
                .wants("36.00", "REFUND")
                .end();
    }

    private static Story ample() {
        return complaint("complaint-ample", working(2, "10:20"))
                .from("孙", 3)
                .about(Shop.FURNITURE, "订的实木餐桌送来后发现桌面是贴皮的，与样品不符，要求退货。")
                .goods("121", "07")
                .wants("3200.00", "REFUND")
                .then(working(2, "15:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .end();
    }

    private static Story near() {
        return complaint("complaint-near", working(6, "09:40"))
                .from("李", 4)
                .about(Shop.TOYS, "给孩子买的婴儿推车车轮脱落，联系商家两次都没有答复，要求退款并赔偿。")
                .goods("124", "01")
                .wants("899.00", "REFUND", "COMPENSATION")
                .then(working(5, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .end();
    }

    private static Story today() {
        return complaint("complaint-today", working(7, "16:10"))
                .by("WINDOW", Account.DENGJI)
                .from("周", 5)
                .about(Shop.GYM, "办了两年健身年卡，店里突然缩短营业时间，要求按剩余天数退费。")
                .goods("153", "07")
                .wants("1560.00", "REFUND")
                .then(working(6, "09:30"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .end();
    }

    private static Story overdue() {
        return complaint("complaint-overdue", working(10, "11:05"))
                .by("LETTER", Account.DENGJI)
                .from("吴", 6)
                .about(Shop.MOTORS, "来信反映电动车电池续航不到说明书写的一半，更换一次后仍然如此，要求退车。")
                .goods("165", "01")
                .wants("2380.00", "REFUND")
                .then(working(9, "09:10"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .end();
    }

    private static Story material() {
        return complaint("complaint-material", working(3, "14:30"))
                .from("郑", 7)
                .about(Shop.APPLIANCES, "买的洗衣机漏水，修了两次没有修好，要求换货。没有上传购买凭证。")
                .goods("127", "12")
                .wants("1799.00", "EXCHANGE")
                .then(working(3, "16:00"), Account.FENSONG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(
                        working(2, "09:20"),
                        Account.WANGFANG,
                        Act.REQUEST_MATERIAL,
                        "items",
                        List.of("FACTS_EVIDENCE"),
                        "text",
                        "请上传购货小票或者付款记录，以及维修单。")
                .end();
    }

    private static Story identity() {
        return complaint("complaint-identity", working(4, "10:50"))
                .by("PHONE", Account.DENGJI)
                .from("王", 8)
                .about(Shop.SUPERMARKET, "来电投诉购买的礼盒装茶叶标价与结账价不一致，留下的姓名与电话登记人不一致，要求退还差价。")
                .goods("103", "10")
                .wants("58.00", "REFUND")
                .then(working(4, "15:20"), Account.FENSONG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(
                        working(3, "09:00"),
                        Account.LIMING,
                        Act.REQUEST_MATERIAL,
                        "items",
                        List.of("IDENTITY"),
                        "text",
                        "请提供真实身份证明。",
                        "notice",
                        Map.of("channel", "SMS", "proof", "样例短信1"))
                .then(working(2, "11:00"), Account.LIMING, Act.RECORD_IDENTITY_CHECK, "result", "MISMATCHED")
                .end();
    }

    private static Story accepted() {
        return complaint("complaint-accepted", working(6, "08:50"))
                .from("冯", 9)
                .about(Shop.APPLIANCES, "冰箱买回一个月不制冷，售后上门两次没有修好，要求退货退款。")
                .goods("127", "01")
                .wants("1980.00", "REFUND")
                .then(working(5, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(working(4, "10:30"), Account.LIMING, Act.RECORD_CONTACT, "text", "电话联系双方，了解经过。")
                .then(working(3, "16:20"), Account.LIMING, Act.ACCEPT)
                .end();
    }

    private static Story acceptedUntold() {
        return complaint("complaint-accepted-untold", working(5, "15:15"))
                .by("PHONE", Account.DENGJI)
                .from("陈", 10)
                .about(Shop.BEAUTY, "预付美容卡还有六次没有用，店家要求加价才能继续使用，要求退还余额。")
                .goods("114", "07")
                .wants("1200.00", "REFUND")
                .then(working(4, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(working(1, "10:10"), Account.WANGFANG, Act.ACCEPT)
                .end();
    }

    private static Story overThreeYears() {
        return complaint("complaint-over-three-years", working(15, "09:25"))
                .from("褚", 11)
                .about(Shop.FURNITURE, "四年前买的沙发塌陷，当时就找过商家没有结果，现在要求赔偿。")
                .goods("121", "01")
                .wants("2600.00", "COMPENSATION")
                .knew(days(1_470))
                .then(working(14, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.LIMING))
                .then(
                        working(12, "14:40"),
                        Account.LIMING,
                        Act.REFUSE,
                        "grounds",
                        List.of("OVER_THREE_YEARS"),
                        "knewOn",
                        days(1_470),
                        "facts",
                        "投诉人自述四年前已经知道质量问题并与商家交涉，没有中断、延长的情形。")
                .end();
    }

    private static Story notForLiving() {
        return complaint("complaint-not-for-living", working(5, "10:00"))
                .by("LETTER", Account.DENGJI)
                .from("卫", 12)
                .about(Shop.SUPERMARKET, "来信称为本单位食堂批量采购的餐具数量不足，要求补发并赔偿停工损失。")
                .goods("121", "07")
                .wants("5400.00", "COMPENSATION")
                .then(working(4, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", List.of(Account.WANGFANG))
                .then(
                        working(1, "11:30"),
                        Account.WANGFANG,
                        Act.REFUSE,
                        "grounds",
                        List.of("NOT_CONSUMER_OR_NO_DISPUTE"),
                        "sub",
                        "NOT_FOR_LIVING",
                        "facts",
                        "采购用于单位食堂经营，有合同和对公付款记录。")
                .end();
    }

    private static Story withdrawn() {
        return complaint("complaint-withdrawn", working(8, "13:45"))
                .from("蒋", 13)
                .about(Shop.TOYS, "网上下单到店自提的玩具缺少零件，要求补发。")
                .goods("124", "12")
                .wants("129.00", "OTHER")
                .themselves(working(7, "09:15"), Act.WITHDRAW, "statement", "商家已经补寄零件，不再投诉。")
                .end();
    }
}
