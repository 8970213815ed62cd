package org.fangxin.intake.internal.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Phones;
import org.fangxin.casefile.ResidentId;
import org.fangxin.intake.Channel;
import org.fangxin.intake.Submission;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.internal.form.Yuan;
import org.fangxin.intake.internal.text.CodeNames;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.sheet.Dates;
import org.fangxin.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row of another system's list. What stands there must be readable; what is not there may be missing: another
 * platform has received the matter already, so it lands and is completed afterwards. Pure.
 */
public final class RowReader {
    private static final Map<String, String> DEMANDS = Map.ofEntries(
            Map.entry("退款", "REFUND"),
            Map.entry("退货", "REFUND"),
            Map.entry("退费", "REFUND"),
            Map.entry("退赔费用", "REFUND"),
            Map.entry("退货退款", "REFUND"),
            Map.entry("更换", "EXCHANGE"),
            Map.entry("换货", "EXCHANGE"),
            Map.entry("维修", "REPAIR"),
            Map.entry("修理", "REPAIR"),
            Map.entry("重作", "REDO"),
            Map.entry("重做", "REDO"),
            Map.entry("赔偿", "COMPENSATION"),
            Map.entry("赔偿损失", "COMPENSATION"),
            Map.entry("补偿", "COMPENSATION"),
            Map.entry("道歉", "APOLOGY"),
            Map.entry("赔礼道歉", "APOLOGY"),
            Map.entry("其他", "OTHER"),
            Map.entry("其它", "OTHER"));
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("投诉", Kind.COMPLAINT),
            Map.entry("申诉", Kind.COMPLAINT),
            Map.entry("消费投诉", Kind.COMPLAINT),
            Map.entry("消委会投诉", Kind.COMPLAINT),
            Map.entry("1", Kind.COMPLAINT),
            Map.entry("举报", Kind.REPORT),
            Map.entry("2", Kind.REPORT),
            Map.entry("咨询", Kind.CONSULTATION),
            Map.entry("求助", Kind.CONSULTATION),
            Map.entry("3", Kind.CONSULTATION),
            Map.entry("建议", Kind.SUGGESTION),
            Map.entry("意见", Kind.SUGGESTION),
            Map.entry("意见建议", Kind.SUGGESTION),
            Map.entry("4", Kind.SUGGESTION));
    private static final LocalDate FIRST_ORDER = LocalDate.of(2020, 1, 1);
    private static final CodeNames CODES = CodeNames.load();

    private final Columns columns;
    private final TextReader reader;
    private final Regions regions;
    private final LocalDate today;

    public RowReader(Columns columns, TextReader reader, Regions regions, LocalDate today) {
        this.columns = columns;
        this.reader = reader;
        this.regions = regions;
        this.today = today;
    }

    /** From a code or a name to the code of a division; empty when there is none. */
    @FunctionalInterface
    public interface Regions {
        java.util.Optional<String> code(String typed);
    }

    public RowReading read(SheetRow row) {
        if (!row.fault().isEmpty()) {
            return new RowReading.Bad(row.line(), "（整行）", cut(row.cells().getFirst()), row.fault(), "改好这一行再导入。");
        }
        try {
            return good(new Cells(columns, row));
        } catch (RowFault fault) {
            return fault.at(row.line());
        }
    }

    private RowReading good(Cells cells) {
        cells.refuseTooMany();
        cells.refuseFailedFormulas();
        Story story = Story.of(cells);
        if (story.text().isEmpty()) {
            throw cells.fault(Field.CONTENT, "没有内容", "填上经过；没有内容的行不用导入。");
        }
        Kind kind = kind(cells, story);
        LocalDate occurred = pastDay(cells, Field.OCCURRED_AT);
        LocalDate received = pastDay(cells, Field.RECEIVED_AT);
        pastDay(cells, Field.REPLIED_AT);
        boolean beforeOrders = received != null && received.isBefore(FIRST_ORDER);
        Submission.Person person = person(cells);
        Submission.Merchant merchant = merchant(cells);
        Submission submission = new Submission(
                Channel.IMPORT,
                EnumSet.of(kind),
                true,
                person,
                merchant,
                story.whole(),
                demands(cells),
                amount(cells),
                occurred,
                null,
                code(cells, Field.CATEGORY, CODES.goods()),
                code(cells, Field.PROBLEM, CODES.problems()),
                goods(cells),
                List.of(),
                Submission.Consents.NONE,
                beforeOrders ? null : received,
                Submission.Advertising.NONE);
        String note = beforeOrders ? "原收到日期 " + received + " 早于 2020年1月1日，没有可适用的办法，按导入的时间接收。" : "";
        return new RowReading.Good(
                cells.line(),
                cells.text(Field.EXTERNAL_NO),
                submission,
                submission.receivedOn(),
                lacking(kind, person, merchant),
                note + looksLike(submission));
    }

    /** Classes that the file does not state, as the text looks by its words; nobody has decided on them. */
    private String looksLike(Submission submission) {
        TextReader.Reading read = reader.read(submission.content());
        List<String> parts = new ArrayList<>();
        if (submission.goodsCode() == null && !read.goods().isEmpty()) {
            parts.add("商品类别 " + looks(read.goods().getFirst()));
        }
        if (submission.problemCode() == null && !read.problem().isEmpty()) {
            parts.add("问题类别 " + looks(read.problem().getFirst()));
        }
        return parts.isEmpty() ? "" : "建议" + String.join("，", parts) + "，请在案件里确认。";
    }

    private static String looks(TextReader.CodeGuess guess) {
        return guess.code() + " " + guess.name();
    }

    /** What stands there decides, else the text; a text that says nothing is taken for a question. */
    private Kind kind(Cells cells, Story story) {
        String typed = cells.text(Field.KIND);
        if (!typed.isEmpty()) {
            Kind known = KINDS.get(typed.replaceAll("[类件]$", ""));
            if (known == null) {
                known = java.util.Arrays.stream(Kind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(typed))
                        .findFirst()
                        .orElseThrow(() -> cells.fault(Field.KIND, "不认识的类别", "改成投诉、举报、咨询或建议；空着就按内容判断。"));
            }
            return known;
        }
        List<Kind> read = reader.read(story.text()).kindsOnly();
        return read.isEmpty() ? Kind.CONSULTATION : read.getFirst();
    }

    private @Nullable LocalDate pastDay(Cells cells, Field field) {
        String typed = cells.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        LocalDate day = Dates.read(typed)
                .map(LocalDateTime::toLocalDate)
                .orElseThrow(() -> cells.fault(field, "看不懂的日期", "改成 2026-05-02 或者 2026-05-02 09:30 的样子；不知道就空着。"));
        if (day.isAfter(today)) {
            throw cells.fault(field, "日期在今天以后", "核对年份和月日；不知道就空着。");
        }
        return day;
    }

    private static Submission.Person person(Cells cells) {
        String phone = cells.text(Field.PERSON_PHONE);
        if (!phone.isEmpty()) {
            Phones.fault(phone).ifPresent(sentence -> {
                throw cells.fault(Field.PERSON_PHONE, sentence.substring(0, sentence.indexOf('。')), "补全电话；没有电话就空着。");
            });
        }
        String id = ResidentId.normal(cells.text(Field.PERSON_ID_NUMBER));
        if (!id.isEmpty() && !ResidentId.plausible(id)) {
            throw cells.fault(Field.PERSON_ID_NUMBER, "证件号码不对", "核对证件号码；不知道就空着。");
        }
        String name = cells.text(Field.PERSON_NAME);
        return new Submission.Person(
                orNull(cut(name, 50)),
                phone.isEmpty() ? null : Phones.normal(phone),
                orNull(id),
                orNull(cut(cells.text(Field.PERSON_ADDRESS), 200)),
                null,
                name.isEmpty(),
                null);
    }

    private Submission.Merchant merchant(Cells cells) {
        String uscc = SocialCreditCode.normal(cells.text(Field.MERCHANT_USCC));
        if (!uscc.isEmpty() && SocialCreditCode.check(uscc) == SocialCreditCode.Verdict.MALFORMED) {
            throw cells.fault(Field.MERCHANT_USCC, "统一社会信用代码不对", "应为 18 位；不知道就空着。");
        }
        String region = cells.text(Field.REGION);
        String code = region.isEmpty()
                ? null
                : regions.code(region).orElseThrow(() -> cells.fault(Field.REGION, "没有这个县区", "填六位区划代码，或者写全省、市、县的名称。"));
        String phone = cells.text(Field.MERCHANT_PHONE);
        return new Submission.Merchant(
                cut(cells.text(Field.MERCHANT_NAME), 100),
                orNull(uscc),
                orNull(cut(cells.text(Field.MERCHANT_ADDRESS), 200)),
                code,
                null,
                orNull(cells.text(Field.PLATFORM)),
                null,
                orNull(cut(phone, 40)),
                null,
                null,
                null,
                null);
    }

    private static List<String> demands(Cells cells) {
        Set<String> demands = new LinkedHashSet<>();
        for (String part : cells.text(Field.DEMANDS).split("[,，、;；/\\s]+")) {
            if (!part.isEmpty()) {
                demands.add(DEMANDS.getOrDefault(part, cut(part, 20)));
            }
        }
        return new ArrayList<>(demands);
    }

    private static @Nullable BigDecimal amount(Cells cells) {
        String typed = cells.text(Field.AMOUNT);
        return typed.isEmpty()
                ? null
                : Yuan.lenient(typed)
                        .orElseThrow(() -> cells.fault(Field.AMOUNT, "看不懂的金额", "写成 1980.00 的样子，单位是元；不知道就空着。"));
    }

    private @Nullable String code(Cells cells, Field field, Map<String, String> table) {
        String typed = cells.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        return CodeNames.find(table, typed).orElseThrow(() -> {
            TextReader.Reading read = reader.read(typed);
            List<TextReader.CodeGuess> guesses = field == Field.CATEGORY ? read.goods() : read.problem();
            String hint = guesses.isEmpty()
                    ? "填代码表里的代码或者名称；不知道就空着。"
                    : "用“" + guesses.getFirst().code() + " "
                            + guesses.getFirst().name() + "”？不知道就空着。";
            return cells.fault(field, "不在代码表里", hint);
        });
    }

    private static @Nullable String goods(Cells cells) {
        List<String> parts = new ArrayList<>();
        if (!cells.text(Field.BRAND).isEmpty()) {
            parts.add("品牌 " + cells.text(Field.BRAND));
        }
        if (!cells.text(Field.MODEL).isEmpty()) {
            parts.add("型号 " + cells.text(Field.MODEL));
        }
        return parts.isEmpty() ? null : cut(String.join("，", parts), 300);
    }

    private static List<String> lacking(Kind kind, Submission.Person person, Submission.Merchant merchant) {
        List<String> lacking = new ArrayList<>();
        if (kind == Kind.COMPLAINT) {
            add(lacking, person.name() == null, "投诉人姓名");
            add(lacking, person.phone() == null, "电话");
            add(lacking, person.address() == null, "通讯地址");
            add(lacking, merchant.name().isEmpty(), "被投诉人名称");
            add(lacking, merchant.address() == null && merchant.regionCode() == null, "被投诉人地址");
        }
        return lacking;
    }

    private static void add(List<String> lacking, boolean missing, String what) {
        if (missing) {
            lacking.add(what);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text) {
        return cut(text, 200);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
