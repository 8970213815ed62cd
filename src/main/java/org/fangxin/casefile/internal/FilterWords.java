package org.fangxin.casefile.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the worklist's filter by name. What it does not know it says, so that no list is longer than it was asked to be. */
public final class FilterWords {
    /** Every name that a filter may hold. */
    public static final List<String> NAMES = List.of(
            "view",
            "queue",
            "kind",
            "stage",
            "agency",
            "officer",
            "category",
            "merchant",
            "due",
            "dueBefore",
            "owed",
            "q");

    private static final List<String> VIEWS =
            List.of("open", "toDecide", "toVerify", "toAnswer", "waiting", "closed", "all");
    private static final List<String> QUEUES = List.of("mine", "team", "agency");
    private static final List<String> DUES = List.of("OVERDUE", "TODAY", "NEAR");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int LONGEST = 100;
    /** Each is looked for in every text of a case. */
    private static final int MOST_WORDS = 8;

    private final Map<String, String> asked;
    private final Actor reader;

    private FilterWords(Map<String, String> asked, Actor reader) {
        this.asked = asked;
        this.reader = reader;
    }

    public static WorklistFilter read(Map<String, String> asked, Actor reader) {
        Map<String, String> plain = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (!NAMES.contains(name)) {
                throw Problem.invalid(
                        "filter." + name, "unknown", "没有“" + name + "”这个筛选条件。可以用的：" + String.join("、", NAMES) + "。");
            }
            if (value != null && !value.isBlank()) {
                plain.put(name, value.strip());
            }
        });
        return new FilterWords(plain, reader).filter();
    }

    private WorklistFilter filter() {
        String queue = oneOf("queue", "队列", QUEUES);
        String officer = code("officer", "承办人");
        boolean mine = "mine".equals(queue) || "me".equals(officer);
        return new WorklistFilter(
                oneOf("view", "范围", VIEWS),
                codes("kind", "类型", Arrays.stream(Kind.values()).map(Enum::name).toList()),
                codes(
                        "stage",
                        "环节",
                        Arrays.stream(Stage.values()).map(Enum::name).toList()),
                code("agency", "机关"),
                "team".equals(queue) ? reader.agency() : null,
                mine ? reader.id() : officer,
                code("category", "类别"),
                text("merchant", "商户"),
                due(),
                day("dueBefore"),
                owed(),
                words(),
                reader.mediatesOnly() ? reader.id() : null);
    }

    private @Nullable String oneOf(String name, String label, List<String> known) {
        String value = asked.get(name);
        if (value != null && !known.contains(value)) {
            throw unknown(name, label, known);
        }
        return value;
    }

    private List<String> codes(String name, String label, List<String> known) {
        String value = asked.get(name);
        List<String> codes = new ArrayList<>();
        for (String part : value == null ? new String[0] : value.split(",")) {
            String code = part.strip().toUpperCase(Locale.ROOT);
            if (!known.contains(code)) {
                throw unknown(name, label, known);
            }
            codes.add(code);
        }
        return List.copyOf(codes);
    }

    private @Nullable String due() {
        String value = asked.get("due");
        String code = value == null ? null : value.toUpperCase(Locale.ROOT);
        if (code != null && !DUES.contains(code)) {
            throw Problem.invalid("due", "code", "截止（due）只能是 OVERDUE、TODAY 或 NEAR。");
        }
        return code;
    }

    private boolean owed() {
        return "true".equals(oneOf("owed", "欠告知", List.of("true", "false")));
    }

    private @Nullable String code(String name, String label) {
        String value = asked.get(name);
        if (value != null && !CODE.matcher(value).matches()) {
            throw Problem.invalid(name, "code", label + "（" + name + "）要写代码，不写名称。");
        }
        return value;
    }

    private @Nullable String text(String name, String label) {
        String value = asked.get(name);
        if (value != null && value.length() > LONGEST) {
            throw Problem.invalid(name, "length", label + "最长 " + LONGEST + " 个字。");
        }
        return value;
    }

    private @Nullable String words() {
        String value = text("q", "搜索词");
        if (value != null && WorklistFilter.eachWord(value).size() > MOST_WORDS) {
            throw Problem.invalid("q", "tooMany", "搜索词最多 " + MOST_WORDS + " 个，用空格隔开。");
        }
        return value;
    }

    private @Nullable LocalDate day(String name) {
        String value = asked.get(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "date", "日期写成 2026-06-30 这样。");
        }
    }

    private static Problem unknown(String name, String label, List<String> known) {
        return Problem.invalid(name, "code", label + "（" + name + "）只能是 " + String.join("、", known) + "。");
    }
}
