package org.fangxin.document.internal.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.CaseJournal.Line;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Recorded;
import org.fangxin.document.internal.pdf.Markup;

/** The pages that the binder writes himself: cover, catalogue, journal, and a note for what paper cannot show. */
final class BoundPages {
    static final String HEAD = """
            <html><head><title>卷宗</title><style>
            @page{size:595pt 842pt;margin:85pt 70pt 70pt 80pt}
            body{font-family:paper;font-size:12pt;line-height:1.6}
            h1{font-size:26pt;text-align:center;font-weight:bold;margin:120pt 0 60pt}
            h2{font-size:18pt;text-align:center;font-weight:bold}
            table{border-collapse:collapse;width:100%;-fs-table-paginate:paginate}
            td,th{border:0.75pt solid #000;padding:3pt 5pt;vertical-align:top;word-wrap:break-word}
            th{font-weight:bold} tr{page-break-inside:avoid}
            .plain td{border:0;font-size:16pt;padding:8pt} .n{text-align:center;white-space:nowrap}
            small{font-size:9pt}</style></head><body>""";
    private static final String FOOT = "</body></html>";

    /** One line of the catalogue. */
    record Row(String title, Instant at, int page) {}

    private BoundPages() {}

    static String cover(Archive archive, int pages) {
        Instant closed = archive.state().closedAt();
        return HEAD + "<h1>" + Markup.escape(archive.agencyName()) + "<br/>"
                + archive.state().kind().chinese() + "办理卷宗</h1><table class=\"plain\">"
                + line("档号", archive.number())
                + line("案号", archive.state().caseNo())
                + line("事由", archive.summary())
                + line("收到", day(archive.state().receivedAt()))
                + line("办结", closed == null ? "" : day(closed))
                + line("结果", ended(archive))
                + line("页数", pages + "页")
                + "</table>" + FOOT;
    }

    private static String ended(Archive archive) {
        var end = archive.state().endedAs();
        return end == null ? archive.state().stage().chinese() : end.chinese();
    }

    static String catalogue(List<Row> rows) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<h2>卷内目录</h2><table><thead><tr><th class=\"n\">序号</th><th>材料</th><th class=\"n\">日期</th>")
                .append("<th class=\"n\">页号</th></tr></thead><tbody>");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            out.append("<tr><td class=\"n\">").append(i + 1).append("</td><td>");
            out.append(Markup.escape(row.title()))
                    .append("</td><td class=\"n\">")
                    .append(day(row.at()));
            out.append("</td><td class=\"n\">").append(row.page()).append("</td></tr>");
        }
        return out.append("</tbody></table>").append(FOOT).toString();
    }

    static String journal(List<Line> lines, Map<String, String> people) {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("<h2>办理经过</h2><table><thead><tr><th class=\"n\">序号</th><th class=\"n\">时间</th><th>办理</th>")
                .append("<th class=\"n\">办理人</th></tr></thead><tbody>");
        for (Line line : lines) {
            out.append("<tr><td class=\"n\">").append(line.seq()).append("</td><td class=\"n\">");
            out.append(day(line.occurredAt())).append("</td><td>").append(EntryLabels.of(line.type()));
            line.texts()
                    .values()
                    .forEach(text -> out.append("<br/><small>")
                            .append(Markup.escape(text).replace("\n", "<br/>"))
                            .append("</small>"));
            out.append("</td><td class=\"n\">")
                    .append(Markup.escape(who(line, people)))
                    .append("</td></tr>");
        }
        return out.append("</tbody></table>").append(FOOT).toString();
    }

    private static String who(Line line, Map<String, String> people) {
        String own = who(line.actor(), people);
        return Recorded.signed(own, line.actedFor() == null ? null : who(line.actedFor(), people));
    }

    private static String who(String actor, Map<String, String> people) {
        return actor.equals("system") ? "系统" : actor.startsWith("party:") ? "当事人" : people.getOrDefault(actor, "工作人员");
    }

    /** A record in words, as it was kept. */
    static String text(String title, String words) {
        return HEAD + "<h2>" + Markup.escape(title) + "</h2><p>"
                + Markup.escape(words).replace("\n", "<br/>") + "</p>" + FOOT;
    }

    /** Sound, film and other files: what they are and how to know them again. */
    static String note(String title, String type, long size, String sm3) {
        return HEAD + "<h2>" + Markup.escape(title) + "</h2><p>这份材料不能印在纸上，见电子卷。</p><table>" + line("类型", type)
                + line("大小", size + "字节") + line("摘要（SM3）", sm3) + "</table>" + FOOT;
    }

    static String line(String name, String value) {
        return "<tr><td class=\"n\">" + name + "</td><td>" + Markup.escape(value) + "</td></tr>";
    }

    static String day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate().toString();
    }

    static List<Row> shifted(List<Row> rows, int by) {
        List<Row> moved = new ArrayList<>();
        rows.forEach(row -> moved.add(new Row(row.title(), row.at(), row.page() + by)));
        return moved;
    }
}
