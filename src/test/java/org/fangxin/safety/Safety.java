package org.fangxin.safety;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./fangxin safety}: makes the faults, tells what held, and writes the evidence. */
public final class Safety {
    private static final int BROKEN = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int OUTSIDE = 3;
    private static final long USUAL_SEED = 121;
    private static final String EVERY = "all";
    private static final List<Experiment> ALL = List.of(
            new ProgramKilled(),
            new DatabaseKilled(),
            new PowerCut(),
            new OrphanLeft(),
            new DiskFull(),
            new DatesCounted(),
            new ManyAtOnce(),
            new OneFloods(),
            new LineSilent(),
            new NoticesKilled(),
            new GatewayHung(),
            new ByteFlipped(),
            new LongDay(),
            new PointInTime(),
            new OldNoticesHeld(),
            new BackupSearched(),
            new RollingUpgrade(),
            new OnePaused(),
            new MigrationKilled(),
            new LogChanged(),
            new RolesWalked(),
            new IdentityTried(),
            new InjectionTried(),
            new ApiFuzzed(),
            new ScriptsStored(),
            new FilesHandedIn(),
            new ExportsOpened(),
            new PatternsAttacked(),
            new HostPoisoned(),
            new SealsTried(),
            new FilesDisposed(),
            new SlowConnections(),
            new SupplyChain(),
            new CodeExamined(),
            new HeadersKept(),
            new ActsTried(),
            new DatabaseGuarded(),
            new NothingFetched());

    private final PrintStream out;

    private Safety(PrintStream out) {
        this.out = out;
    }

    /** What was asked for. */
    private record Asked(List<Experiment> experiments, Optional<Integer> rounds, long seed, boolean write) {}

    public static void main(String[] arguments) throws Exception {
        System.exit(new Safety(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run(List.of(arguments)));
    }

    private int run(List<String> arguments) throws Exception {
        Optional<String> refusal = Sandbox.refusal();
        if (refusal.isPresent()) {
            out.println(refusal.get());
            return OUTSIDE;
        }
        Optional<Asked> asked = asked(arguments);
        if (asked.isEmpty()) {
            return WRONG_ARGUMENTS;
        }
        Path work = Files.createDirectories(Path.of("target/safety/work")).toAbsolutePath();
        Path template = Templates.empty(work);
        boolean good = true;
        for (Experiment one : asked.get().experiments()) {
            good &= tried(
                    one,
                    asked.get(),
                    new Experiment.Setting(
                            template,
                            work,
                            rounds(one, asked.get()),
                            asked.get().seed()));
        }
        out.println(good ? "全部守住，每个种下的弱点都找到了。" : "有没有守住的、没有找到的弱点，或者没有做的实验，见上。");
        return good ? 0 : BROKEN;
    }

    private static int rounds(Experiment one, Asked asked) {
        return asked.rounds().orElse(one.usualRounds());
    }

    private Optional<Asked> asked(List<String> arguments) {
        Map<String, Experiment> known = new LinkedHashMap<>();
        ALL.forEach(one -> known.put(one.id(), one));
        List<Experiment> wanted = new ArrayList<>();
        Optional<Integer> rounds = Optional.empty();
        long seed = USUAL_SEED;
        boolean write = true;
        for (String argument : arguments) {
            if (argument.matches("--n=[1-9]\\d{0,7}")) {
                rounds = Optional.of(Integer.valueOf(argument.substring("--n=".length())));
            } else if (argument.matches("--seed=\\d{1,9}")) {
                seed = Long.parseLong(argument.substring("--seed=".length()));
            } else if (argument.equals("--no-evidence")) {
                write = false;
            } else if (argument.equals(EVERY)) {
                wanted.addAll(ALL);
            } else if (known.containsKey(argument)) {
                wanted.add(known.get(argument));
            } else {
                out.println("没有“" + argument + "”这个实验。有：" + EVERY + " " + String.join(" ", known.keySet()));
                return Optional.empty();
            }
        }
        if (wanted.isEmpty()) {
            ALL.stream().filter(one -> !one.campaign()).forEach(wanted::add);
        }
        return Optional.of(new Asked(wanted, rounds, seed, write));
    }

    private boolean tried(Experiment one, Asked asked, Experiment.Setting setting) throws Exception {
        out.printf("%n%s  %s%n", one.id(), one.promise());
        Optional<String> missing = one.missing();
        if (missing.isPresent()) {
            out.println("  没有做：" + missing.get());
            return false;
        }
        long begun = System.nanoTime();
        Experiment.Outcome measured = one.measured(setting);
        out.printf("  %s  n=%d  %s%n", measured.held() ? "守住" : "没有守住", measured.rounds(), measured.figures());
        measured.breaks().forEach((what, where) -> out.printf("    ✗ %s：%s%n", what, where));
        Experiment.Outcome control = one.control(setting);
        out.printf("  对照（%s）：%s%n", one.plant(), control.held() ? "没有找到" : "找到了 " + control.breaks());
        out.printf("  用时 %d 秒%n", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        if (asked.write()) {
            Evidence.append(one, setting.seed(), measured, control, InstantSource.system());
        }
        return measured.held() && !control.held();
    }
}
