package org.fangxin.enforcement.internal;

import java.util.ArrayList;
import java.util.List;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.entry.Entry.Questioned;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.jspecify.annotations.Nullable;

/** 询问笔录 (PP 21, 22, 29, 43, 44): who, by whom, what was told, questions and answers, and how it was checked and signed. */
final class QuestioningPaper {
    private static final String LINE = "________";
    private static final String RIGHTS =
            "我们是本机关的执法人员，现出示执法证件，依法向您询问。您有陈述、申辩的权利；认为执法人员与本案有利害关系的，有申请回避的权利；您应当如实回答，不得作虚假陈述。笔录交您核对，有差错、遗漏的，您可以更正或者补充。";

    private QuestioningPaper() {}

    static List<Part> parts(Questioned asked, Told told, PartyData person) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("案件编号", told.caseNo()));
        parts.add(new Row("询问时间", Told.minute(asked.from()) + " 至 " + Told.minute(asked.to())));
        parts.add(new Row("询问地点", told.text("place")));
        parts.add(new Row("询问人员", SitePaper.officers(asked.officers(), told)));
        parts.add(new Row("被询问人", person.name()));
        parts.add(new Row("证件号码", orLine(person.idNumber())));
        parts.add(new Row("电话", orLine(person.phone())));
        parts.add(new Row("住址", orLine(person.address())));
        parts.add(new Row("工作单位和职务", orLine(told.text("post"))));
        parts.add(new Row("与本案的关系", label("capacity", asked.capacity())));
        parts.add(new Row("告知事项", RIGHTS + "\n已告知。被询问人：" + LINE));
        parts.add(new Row("问答", told.text("text")));
        parts.add(new Row("更正和补充", told.text("corrections").isEmpty() ? "无" : told.text("corrections")));
        parts.add(new Row(
                "录音、录像",
                asked.attachments().isEmpty() ? "无" : asked.attachments().size() + " 份，见电子卷"));
        parts.addAll(signatures(asked, told));
        parts.add(new Row("依据", "《市场监督管理行政处罚程序规定》第二十一条、第二十二条、第二十九条、第四十三条、第四十四条"));
        return parts;
    }

    private static List<Part> signatures(Questioned asked, Told told) {
        List<Part> parts = new ArrayList<>();
        String checked = asked.checked();
        parts.add(new Row("核对", checked == null ? "没有核对" : label("checked", checked)));
        parts.add(new Row("被询问人确认", label("signed", asked.signed())));
        if (!asked.signed().equals("SIGNED")) {
            parts.add(new Row("没有签名的情况", told.text("excuse")));
            parts.add(new Signature("见证人（签名）", "", ""));
        }
        parts.add(new Signature("以上笔录已经核对无误。被询问人（逐页签名、盖章）", "", ""));
        asked.officers().forEach(one -> parts.add(new Signature("询问人员（签名）", "", "")));
        return parts;
    }

    private static String label(String field, String code) {
        return Told.label(Act.RECORD_QUESTIONING, field, code);
    }

    private static String orLine(@Nullable String value) {
        return value == null || value.isEmpty() ? LINE : value;
    }
}
