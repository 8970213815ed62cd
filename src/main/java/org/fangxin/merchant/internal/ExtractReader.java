package org.fangxin.merchant.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fangxin.merchant.MarketEntity.Kind;
import org.fangxin.merchant.MarketEntity.Status;
import org.fangxin.merchant.RowProblem;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.merchant.internal.ExtractColumns.Column;
import org.fangxin.sheet.Dates;
import org.fangxin.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** Reads rows of a registry extract. A row without a name, or with neither a right code nor an
 * old number, is left out; a lesser fault loses its cell. Pure. */
public final class ExtractReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 500;

    private final ExtractColumns columns;
    private final Set<Column> absent;
    private final Consumer<RowProblem> problems;

    /** @param problems hears of each fault in the file's order */
    public ExtractReader(List<String> header, Consumer<RowProblem> problems) {
        this.columns = new ExtractColumns(header);
        this.absent = columns.absent();
        this.problems = problems;
    }

    /** Empty when the row is left out. */
    public Optional<ExtractRow> read(SheetRow row) {
        if (!row.fault().isEmpty()) {
            problems.accept(new RowProblem(row.line(), "", row.fault()));
            return Optional.empty();
        }
        Identity identity = identity(row);
        String name = cell(row, Column.NAME);
        if (identity == null) {
            return Optional.empty();
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fault(row, Column.NAME, name.isEmpty() ? "没有名称，请补上。" : "名称超过 200 字，请核对。");
            return Optional.empty();
        }
        Set<Column> unsaid = EnumSet.noneOf(Column.class);
        unsaid.addAll(absent);
        return Optional.of(new ExtractRow(
                row.line(),
                identity.uscc(),
                identity.oldNumber(),
                name,
                aliases(cell(row, Column.ALIASES)),
                kind(cell(row, Column.KIND), identity.uscc()),
                status(cell(row, Column.STATUS)),
                text(row, Column.ADDRESS),
                region(row, unsaid),
                text(row, Column.TRADE),
                registered(row, unsaid),
                other(row, Column.PARENT, unsaid),
                other(row, Column.PLATFORM, unsaid),
                unsaid));
    }

    private record Identity(@Nullable String uscc, @Nullable String oldNumber) {}

    /** The code; where there is none, the old number from whichever of both columns it stands in. Null when there is neither. */
    private @Nullable Identity identity(SheetRow row) {
        String uscc = SocialCreditCode.normal(cell(row, Column.USCC));
        String number = SocialCreditCode.normal(cell(row, Column.OLD_NUMBER));
        if (!number.isEmpty() && !SocialCreditCode.oldNumber(number)) {
            fault(row, Column.OLD_NUMBER, "旧注册号应当是 13 位或者 15 位数字，这一格没有导入。");
            number = "";
        }
        if (SocialCreditCode.oldNumber(uscc)) {
            return new Identity(null, uscc);
        }
        if (uscc.isEmpty() && !number.isEmpty()) {
            return new Identity(null, number);
        }
        String fault = codeFault(uscc);
        if (fault != null) {
            fault(row, Column.USCC, fault);
            return null;
        }
        return new Identity(uscc, number.isEmpty() ? null : number);
    }

    private void fault(SheetRow row, Column column, String words) {
        problems.accept(new RowProblem(row.line(), column.heading(), words));
    }

    private String cell(SheetRow row, Column column) {
        return columns.cell(row.cells(), column);
    }

    private static @Nullable String codeFault(String uscc) {
        return switch (SocialCreditCode.check(uscc)) {
            case RIGHT -> null;
            case WRONG_CHECK -> "统一社会信用代码的校验位不对，可能抄错一位。请核对登记资料。";
            case MALFORMED ->
                uscc.isEmpty()
                        ? "没有统一社会信用代码，也没有旧注册号，请补上一个。"
                        : "统一社会信用代码应当是 18 位数字和大写字母，没有 I、O、Z、S、V；旧注册号是 13 位或者 15 位数字。";
        };
    }

    private static List<String> aliases(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split("[;；、|]"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty() && alias.length() <= LONGEST_NAME)
                        .distinct()
                        .toList();
    }

    /** By what the registry wrote; else by the code's second character. */
    private static Kind kind(String words, @Nullable String uscc) {
        if (words.contains("分支") || words.contains("分公司")) {
            return Kind.BRANCH;
        }
        if (words.contains("合作社")) {
            return Kind.COOPERATIVE;
        }
        if (words.contains("个体")) {
            return Kind.INDIVIDUAL;
        }
        return switch (uscc == null ? "" : uscc.substring(0, 2)) {
            case "91" -> Kind.COMPANY;
            case "92" -> Kind.INDIVIDUAL;
            case "93" -> Kind.COOPERATIVE;
            default -> Kind.OTHER;
        };
    }

    private static Status status(String words) {
        if (words.contains("吊销")) {
            return Status.REVOKED;
        }
        if (words.contains("注销")) {
            return Status.CANCELLED;
        }
        if (words.contains("迁出")) {
            return Status.MOVED_OUT;
        }
        return words.contains("异常") ? Status.ABNORMAL : Status.ACTIVE;
    }

    private @Nullable String text(SheetRow row, Column column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? null : cell.substring(0, Math.min(LONGEST, cell.length()));
    }

    private @Nullable String region(SheetRow row, Set<Column> unsaid) {
        String cell = cell(row, Column.REGION);
        if (cell.isEmpty()) {
            return null;
        }
        String code = cell.length() == 12 ? cell.substring(0, 9) : cell;
        code = code.length() == 9 && code.endsWith("000") ? code.substring(0, 6) : code;
        if (!code.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}")) {
            fault(row, Column.REGION, "看不懂的行政区划代码，这一格没有导入。请填 6 位数字。");
            unsaid.add(Column.REGION);
            return null;
        }
        return code;
    }

    private @Nullable LocalDate registered(SheetRow row, Set<Column> unsaid) {
        String cell = cell(row, Column.REGISTERED);
        if (cell.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = Dates.read(cell).map(java.time.LocalDateTime::toLocalDate);
        if (day.isEmpty()) {
            fault(row, Column.REGISTERED, "看不懂的日期，这一格没有导入。请写成 2020-05-06。");
            unsaid.add(Column.REGISTERED);
        }
        return day.orElse(null);
    }

    private @Nullable String other(SheetRow row, Column column, Set<Column> unsaid) {
        String code = SocialCreditCode.normal(cell(row, column));
        if (code.isEmpty()) {
            return null;
        }
        if (SocialCreditCode.check(code) != SocialCreditCode.Verdict.RIGHT) {
            fault(row, column, "这一格的信用代码不对，没有导入。请核对。");
            unsaid.add(column);
            return null;
        }
        return code;
    }

    /** Headings for a template, in order. */
    static List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (Column column : Column.values()) {
            headings.add(column.heading());
        }
        return headings;
    }
}
