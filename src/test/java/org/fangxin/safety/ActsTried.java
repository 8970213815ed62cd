package org.fangxin.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fangxin.casefile.ActsWalk;
import org.fangxin.casefile.ActsWalk.Found;
import org.fangxin.casefile.ActsWalk.Removed;

/** S20: random acts on random cases, judged by the program's decision core and by a reference model beside it. */
final class ActsTried implements Experiment {
    private static final int USUAL = 100_000;
    private static final int CONTROL = 50_000;

    @Override
    public String id() {
        return "S20";
    }

    @Override
    public String promise() {
        return "随机的人做随机的事，程序的决定和按程序规定另写的参照模型处处相同：没有阶段不该有的事，没有漏掉的负责人批准，没有自行移送";
    }

    @Override
    public String plant() {
        return "每次去掉一道检查：办结后不得再办、收到分送不得再送、立案前不得移送、回避的人不得办理、负责人批准";
    }

    @Override
    public int usualRounds() {
        return USUAL;
    }

    @Override
    public String unit() {
        return "acts";
    }

    @Override
    public Outcome measured(Setting setting) {
        Found found = ActsWalk.run(setting.rounds(), setting.seed(), Removed.NOTHING);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", found.lives());
        figures.put("tried", found.tried());
        figures.put("stood", found.stood());
        figures.put("refusedForTheStageByBoth", found.judged());
        return new Outcome((int) found.tried(), figures, found.breaks());
    }

    /** Each guard by itself; found only when every one of them was. */
    @Override
    public Outcome control(Setting setting) {
        Map<String, String> breaks = new TreeMap<>();
        int tried = 0;
        for (Removed removed : Removed.values()) {
            if (removed == Removed.NOTHING) {
                continue;
            }
            Found found = ActsWalk.run(CONTROL, setting.seed(), removed);
            tried += (int) found.tried();
            if (found.breaks().isEmpty()) {
                return new Outcome(tried, Map.of("missed", removed), Map.of());
            }
            breaks.put(removed.name(), found.breaks().toString());
        }
        return new Outcome(tried, Map.of(), breaks);
    }
}
