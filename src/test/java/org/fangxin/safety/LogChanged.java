package org.fangxin.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fangxin.identity.internal.LogMutations;
import org.fangxin.identity.internal.LogMutations.Attacker;
import org.fangxin.identity.internal.LogMutations.Tally;
import org.springframework.util.FileSystemUtils;

/** S3: the audit log is changed at random with all rights of the database, but without key and checkpoints. */
final class LogChanged implements Experiment {
    @Override
    public String id() {
        return "S3";
    }

    @Override
    public String promise() {
        return "审计链：改、删、插、换、剪、整体退回，每一次都被发现（攻击者有数据库的全部权限，没有密钥和检查点文件）";
    }

    @Override
    public String plant() {
        return "攻击者也有密钥和检查点文件";
    }

    @Override
    public int usualRounds() {
        return 10_000;
    }

    @Override
    public String unit() {
        return "mutations";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return run(setting, Attacker.DATABASE_ALONE, setting.rounds());
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return run(setting, Attacker.KEY_AND_CHECKPOINTS, Math.min(1_000, setting.rounds()));
    }

    private static Outcome run(Setting setting, Attacker attacker, int mutations) throws Exception {
        Path folder = Files.createDirectories(setting.work()).resolve("s3");
        FileSystemUtils.deleteRecursively(folder);
        Tally tally = LogMutations.run(Files.createDirectories(folder), attacker, mutations, setting.seed());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("made", tally.made());
        figures.put("found", tally.total() - tally.missed());
        Map<String, String> breaks = new TreeMap<>();
        tally.made().forEach((kind, made) -> {
            int missed = made - tally.found().getOrDefault(kind, 0);
            if (missed > 0) {
                breaks.put("not found: " + kind, missed + " of " + made);
            }
        });
        FileSystemUtils.deleteRecursively(folder);
        return new Outcome(mutations, figures, breaks);
    }
}
