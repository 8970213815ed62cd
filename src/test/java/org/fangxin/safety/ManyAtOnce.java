package org.fangxin.safety;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fangxin.casefile.store.Rush;
import org.fangxin.casefile.store.Weakened;

/** R9: many people at once on the same few cases, through the gate; what they were told against one order of what is stored. */
final class ManyAtOnce implements Experiment {
    private static final int USUAL = 100_000;
    private static final int CONTROL = 20_000;

    @Override
    public String id() {
        return "R9";
    }

    @Override
    public String promise() {
        return "六十四人同时办两百件：每件案件的每一步都能按版本排成一列，和时间先后、参照模型、每个人得到的答复都不矛盾；受理只有一个，决定不重复，一步不丢，编号不断号不重号";
    }

    @Override
    public String plant() {
        return "每次去掉一样：案件锁和行版本、办理人看到的版本、同一请求只办一次、编号和案件同一事务";
    }

    @Override
    public int usualRounds() {
        return USUAL;
    }

    @Override
    public String unit() {
        return "operations";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Rush.Found found = rush(setting, "r9", setting.rounds(), Weakened.NOTHING, true);
        return new Outcome(found.operations(), found.figures(), found.breaks());
    }

    /** Each weakness by itself; found only when every one of them was. */
    @Override
    public Outcome control(Setting setting) throws Exception {
        Map<String, String> breaks = new TreeMap<>();
        int tried = 0;
        for (Weakened weakened : Weakened.values()) {
            if (weakened == Weakened.NOTHING) {
                continue;
            }
            Rush.Found found = rush(setting, "r9-control", CONTROL, weakened, false);
            tried += found.operations();
            if (found.breaks().isEmpty()) {
                return new Outcome(tried, Map.of("missed", weakened), Map.of());
            }
            breaks.put(weakened.name(), found.breaks().toString());
        }
        return new Outcome(tried, Map.of(), breaks);
    }

    /** @param whole also every table and index from end to end, and the program's own command over all chains */
    private static Rush.Found rush(Setting setting, String name, int operations, Weakened weakened, boolean whole)
            throws Exception {
        Home home = Home.copy(setting.template(), setting.work(), name);
        Verdict verdict = new Verdict(home);
        Rush.Found found = Rush.run(home.path(), operations, setting.seed(), weakened, () -> {
            if (whole) {
                verdict.relations();
            }
            return Map.of();
        });
        if (whole) {
            verdict.chains();
        }
        home.delete();
        Map<String, String> breaks = new LinkedHashMap<>(found.breaks());
        breaks.putAll(verdict.breaks());
        return new Rush.Found(found.operations(), found.figures(), breaks);
    }
}
