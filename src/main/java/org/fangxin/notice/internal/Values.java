package org.fangxin.notice.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;

/** The facts of a message in the words of its reader. */
public final class Values {
    /** The hotline, where whoever does not understand may ask. */
    static final String HOTLINE = "12315";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（EEE）HH:mm", Locale.CHINA);
    private static final int TAIL = 4;

    private Values() {}

    static Map<String, String> of(String caseNo, String agencyName, Map<String, String> facts) {
        Map<String, String> values = new HashMap<>();
        values.put("机关", agencyName);
        values.put("编号", caseNo);
        values.put("尾号", caseNo.substring(Math.max(0, caseNo.length() - TAIL)));
        values.put("电话", HOTLINE);
        put(values, "日期", facts.get("until"), until -> LocalDate.parse(until).format(DAY));
        put(values, "时间", facts.get("at"), Values::moment);
        put(values, "材料", facts.get("items"), items -> labels(Act.REQUEST_MATERIAL, "items", items));
        put(values, "方式", facts.get("mode"), mode -> labels(Act.SCHEDULE_MEDIATION, "mode", mode));
        return values;
    }

    /** Examples for a preview. */
    public static Map<String, String> examples(String agencyName) {
        return Map.of(
                "机关", agencyName,
                "编号", "TS620823-260506-0012",
                "尾号", "0012",
                "电话", HOTLINE,
                "日期", "5月11日",
                "时间", "5月20日（周三）09:30",
                "材料", "真实身份证明",
                "方式", "现场",
                "验证码", "123456");
    }

    /** Labels of codes, as the act's own form calls them. */
    public static String labels(Act act, String field, String codes) {
        Map<String, String> known = Procedures.rule(act, Kind.COMPLAINT).stream()
                .flatMap(rule -> rule.fields().stream())
                .filter(spec -> spec.name().equals(field))
                .flatMap(spec -> spec.options().stream())
                .collect(Collectors.toMap(FieldSpec.Option::code, FieldSpec.Option::label, (one, other) -> one));
        return Arrays.stream(codes.split(","))
                .map(code -> known.getOrDefault(code, code))
                .collect(Collectors.joining("、"));
    }

    private static String moment(String instant) {
        ZonedDateTime at = Instant.parse(instant).atZone(ZONE);
        return at.format(MOMENT);
    }

    private static void put(
            Map<String, String> values,
            String name,
            @org.jspecify.annotations.Nullable String fact,
            java.util.function.UnaryOperator<String> words) {
        if (fact != null) {
            try {
                values.put(name, words.apply(fact));
            } catch (DateTimeException e) {
                values.put(name, fact);
            }
        }
    }
}
