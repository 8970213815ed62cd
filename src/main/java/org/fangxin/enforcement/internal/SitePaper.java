package org.fangxin.enforcement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.SiteChecklists;
import org.fangxin.casefile.SiteChecklists.Checklist;
import org.fangxin.casefile.entry.Entry.SiteAnswer;
import org.fangxin.casefile.entry.Entry.SiteInspected;
import org.fangxin.document.OwnPapers.Grid;
import org.fangxin.document.OwnPapers.Part;
import org.fangxin.document.OwnPapers.Row;
import org.fangxin.document.OwnPapers.Signature;
import org.jspecify.annotations.Nullable;

/** 现场检查笔录 (PP 21, 22, 28, 43, 44): time, place, officers, what was told, findings, and how it was signed. */
final class SitePaper {
    private static final String LINE = "________";
    private static final String RIGHTS = "我们是本机关的执法人员，现出示执法证件，依法进行检查。您有陈述、申辩的权利；认为执法人员与本案有利害关系的，有申请回避的权利；您应当配合检查。";

    private SitePaper() {}

    static List<Part> parts(SiteInspected site, Told told) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Row("案件编号", told.caseNo()));
        parts.add(new Row("被检查单位", told.merchant()));
        parts.add(new Row("检查时间", Told.minute(site.from()) + " 至 " + Told.minute(site.to())));
        parts.add(new Row("检查地点", told.text("place")));
        parts.add(new Row("检查人员", officers(site.officers(), told)));
        parts.add(new Row("在场人员", told.text("present").isEmpty() ? "无" : told.text("present")));
        parts.add(new Row("告知事项", RIGHTS + "\n" + (Boolean.TRUE.equals(site.told()) ? "已当场告知。" : "在场人员：" + LINE)));
        SiteChecklists.byId(site.list()).ifPresent(list -> parts.addAll(findings(site, list, told)));
        parts.add(new Row("检查情况", told.text("text")));
        parts.add(new Row("当事人的说明", told.text("statement").isEmpty() ? "无" : told.text("statement")));
        parts.add(new Row(
                "照片、录像", site.attachments().isEmpty() ? "无" : site.attachments().size() + " 份，见电子卷"));
        parts.addAll(signatures(site, told));
        parts.add(new Row("依据", "《市场监督管理行政处罚程序规定》第二十一条、第二十二条、第二十八条、第四十三条、第四十四条"));
        return parts;
    }

    /** With the number of each certificate: as written, else as registered, else a line for a pen (PP 22). */
    static String officers(List<String> officers, Told told) {
        String[] numbers = told.text("certificates").strip().split("\\s*[、,，;；]\\s*|\\s+", -1);
        return IntStream.range(0, officers.size())
                .mapToObj(i -> {
                    String written = i < numbers.length ? numbers[i] : "";
                    String number =
                            written.isEmpty() ? told.certificates().getOrDefault(officers.get(i), LINE) : written;
                    return told.name(officers.get(i)) + "（执法证号：" + number + "）";
                })
                .collect(Collectors.joining("\n"));
    }

    private static List<Part> findings(SiteInspected site, Checklist list, Told told) {
        @Nullable List<SiteAnswer> answers = site.answers();
        List<SiteAnswer> all = answers == null ? old(site) : answers;
        List<List<String>> rows = all.stream()
                .map(one -> List.of(
                        list.point(one.point()).map(SiteChecklists.Point::text).orElse(one.point()),
                        result(one.result()),
                        Objects.requireNonNullElse(told.texts().get("checklist." + one.point()), "")))
                .toList();
        return List.of(
                new Row("检查清单", list.title() + "（" + list.version() + " 版）"),
                new Grid(List.of("检查项", "结果", "备注"), rows));
    }

    private static List<SiteAnswer> old(SiteInspected site) {
        return site.checked().stream()
                .map(point -> new SiteAnswer(point, site.problems().contains(point) ? "UNFIT" : "FIT"))
                .toList();
    }

    private static String result(String code) {
        return switch (code) {
            case "FIT" -> "合格";
            case "UNFIT" -> "不合格";
            default -> "不适用";
        };
    }

    private static List<Part> signatures(SiteInspected site, Told told) {
        List<Part> parts = new ArrayList<>();
        boolean signed = site.signed().equals("SIGNED");
        parts.add(new Row("当事人确认", Told.label(Act.RECORD_SITE, "signed", site.signed())));
        if (!signed) {
            parts.add(new Row("没有签名的情况", told.text("excuse")));
            parts.add(new Signature("见证人（签名）", "", ""));
        }
        parts.add(new Signature("以上笔录已经核对无误。当事人或者在场人员（签名、盖章）", "", ""));
        site.officers().forEach(one -> parts.add(new Signature("检查人员（签名）", "", "")));
        return parts;
    }
}
