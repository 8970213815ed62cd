package org.fangxin.intake.internal.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.Kind;
import org.fangxin.intake.SubmissionForm;
import org.fangxin.intake.internal.text.CodeNames;
import org.jspecify.annotations.Nullable;

/** What happened and what is wished: text, demands, money, days, goods, files (Art. 10(1)3, 28). */
final class StoryCheck {
    /** Most characters of a story on the public pages. */
    static final int LONGEST = 5_000;

    private static final int MOST_FILES = 20;
    private static final int MOST_DEMANDS = 10;
    private static final int LIMITATION_YEARS = 3;
    private static final Pattern DEMAND_CODE = Pattern.compile("[A-Z][A-Z_]{1,39}|\\p{IsHan}{2,20}");
    private static final Pattern WISH = Pattern.compile("退|赔|换|修|补偿|返还|要求|希望|请求|道歉|解决|处理|调解|协商|说法|履行|发货|交付|解除|取消|停止");
    private static final CodeNames CODES = CodeNames.load();

    private final SubmissionForm form;
    private final Faults faults;
    private final LocalDate today;
    private final String content;

    StoryCheck(SubmissionForm form, Faults faults, LocalDate today) {
        this.form = form;
        this.faults = faults;
        this.today = today;
        this.content = Texts.story(form.content());
    }

    String content() {
        return content;
    }

    /** Checks what depends on the kinds. */
    void check(Set<Kind> kinds) {
        if (content.isEmpty()) {
            faults.add("content", "required", contentMissing(kinds));
        } else if (Texts.length(content) > LONGEST) {
            int over = Texts.length(content) - LONGEST;
            faults.add("content", "too-long", "经过最多写 5,000 字，现在多了 " + over + " 字。其余的可以作为文件上传。");
        }
        boolean asks = demands().isEmpty()
                && amount() == null
                && !WISH.matcher(content).find();
        if (kinds.contains(Kind.COMPLAINT) && !content.isEmpty() && asks) {
            faults.add("demands", "required", "请选您的要求，比如退款、更换、赔偿。 第十条");
        }
        LocalDate knew = knewOn();
        if (kinds.contains(Kind.COMPLAINT) && knew != null && knew.isBefore(today.minusYears(LIMITATION_YEARS))) {
            faults.warn("knewOn", "over-three-years", "您知道这件事已超过三年，依法一般不受理。您仍可以提交，由办理机关决定。 第十六条第四项");
        }
        files();
        readAll();
    }

    /** Every fault is told at once, not one after the other. */
    private void readAll() {
        demands();
        amount();
        occurredOn();
        goodsCode();
        problemCode();
        goodsDetail();
    }

    private static String contentMissing(Set<Kind> kinds) {
        if (kinds.contains(Kind.COMPLAINT)) {
            return "请写明发生了什么：买了什么、出了什么问题。 第十条";
        }
        return kinds.contains(Kind.REPORT) ? "请写明具体的违法线索和事实。 第二十八条" : "请写明您要问的或者要建议的内容。";
    }

    List<String> demands() {
        List<String> demands = new ArrayList<>();
        for (String typed : form.demands() == null ? List.<String>of() : form.demands()) {
            String line = Texts.line(typed);
            if (line == null) {
                continue;
            }
            String code = line.toUpperCase(Locale.ROOT);
            if (!DEMAND_CODE.matcher(code).matches()) {
                once("demands", "malformed", "有一项要求写得不对，请从列表里选，或者用不超过 20 个汉字写。");
            } else if (!demands.contains(code)) {
                demands.add(code);
            }
        }
        if (demands.size() > MOST_DEMANDS) {
            once("demands", "too-many", "要求最多选 10 项。");
        }
        return demands;
    }

    @Nullable
    BigDecimal amount() {
        String typed = Texts.line(form.amount());
        if (typed == null) {
            return null;
        }
        Optional<BigDecimal> yuan = Yuan.strict(typed);
        if (yuan.isEmpty()) {
            once("amount", "amount", "金额请写成 1980.00 的样子，单位是元，最多两位小数。");
        }
        return yuan.orElse(null);
    }

    @Nullable
    LocalDate occurredOn() {
        return day("occurredOn", form.occurredOn());
    }

    @Nullable
    LocalDate knewOn() {
        return day("knewOn", form.knewOn());
    }

    @Nullable
    LocalDate receivedOn(boolean desk) {
        if (!desk && Texts.line(form.receivedOn()) != null) {
            once("receivedOn", "desk-only", "收到日期由工作人员登记，网上提交不用填。");
            return null;
        }
        return day("receivedOn", form.receivedOn());
    }

    @Nullable
    String goodsCode() {
        return code(
                "goods.categoryCode", form.goods() == null ? null : form.goods().categoryCode(), true);
    }

    @Nullable
    String problemCode() {
        return code(
                "goods.problemCode", form.goods() == null ? null : form.goods().problemCode(), false);
    }

    @Nullable
    String goodsDetail() {
        SubmissionForm.Goods goods = form.goods();
        if (goods == null) {
            return null;
        }
        String detail = Stream.of(
                        part("品牌", goods.brand()),
                        part("型号", goods.model()),
                        part("批号", goods.batch()),
                        part("数量", goods.quantity() == null ? null : String.valueOf(goods.quantity())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        if (goods.quantity() != null && goods.quantity() < 1) {
            once("goods.quantity", "quantity", "数量至少是 1。");
        }
        return detail.isEmpty() ? null : Texts.cut(detail, 300);
    }

    List<String> attachments() {
        return form.attachments() == null
                ? List.of()
                : form.attachments().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private void files() {
        if (attachments().size() > MOST_FILES) {
            faults.add("attachments", "too-many", "一次最多交 20 个文件。其余的可以以后作为补充材料交。");
        }
    }

    private static @Nullable String part(String label, @Nullable String typed) {
        String line = Texts.line(typed);
        return line == null ? null : label + " " + line;
    }

    private @Nullable String code(String field, @Nullable String typed, boolean goods) {
        String line = Texts.line(typed);
        if (line == null) {
            return null;
        }
        Optional<String> code = CodeNames.find(goods ? CODES.goods() : CODES.problems(), line);
        if (code.isEmpty()) {
            once(field, "unknown", goods ? "没有这种商品类别，请重新选择。" : "没有这种问题类别，请重新选择。");
        }
        return code.orElse(null);
    }

    private @Nullable LocalDate day(String field, @Nullable String typed) {
        String line = Texts.line(typed);
        if (line == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(line);
            if (day.isAfter(today)) {
                once(field, "future", "日期不能在今天以后，请核对。");
            }
            return day;
        } catch (DateTimeException unreadable) {
            once(field, "date", "看不懂的日期，请写成 2026-05-02 的样子。");
            return null;
        }
    }

    /** Values are read more than once; a fault is told once. */
    private void once(String field, String code, String sentence) {
        if (faults.errors().stream().noneMatch(error -> error.field().equals(field))) {
            faults.add(field, code, sentence);
        }
    }
}
