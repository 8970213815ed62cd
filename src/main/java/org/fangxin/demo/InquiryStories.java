package org.fangxin.demo;

import static org.fangxin.demo.Telling.consultation;
import static org.fangxin.demo.Telling.suggestion;
import static org.fangxin.demo.When.days;
import static org.fangxin.demo.When.minutes;
import static org.fangxin.demo.When.working;

import java.util.List;
import org.fangxin.casefile.Act;

/** Consultations and suggestions in every stage (Art. 3, 44). */
final class InquiryStories {
    private InquiryStories() {}

    static List<Story> all() {
        return List.of(
                asked(),
                answered(),
                referred(),
                redirected(),
                converted(),
                consultationArchived(),
                consultationReclassified(),
                suggested(),
                considering(),
                suggestionReferred(),
                adopted(),
                suggestionRedirected(),
                suggestionConverted(),
                suggestionArchived(),
                suggestionReclassified());
    }

    private static Story asked() {
        return consultation("consultation-fresh", minutes(70))
                .from("俞", 81)
                .asks("预付卡商家搬走了，余额怎么要回来？")
                .end();
    }

    private static Story answered() {
        return consultation("consultation-answered", working(3, "09:20"))
                .by("PHONE", Account.DENGJI)
                .from("任", 82)
                .asks("买到过期食品可以要求怎样赔偿？")
                .then(working(3, "09:45"), Account.DENGJI, Act.ANSWER, "text", "可以要求退还价款，并依照食品安全法第一百四十八条要求赔偿。请保留小票和实物。")
                .end();
    }

    private static Story referred() {
        return consultation("consultation-referred", minutes(900))
                .from("袁", 83)
                .asks("县里哪里可以检定家用水表？")
                .then(minutes(320), Account.DENGJI, Act.REFER, "text", "县样例计量检定所")
                .end();
    }

    private static Story redirected() {
        return consultation("consultation-redirected", working(4, "10:00"))
                .from("柳", 84)
                .asks("申请公开某次抽检的全部数据。")
                .then(
                        working(3, "09:00"),
                        Account.DENGJI,
                        Act.REDIRECT,
                        "path",
                        "INFO_DISCLOSURE",
                        "text",
                        "请通过政府信息公开渠道提出申请。")
                .end();
    }

    private static Story converted() {
        return consultation("consultation-converted", working(3, "15:00"))
                .by("PHONE", Account.DENGJI)
                .from("酆", 85)
                .about(Shop.PHONES, "手机屏幕自动碎裂，商家不给保修，该怎么办？")
                .then(
                        working(2, "09:00"),
                        Account.DENGJI,
                        Act.CONVERT,
                        "kind",
                        "COMPLAINT",
                        "agreed",
                        true,
                        "text",
                        "来电人要求商家按三包免费维修。")
                .end();
    }

    private static Story consultationArchived() {
        return consultation("consultation-archived", days(30, "10:00"))
                .from("鲍", 86)
                .asks("营业执照丢失如何补办？")
                .then(days(29, "10:00"), Account.DENGJI, Act.ANSWER, "text", "请携带身份证明到政务大厅登记窗口办理。")
                .then(days(20, "10:00"), Account.DANGAN, Act.ARCHIVE)
                .end();
    }

    private static Story consultationReclassified() {
        return consultation("consultation-reclassified", working(2, "10:30"))
                .from("史", 87)
                .asks("希望在农贸市场增设公平秤。")
                .then(working(1, "10:00"), Account.DENGJI, Act.RECLASSIFY, "kind", "SUGGESTION", "reason", "是建议。")
                .end();
    }

    private static Story suggested() {
        return suggestion("suggestion-fresh", working(1, "20:10"))
                .from("唐", 88)
                .asks("建议在网上公布农资抽检结果。")
                .end();
    }

    private static Story considering() {
        return suggestion("suggestion-considering", working(6, "10:00"))
                .from("费", 89)
                .asks("建议夜市设置临时投诉点。")
                .then(working(5, "10:00"), Account.DENGJI, Act.REFER, "text", "县局消费维权样例股", "considering", true)
                .end();
    }

    private static Story suggestionReferred() {
        return suggestion("suggestion-referred", working(5, "10:00"))
                .from("廉", 90)
                .asks("建议对电梯维保公司评分。")
                .then(
                        working(4, "10:00"),
                        Account.DENGJI,
                        Act.REFER,
                        "unit",
                        "620823100",
                        "text",
                        "转锦屏所了解情况",
                        "considering",
                        false)
                .end();
    }

    private static Story adopted() {
        return suggestion("suggestion-answered", working(12, "10:00"))
                .from("岑", 91)
                .asks("建议开学前检查校园周边食品店。")
                .then(working(6, "10:00"), Account.DENGJI, Act.ANSWER, "result", "ADOPTED", "text", "已经列入开学前专项检查，谢谢。")
                .end();
    }

    private static Story suggestionRedirected() {
        return suggestion("suggestion-redirected", working(4, "10:00"))
                .from("薛", 92)
                .asks("建议增加县城公交班次。")
                .then(
                        working(3, "10:00"),
                        Account.DENGJI,
                        Act.REDIRECT,
                        "path",
                        "OTHER_DEPARTMENT",
                        "text",
                        "请向交通运输部门提出。")
                .end();
    }

    private static Story suggestionConverted() {
        return suggestion("suggestion-converted", working(4, "10:00"))
                .from("雷", 93)
                .about(Shop.FARM_INPUTS, "建议管一管经营部卖没有登记证的肥料。")
                .then(
                        working(3, "10:00"),
                        Account.DENGJI,
                        Act.CONVERT,
                        "kind",
                        "REPORT",
                        "agreed",
                        true,
                        "text",
                        "肥料袋没有登记证号。")
                .end();
    }

    private static Story suggestionArchived() {
        return suggestion("suggestion-archived", days(40, "10:00"))
                .from("贺", 94)
                .asks("建议窗口延时服务。")
                .then(days(30, "10:00"), Account.DENGJI, Act.ANSWER, "result", "NOTED", "text", "留作参考。")
                .then(days(20, "10:00"), Account.DANGAN, Act.ARCHIVE)
                .end();
    }

    private static Story suggestionReclassified() {
        return suggestion("suggestion-reclassified", minutes(600))
                .from("倪", 95)
                .asks("请问个体户年报什么时候截止？")
                .then(minutes(500), Account.DENGJI, Act.RECLASSIFY, "kind", "CONSULTATION", "reason", "是咨询。")
                .end();
    }
}
