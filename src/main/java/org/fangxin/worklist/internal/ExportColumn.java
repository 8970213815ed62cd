package org.fangxin.worklist.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.CaseWords;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Flag;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;

/** A column of an export: what it is called, and what stands in it. Every cell is text. */
enum ExportColumn {
    DUE("due", "时限", list(line -> due(line, DeadlineView::words))),
    DUE_ON(
            "dueOn",
            "截止日期",
            list(line -> due(line, due -> due.dueOn() == null ? "" : due.dueOn().toString()))),
    DUE_WHAT("dueWhat", "期限事项", list(line -> due(line, DeadlineView::title))),
    CASE_NO("caseNo", "案号", list(CaseLine::caseNo)),
    KIND("kind", "类型", list(line -> line.kind().chinese())),
    SUMMARY("summary", "摘要", list(CaseLine::summary)),
    MERCHANT("merchant", "商户", list(CaseLine::merchant)),
    HANDLER("handler", "承办", named(Names::handlers)),
    STATUS("status", "状态", list(line -> line.stage().chinese())),
    FLAGS("flags", "标记", list(ExportColumn::flags)),
    OWED("owed", "还欠告知", list(line -> String.valueOf(line.openDuties()))),
    RECEIVED("received", "接收时间", list(line -> time(line.receivedAt()))),
    AGENCY("agency", "机关", named(Names::agency)),
    SUBMISSION("submissionNo", "提交编号", page(CaseLine.Page::submissionNo)),
    CHANNEL("channel", "渠道", page(p -> CaseWords.channel(p.channel()))),
    CONTENT("content", "内容", page(CaseLine.Page::content)),
    DEMANDS(
            "demands",
            "请求",
            page(p -> p.demands().stream().map(CaseWords::demand).collect(joined()))),
    AMOUNT("amount", "金额（元）", page(p -> p.amount() == null ? "" : p.amount().toPlainString())),
    GOODS("goodsCode", "商品服务类别", page(p -> text(p.goodsCode()))),
    PROBLEM("problemCode", "问题类别", page(p -> text(p.problemCode()))),
    GOODS_DETAIL("goodsDetail", "商品服务名称", page(p -> text(p.goodsDetail()))),
    OCCURRED(
            "occurredOn",
            "发生日期",
            page(p -> p.occurredOn() == null ? "" : p.occurredOn().toString())),
    MERCHANT_CODE("merchantUscc", "统一社会信用代码", page(p -> text(p.merchantUscc()))),
    MERCHANT_ADDRESS("merchantAddress", "商户地址", page(p -> text(p.merchantAddress()))),
    PEOPLE("people", "当事人（遮盖）", page(ExportColumn::people)),
    CLOSED("closedAt", "办结时间", page(p -> p.closedAt() == null ? "" : time(p.closedAt())));

    private final String id;
    private final String title;
    private final Cell cell;

    ExportColumn(String id, String title, Cell cell) {
        this.id = id;
        this.title = title;
        this.cell = cell;
    }

    /** @param ofPage whether only the case's own page shows it */
    private record Cell(BiFunction<CaseLine, Names, String> text, boolean ofPage) {}

    private static Cell list(Function<CaseLine, String> text) {
        return new Cell((line, names) -> text.apply(line), false);
    }

    private static Cell named(BiFunction<CaseLine, Names, String> text) {
        return new Cell(text, false);
    }

    private static Cell page(Function<CaseLine.Page, String> text) {
        return new Cell(
                (line, names) -> {
                    CaseLine.Page page = line.page();
                    return page == null ? "" : text.apply(page);
                },
                true);
    }

    private static String due(CaseLine line, Function<DeadlineView, String> text) {
        DeadlineView nearest = line.nearest();
        return nearest == null ? "" : text.apply(nearest);
    }

    static Optional<ExportColumn> byId(String id) {
        return List.of(values()).stream().filter(one -> one.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Whether the case's own page must be read for it. */
    boolean ofPage() {
        return cell.ofPage();
    }

    String of(CaseLine line, Names names) {
        return cell.text().apply(line, names);
    }

    private static String flags(CaseLine line) {
        return line.flags().stream().map(flag -> Flag.valueOf(flag).chinese()).collect(joined());
    }

    private static String people(CaseLine.Page page) {
        return page.people().stream()
                .map(one -> one.role() + " " + one.name() + (one.phone() == null ? "" : " " + one.phone()))
                .collect(Collectors.joining("；"));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("、");
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at.atZone(Fields.ZONE));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
