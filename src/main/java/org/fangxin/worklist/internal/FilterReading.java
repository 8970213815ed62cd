package org.fangxin.worklist.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;

/** A filter in Chinese, for the words over an export. */
final class FilterReading {
    private static final Map<String, String> LABELS = labels();
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("view.open", "在办"),
            Map.entry("view.toDecide", "待受理"),
            Map.entry("view.toVerify", "待核查"),
            Map.entry("view.toAnswer", "待答复"),
            Map.entry("view.waiting", "等当事人"),
            Map.entry("view.closed", "已办结"),
            Map.entry("view.all", "全部"),
            Map.entry("queue.mine", "我承办的"),
            Map.entry("queue.team", "本机关（本所）"),
            Map.entry("queue.agency", "本机关及下级"),
            Map.entry("officer.me", "我"),
            Map.entry("officer.none", "还没有承办人"),
            Map.entry("due.OVERDUE", "已超期"),
            Map.entry("due.TODAY", "今天"),
            Map.entry("due.NEAR", "临近"),
            Map.entry("owed.true", "还欠告知"),
            Map.entry("owed.false", "不限"));

    private FilterReading() {}

    static String of(Map<String, String> filter, Agencies agencies) {
        List<String> parts = new ArrayList<>();
        LABELS.forEach((name, label) -> {
            String value = filter.get(name);
            if (value != null) {
                parts.add(label + "：" + value(name, value, agencies));
            }
        });
        return parts.isEmpty() ? "在办的全部" : String.join("，", parts);
    }

    private static String value(String name, String value, Agencies agencies) {
        return switch (name) {
            case "kind" -> each(value, code -> Kind.valueOf(code).chinese());
            case "stage" -> each(value, code -> Stage.valueOf(code).chinese());
            case "agency" -> agencies.find(value).map(Agency::name).orElse(value);
            default -> VALUES.getOrDefault(name + "." + value, value);
        };
    }

    private static String each(String codes, java.util.function.UnaryOperator<String> word) {
        return Arrays.stream(codes.split(","))
                .map(code -> word.apply(code.strip().toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.joining("、"));
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("view", "范围");
        labels.put("queue", "队列");
        labels.put("kind", "类型");
        labels.put("stage", "环节");
        labels.put("agency", "机关");
        labels.put("officer", "承办");
        labels.put("category", "类别");
        labels.put("merchant", "商户");
        labels.put("due", "截止");
        labels.put("dueBefore", "到期早于");
        labels.put("owed", "告知");
        labels.put("q", "搜索");
        return labels;
    }
}
