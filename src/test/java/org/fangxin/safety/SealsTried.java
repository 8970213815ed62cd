package org.fangxin.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fangxin.cipher.SealTrials;
import org.springframework.util.FileSystemUtils;

/** S14: sealed values at other places, nonces, and keys that change under those who read. */
final class SealsTried implements Experiment {
    @Override
    public String id() {
        return "S14";
    }

    @Override
    public String promise() {
        return "密文：换到别的行、别的列都打不开，随机数不重复；换密钥的时候读一次也不失败，换完没有一个还用旧密钥";
    }

    @Override
    public String plant() {
        return "密文不绑定位置（不带关联数据）";
    }

    @Override
    public int usualRounds() {
        return 200_000;
    }

    @Override
    public String unit() {
        return "values";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, true, setting.rounds());
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, false, Math.min(1_000, setting.rounds()));
    }

    private static Outcome run(Setting setting, boolean bound, int values) throws Exception {
        Path folder = setting.work().resolve("s14");
        FileSystemUtils.deleteRecursively(folder);
        SealTrials.Tally tally = SealTrials.run(Files.createDirectories(folder), bound, values, setting.seed());
        FileSystemUtils.deleteRecursively(folder);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("takenElsewhere", tally.sealed());
        figures.put("nonces", tally.sealed());
        figures.put("readsDuringRotation", tally.reads());
        Map<String, String> breaks = new TreeMap<>();
        count(breaks, "opened at another place", tally.opened());
        count(breaks, "a nonce twice", tally.noncesTwice());
        count(breaks, "a read failed during rotation", tally.failedReads());
        count(breaks, "sealed by an earlier key after rotation", tally.outdated());
        return new Outcome(values, figures, breaks);
    }

    private static void count(Map<String, String> breaks, String what, long times) {
        if (times > 0) {
            breaks.put(what, times + " ×");
        }
    }
}
