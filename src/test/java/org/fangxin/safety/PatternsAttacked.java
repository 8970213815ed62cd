package org.fangxin.safety;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** S12: every regular expression in the compiled program on strings that make careless ones slow. */
final class PatternsAttacked implements Experiment {
    private static final String PLANTED = "(a+)+$";

    @Override
    public String id() {
        return "S12";
    }

    @Override
    public String promise() {
        return "字节码里的每一个正则表达式，在两万字的攻击串上都不慢（数匹配器看了多少个字符，不看钟）";
    }

    @Override
    public String plant() {
        return "正则 " + PLANTED;
    }

    @Override
    public int usualRounds() {
        return 1;
    }

    @Override
    public String unit() {
        return "patterns";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(ProgramPatterns.in(Path.of("target/classes/org/fangxin")));
    }

    @Override
    public Outcome control(Setting setting) {
        return run(Map.of(PLANTED, "planted"));
    }

    private static Outcome run(Map<String, String> patterns) {
        Map<String, String> slow = new TreeMap<>();
        patterns.forEach((expression, where) ->
                AttackStrings.slow(expression).ifPresent(piece -> slow.put("slow: " + expression, where)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("patterns", patterns.size());
        figures.put("charactersOfAString", AttackStrings.LENGTH);
        return new Outcome(patterns.size(), figures, slow);
    }
}
