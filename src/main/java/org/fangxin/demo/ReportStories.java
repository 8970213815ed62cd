package org.fangxin.demo;

import static org.fangxin.demo.Telling.report;
import static org.fangxin.demo.When.minutes;
import static org.fangxin.demo.When.working;

import java.util.List;
import org.fangxin.casefile.Act;

/** Reports up to the decision whether to file a case (Art. 28–35, 43; PP 14–20). */
final class ReportStories {
    private static final List<Account> BOTH = List.of(Account.LIMING, Account.WANGFANG);

    private ReportStories() {}

    static List<Story> all() {
        return List.of(
                fresh(),
                near(),
                verifying(),
                extended(),
                paused(),
                overdue(),
                notCompetent(),
                notRehandled(),
                merged(),
                specialRules(),
                transferred(),
                reclassified(),
                material());
    }

    /** Taken in and assigned to both investigators on the next working day. */
    private static Telling assigned(String key, int received, Shop shop, String text) {
        return report(key, working(received, "09:35"))
                .about(shop, text)
                .then(working(received - 1, "09:00"), Account.KEZHANG, Act.ASSIGN, "persons", BOTH);
    }

    private static Telling verified(String key, int received, Shop shop, String text) {
        return assigned(key, received, shop, text)
                .then(
                        working(received - 2, "09:30"),
                        Account.LIMING,
                        Act.VERIFY,
                        "methods",
                        List.of("ON_SITE", "DOCUMENT"));
    }

    private static Story fresh() {
        return report("report-fresh", minutes(50))
                .about(Shop.SUPERMARKET, "货架上的散装糕点没有标生产日期，店员当场补贴标签。")
                .goods("101", "08")
                .end();
    }

    private static Story near() {
        return assigned("report-near", 13, Shop.BEAUTY, "美容馆没有卫生许可，使用没有中文标签的化妆品。")
                .from("范", 61)
                .goods("114", "08")
                .end();
    }

    private static Story verifying() {
        return verified("report-verifying", 8, Shop.RESTAURANT, "面馆后厨没有办理健康证的人员在操作，食材随地堆放。")
                .from("彭", 62)
                .goods("101", "53")
                .end();
    }

    private static Story extended() {
        return verified("report-extended", 19, Shop.FARM_INPUTS, "经营部销售的农药标签被涂改。")
                .goods("173", "13")
                .then(
                        working(6, "16:00"),
                        Account.JUZHANG,
                        Act.EXTEND,
                        "reason",
                        "需要等待生产企业辨认，情况特殊。",
                        "paperNo",
                        "样例延〔2026〕3号")
                .end();
    }

    private static Story paused() {
        return verified("report-paused", 17, Shop.MOTORS, "车行销售的电动车最高车速超过标准。")
                .from("鲁", 63)
                .goods("165", "01")
                .then(
                        working(9, "10:00"),
                        Account.LIMING,
                        Act.PAUSE,
                        "reason",
                        "TESTING",
                        "paperNo",
                        "样例检〔2026〕8号",
                        "from",
                        working(9))
                .end();
    }

    private static Story overdue() {
        return verified("report-overdue", 21, Shop.TUTORING, "辅导中心没有明码标价，收费后不开票据。")
                .goods("150", "10")
                .end();
    }

    private static Story notCompetent() {
        return assigned("report-not-competent", 6, Shop.ELSEWHERE, "网购的西安产糕点配料表与实物不符，厂家在西安。")
                .by("WINDOW", Account.DENGJI)
                .from("韦", 64)
                .goods("101", "08")
                .then(
                        working(4, "10:00"),
                        Account.LIMING,
                        Act.TELL_NO_AUTHORITY,
                        "withinMarketRegulation",
                        true,
                        "agency",
                        "610113",
                        "text",
                        "请向雁塔区市场监督管理部门提出。")
                .end();
    }

    private static Story notRehandled() {
        return assigned("report-repeat", 5, Shop.RESTAURANT, "再次举报面馆人员没有健康证，没有新的情况。")
                .from("彭", 62)
                .goods("101", "53")
                .then(
                        working(3, "10:00"),
                        Account.LIMING,
                        Act.CLOSE_AS_REPEAT,
                        "earlierCaseNo",
                        new Story.CaseOf("report-verifying"),
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED", "SAME_FACT"),
                        "knownBy",
                        "IDENTITY")
                .end();
    }

    private static Story merged() {
        return assigned("report-merged", 4, Shop.BEAUTY, "补充举报美容馆还在销售过期面膜。")
                .from("范", 61)
                .goods("114", "08")
                .then(
                        working(2, "10:00"),
                        Account.LIMING,
                        Act.MERGE_REPORT,
                        "intoCaseNo",
                        new Story.CaseOf("report-near"),
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED"),
                        "knownBy",
                        "IDENTITY",
                        "newFacts",
                        "销售过期面膜。")
                .end();
    }

    private static Story specialRules() {
        return report("report-special", working(5, "14:00"))
                .about(Shop.PHARMACY, "举报药房销售的某医疗器械注册备案信息虚假。")
                .goods("110", "14")
                .then(
                        working(4, "09:00"),
                        Account.FENSONG,
                        Act.SPECIAL_RULES,
                        "matter",
                        "DEVICE_REGISTRATION",
                        "text",
                        "按专门规定处理。")
                .end();
    }

    private static Story transferred() {
        return verified("report-transferred", 16, Shop.PHONES, "店内销售大量假冒商标的手机配件，数额很大。")
                .goods("134", "03")
                .then(working(10, "10:00"), Account.LIMING, Act.RECORD_FINDING, "finding", "CONFIRMED")
                .then(
                        working(8, "16:00"),
                        Account.JUZHANG,
                        Act.TRANSFER,
                        "target",
                        "JUDICIARY",
                        "dossierNo",
                        "样例卷〔2026〕2号",
                        "receiptNo",
                        "样例收〔2026〕2号",
                        "paperNo",
                        "样例移〔2026〕2号")
                .end();
    }

    private static Story reclassified() {
        return report("report-reclassified", minutes(400))
                .from("昌", 65)
                .about(Shop.GYM, "想了解办预付卡有没有合同范本，健身房没有给合同。")
                .goods("153", "07")
                .then(minutes(380), Account.FENSONG, Act.RECLASSIFY, "kind", "CONSULTATION", "reason", "实为咨询。")
                .end();
    }

    private static Story material() {
        return assigned("report-material", 4, Shop.FURNITURE, "举报家具城虚假打折，没有写明商品和时间。")
                .from("马", 66)
                .goods("121", "10")
                .then(
                        working(2, "10:00"),
                        Account.WANGFANG,
                        Act.REQUEST_MATERIAL,
                        "items",
                        List.of("CLUE"),
                        "text",
                        "请说明是哪一款商品、标价牌照片和时间。")
                .end();
    }
}
