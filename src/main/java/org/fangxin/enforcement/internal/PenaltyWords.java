package org.fangxin.enforcement.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.jspecify.annotations.Nullable;

/** The papers between the end of an investigation and the service of its decision (PP 49–60, 81–83). */
final class PenaltyWords {
    private static final String PP = "《市场监督管理行政处罚程序规定》";

    private PenaltyWords() {}

    /** 行政处罚告知书: what is intended and why, and what the party may do about it (PP 57). */
    static List<Part> notice(Entry.PenaltyNoticed notice, Told told, String agency) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("当事人", told.text("party")));
        parts.add(new Row("案件编号", told.caseNo()));
        parts.add(new Row("违法事实和证据", told.text("facts")));
        parts.add(new Row("理由和依据", told.text("reason")));
        parts.add(new Row(
                "拟作出的处罚", told.text("proposed") + money("罚款", notice.fine()) + money("没收", notice.forfeiture())));
        parts.add(new Row("您的权利", rights(notice.hearing())));
        parts.add(new Row("联系机关", agency));
        parts.add(new Signature(agency + "（盖章）", "", Told.day(date(told))));
        return parts;
    }

    private static String rights(boolean hearing) {
        String defence = "根据" + PP + "第五十七条，您有权陈述、申辩。";
        String heard = "本案属于听证范围，您还有权要求听证。";
        String until = "自本告知书送达之日起五个工作日内未陈述、申辩" + (hearing ? "、未要求听证" : "") + "的，视为放弃此权利。本机关不会因此给予更重的处罚。";
        return defence + (hearing ? heard : "") + until;
    }

    private static String money(String what, @Nullable BigDecimal amount) {
        return amount == null ? "" : "\n" + what + " " + amount.toPlainString() + " 元";
    }

    /** 送达回证 (PP 82): which paper, how, when, to whom. */
    static List<Part> service(String paper, String way, LocalDate on, LocalDate servedOn, Told told) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("案件编号", told.caseNo()));
        parts.add(new Row("送达文书", paper));
        parts.add(new Row("受送达人", told.merchant()));
        parts.add(new Row("送达方式", Told.label(Act.SERVE_PAPER, "way", way)));
        parts.add(new Row("送达地点", told.text("address")));
        parts.add(new Row("收件人", told.text("recipient")));
        parts.add(new Row("日期", Told.day(on) + (servedOn.equals(on) ? "" : "（公告之日），" + Told.day(servedOn) + "视为送达")));
        if (!told.text("excuse").isEmpty()) {
            parts.add(new Row("拒收、公告的情况", told.text("excuse")));
            parts.add(new Signature("见证人（签名）", "", ""));
        }
        parts.add(new Row("依据", PP + "第八十一条、第八十二条、第八十三条"));
        parts.add(new Signature("收件人（签名、盖章，注明签收日期）", "", ""));
        parts.add(new Signature("送达人（签名）", "", ""));
        parts.add(new Signature("送达人（签名）", "", ""));
        return parts;
    }

    /** 审核意见表 (PP 49–55). */
    static List<Part> review(Entry.ReviewDone review, Told told) {
        return List.of(
                new Row("案件编号", told.caseNo()),
                new Row("当事人", told.merchant()),
                new Row("审核种类", Told.label(Act.REVIEW_CASE, "kind", review.kind())),
                new Row("审核内容", "管辖权；当事人的基本情况；事实和证据；定性；适用依据；程序；处理是否适当（" + PP + "第五十三条）"),
                new Row("审核意见", Told.label(Act.REVIEW_CASE, "opinion", review.opinion())),
                new Row("理由和建议", told.text("text")),
                new Row("依据", PP + "第四十九条、第五十四条"),
                new Signature("审核人员", told.name(review.reviewer()), Told.day(date(told))));
    }

    /** 听证笔录 with the opinion of its report. */
    static List<Part> hearing(Entry.HearingEnded hearing, Told told) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("案件编号", told.caseNo()));
        parts.add(new Row("当事人", told.merchant()));
        parts.add(new Row("听证", Told.label(Act.RECORD_HEARING, "outcome", hearing.outcome())));
        parts.add(new Row("日期", Told.day(hearing.on())));
        parts.add(new Row("地点", told.text("place")));
        parts.add(new Row("主持人", told.name(hearing.host())));
        parts.add(new Row("笔录", told.text("text")));
        if (!told.text("report").isEmpty()) {
            parts.add(new Row("听证报告的意见", told.text("report")));
        }
        parts.add(new Row("依据", "《中华人民共和国行政处罚法》第六十三条、第六十四条、第六十五条；" + PP + "第五十七条、第六十条"));
        parts.add(new Signature("当事人或者代理人（核对无误，签名、盖章）", "", ""));
        parts.add(new Signature("听证主持人（签名）", "", ""));
        parts.add(new Signature("记录人（签名）", "", ""));
        return parts;
    }

    /** 集体讨论记录 (PP 60 第二款). */
    static List<Part> discussion(Entry.CaseDiscussed discussed, Told told) {
        return List.of(
                new Row("案件编号", told.caseNo()),
                new Row("当事人", told.merchant()),
                new Row("日期", Told.day(discussed.on())),
                new Row("参加人员", told.text("people")),
                new Row("讨论意见", told.text("text")),
                new Row("结论", discussed.agreed() ? "同意拟作出的处罚" : "不同意拟作出的处罚"),
                new Row("依据", PP + "第六十条第二款"),
                new Signature("主持人（签名）", "", ""),
                new Signature("参加人员（签名）", "", ""));
    }

    private static LocalDate date(Told told) {
        return told.at().atZone(org.fangxin.casefile.Fields.ZONE).toLocalDate();
    }
}
