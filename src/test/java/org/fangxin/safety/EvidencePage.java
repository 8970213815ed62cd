package org.fangxin.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The page of all runs: figures are the files' own; rounds of one experiment add up from the last broken one on. */
final class EvidencePage {
    private static final String HEAD = """
            # 安全实验的证据

            由 `./fangxin safety` 写出，每个实验一个 JSON 文件，每次运行一条；本页由这些文件生成，测试比对两者一致。
            “n 次都守住”的意思只是：失败的概率 95% 的把握不超过 3/n；n 只数最后一次没有守住以后的。故障只在专用的命名空间里制造；吞吐量不从这里得出。
            每个实验同时种下一个弱点（对照），没有找到它的运行算失败。

            | 实验 | 保证 | 运行 | n | 95% 上限 | 结论 | 对照：种下的弱点 | 对照 |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** So many kinds of break are shown of a run; all of them are in its file. */
    private static final int SHOWN = 4;

    private EvidencePage() {}

    static String of(List<JsonNode> runs) {
        Map<String, List<JsonNode>> byExperiment = new LinkedHashMap<>();
        runs.forEach(run -> byExperiment
                .computeIfAbsent(run.get("experiment").asString(), first -> new ArrayList<>())
                .add(run));
        StringBuilder page = new StringBuilder(HEAD);
        byExperiment.values().forEach(one -> page.append(row(one)));
        byExperiment.forEach(
                (id, one) -> page.append("\n## ").append(id).append("\n\n").append(details(one)));
        return page.toString();
    }

    private static String row(List<JsonNode> runs) {
        JsonNode last = runs.getLast();
        List<JsonNode> since = since(runs, EvidencePage::held);
        long rounds = since.stream().mapToLong(run -> run.get("n").asLong()).sum();
        return "| %s | %s | %d | %,d %s | %s | %s | %s | %s |%n"
                .formatted(
                        last.get("experiment").asString(),
                        last.get("promise").asString(),
                        runs.size(),
                        rounds,
                        last.get("unit").asString(),
                        rounds == 0 ? "—" : percent(Math.min(1, 3.0 / rounds)),
                        verdict(runs, since, "守住", "没有守住"),
                        last.at("/control/plant").asString(),
                        verdict(runs, since(runs, EvidencePage::found), "每次都找到", "没有找到"));
    }

    /** The runs after the last one that was not good: only what was mended since can be counted on. */
    private static List<JsonNode> since(List<JsonNode> runs, Predicate<JsonNode> good) {
        int from = runs.size();
        while (from > 0 && good.test(runs.get(from - 1))) {
            from--;
        }
        return runs.subList(from, runs.size());
    }

    private static boolean held(JsonNode run) {
        return run.get("verdict").asString().equals("HELD");
    }

    private static boolean found(JsonNode run) {
        return run.at("/control/verdict").asString().equals("FOUND");
    }

    private static String verdict(List<JsonNode> runs, List<JsonNode> good, String yes, String no) {
        if (good.size() == runs.size()) {
            return yes;
        }
        return good.isEmpty() ? no + "，见下" : yes + "；在那以前有过" + no + "的运行，见下";
    }

    private static String percent(double share) {
        return share >= 0.01 ? "%.0f%%".formatted(share * 100) : "%.2f%%".formatted(share * 100);
    }

    private static String details(List<JsonNode> runs) {
        StringBuilder text = new StringBuilder();
        for (JsonNode run : runs) {
            text.append("- %s，提交 %s%s，%d 核，n=%d，种子 %d：%s%s；对照%s。%n"
                    .formatted(
                            run.get("at").asString(),
                            run.get("commit").asString().substring(0, 7),
                            run.get("changedSince").asBoolean() ? "（有未提交的改动）" : "",
                            run.get("cores").asInt(),
                            run.get("n").asInt(),
                            run.get("seed").asLong(),
                            held(run) ? "守住" : "没有守住",
                            breaks(run.get("breaks")),
                            found(run) ? "找到了" + breaks(run.at("/control/breaks")) : "没有找到"));
            text.append("  数字：").append(figures(run.get("figures"))).append("\n");
        }
        return text.toString();
    }

    private static String breaks(JsonNode breaks) {
        List<String> all = new ArrayList<>();
        breaks.properties()
                .forEach(one -> all.add(one.getKey() + " " + one.getValue().asString()));
        String more = all.size() > SHOWN ? "；等 " + all.size() + " 种" : "";
        return all.isEmpty() ? "" : "（" + String.join("；", all.subList(0, Math.min(SHOWN, all.size()))) + more + "）";
    }

    private static String figures(JsonNode figures) {
        List<String> all = new ArrayList<>();
        figures.properties()
                .forEach(one -> all.add(one.getKey() + " "
                        + (one.getValue().isValueNode()
                                ? one.getValue().asString()
                                : one.getValue().toString())));
        return String.join("，", all);
    }
}
