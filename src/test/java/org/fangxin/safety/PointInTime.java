package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.cipher.SealBroken;
import org.fangxin.intake.internal.file.SealedEvidence;

/** R10: everything is lost; what is put back to a moment under load is held against the ledger of that moment. */
final class PointInTime implements Experiment {
    private static final LostMachine.Work NOTHING = home -> {};
    private static final double NANOS = 1e9;

    @Override
    public String id() {
        return "R10";
    }

    @Override
    public String promise() {
        return "来件不断时机器没了：恢复到的那一刻和客户的账本一致，之前确认的一件不少，之后提交的一件没有，链完整；归档缺一个文件就拒绝";
    }

    @Override
    public String plant() {
        return "归档里少一个日志文件";
    }

    @Override
    public int usualRounds() {
        return 1;
    }

    @Override
    public String unit() {
        return "losses";
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Map<String, Object> figures = new LinkedHashMap<>();
        Map<String, String> breaks = new LinkedHashMap<>();
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < setting.rounds(); round++) {
            try (LostMachine machine = LostMachine.lose(setting, "r10", NOTHING, NOTHING)) {
                long begun = System.nanoTime();
                LostMachine.Restored restored = machine.restore();
                seconds.add((System.nanoTime() - begun) / NANOS);
                if (restored.code() == 0) {
                    hold(machine, restored.home(), figures, breaks);
                } else {
                    breaks.put("not restored", last(restored.said()));
                }
            }
        }
        figures.put("secondsToRestoreAndVerify", seconds);
        return new Outcome(setting.rounds(), figures, breaks);
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        try (LostMachine machine = LostMachine.lose(setting, "r10-control", NOTHING, NOTHING)) {
            Files.delete(ofTheMoment(machine));
            LostMachine.Restored restored = machine.restore();
            return new Outcome(
                    1, Map.of(), restored.code() == 0 ? Map.of() : Map.of("not restored", last(restored.said())));
        }
    }

    /** The file on the way to the moment; the log goes on after the hole. Which one is the last depends on how long all took. */
    private static Path ofTheMoment(LostMachine machine) throws IOException {
        try (Stream<Path> all = Files.walk(machine.backup())) {
            return all.filter(one -> one.getFileName().toString().matches(machine.logOfTheMoment() + "(\\.\\w+)?"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Not archived: " + machine.logOfTheMoment()));
        }
    }

    private static String last(String said) {
        return said.lines()
                .filter(line -> line.contains("恢复没有做") || line.contains("没有"))
                .reduce((first, second) -> second)
                .orElse(said.lines().reduce((first, second) -> second).orElse(""))
                .replaceAll("/\\S+/", "");
    }

    private static void hold(LostMachine machine, Home home, Map<String, Object> figures, Map<String, String> breaks)
            throws Exception {
        try (Program program = Program.start(home)) {
            program.awaitReady();
            Map<String, List<Stored>> stored = Stored.read(home);
            SealedEvidence evidence = new SealedEvidence(home.path());
            int told = 0;
            int later = 0;
            for (Ledger.Line line : machine.ledger().read().values()) {
                String key = line.form.key();
                boolean there = stored.containsKey(key);
                if (line.acknowledgedBy(machine.moment())) {
                    told++;
                    if (!there) {
                        breaks.putIfAbsent("acknowledged before the moment and lost", key);
                    } else if (!stored.get(key).getFirst().digest().equals(line.digest)) {
                        breaks.putIfAbsent("restored with another content", key);
                    } else if (line.form.attachment() != null && !opens(evidence, line.form.attachment())) {
                        breaks.putIfAbsent("its file is lost", key);
                    }
                } else if (line.sentAfter(machine.moment())) {
                    later++;
                    if (there) {
                        breaks.putIfAbsent("sent after the moment and there", key);
                    }
                }
            }
            if (told == 0 || later == 0) {
                breaks.put("the rig: nothing was told before or sent after the moment", told + ", " + later);
            }
            figures.put("acknowledgedBefore", told);
            figures.put("sentAfter", later);
            figures.put("stored", stored.size());
        }
    }

    private static boolean opens(SealedEvidence evidence, String id) {
        try {
            return !evidence.sm3(id).isEmpty();
        } catch (IOException | SealBroken unreadable) {
            return false;
        }
    }
}
