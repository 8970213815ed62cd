package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * S18: the compiled program is read for faults and holes by SpotBugs and findsecbugs, and its pure cores are broken on purpose, one
 * instruction at a time, to see whether their own quick tests notice.
 */
final class CodeExamined implements Experiment {
    /** As the executions of the profile {@code mutants} are named; the usual run takes those that are done in minutes. */
    private static final List<String> CORES = List.of("law", "cipher", "authorisation", "casefile");

    private static final int USUAL = 3;
    /** Fewer would mean that something else than the program was read. */
    private static final int LEAST_CLASSES = 1_000;

    private static final int GOAL_PER_CENT = 85;
    static final Path REPOSITORY = Path.of(System.getProperty("user.home"), ".m2", "repository");
    private static final List<String> TOOLS = List.of(
            "com/github/spotbugs/spotbugs-maven-plugin",
            "com/h3xstream/findsecbugs/findsecbugs-plugin",
            "org/pitest/pitest-maven");

    @Override
    public String id() {
        return "S18";
    }

    @Override
    public String promise() {
        return "SpotBugs 和 findsecbugs 的每一条高、中级发现都改掉了或者写明了为什么留着；期限、密码、权限、办案规则里逐条指令改错，85% 以上被它们自己的快速测试发现";
    }

    @Override
    public String plant() {
        return "拼出来的 SQL、可以猜到的随机数、拼出来的命令；去掉了断言的测试";
    }

    /** How many cores; the fourth, the rules of cases, takes long. */
    @Override
    public int usualRounds() {
        return USUAL;
    }

    /** Its tools come from the net first, and no build needs them. */
    @Override
    public boolean campaign() {
        return true;
    }

    @Override
    public String unit() {
        return "mutants";
    }

    @Override
    public Optional<String> missing() throws IOException {
        for (String tool : TOOLS) {
            if (!Files.isDirectory(REPOSITORY.resolve(tool))) {
                return Optional.of("本机的 Maven 仓库里没有 " + tool
                        + "。请先联网各运行一次：mvn -Pstatic spotbugs:spotbugs 和 mvn -Pmutants pitest:mutationCoverage@law");
            }
        }
        return Optional.empty();
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        Path place = fresh(setting, "s18");
        try {
            Map<String, String> breaks = new LinkedHashMap<>();
            Map<String, Object> figures = new LinkedHashMap<>();
            Findings found = Findings.of(Path.of("target/classes").toAbsolutePath(), place.resolve("static"));
            figures.put("classesRead", found.classes());
            figures.put("findingsExplained", Findings.explained());
            figures.put("findingsUnexplained", found.found().size());
            judge(found, LEAST_CLASSES, breaks);
            int mutants = 0;
            for (String core : CORES.subList(0, Math.min(setting.rounds(), CORES.size()))) {
                Mutants tried = Mutants.of(core, place.resolve("mutants"));
                figures.put(core, tried.words());
                judge(core, tried, breaks);
                mutants += tried.all();
            }
            return new Outcome(mutants, figures, breaks);
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private static void judge(Findings found, int least, Map<String, String> breaks) {
        if (found.classes() < least) {
            breaks.put("too little was read", found.classes() + " classes");
        }
        found.found().forEach(one -> breaks.putIfAbsent(one.pattern(), one.where()));
    }

    private static void judge(String core, Mutants tried, Map<String, String> breaks) {
        if (tried.all() == 0 || tried.found() * 100 < tried.all() * GOAL_PER_CENT) {
            breaks.put("broken " + core + " goes unnoticed", tried.words() + " " + tried.survivors(5));
        }
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        Path place = fresh(setting, "s18-control");
        try {
            PlantedFaults planted = PlantedFaults.compiledInto(place.resolve("classes"));
            Map<String, String> breaks = new LinkedHashMap<>();
            judge(Findings.of(planted.program(), place.resolve("static")), 1, breaks);
            Mutants unnoticed =
                    Mutants.of(PlantedFaults.BROKEN, PlantedFaults.TEST, planted.tests(), place.resolve("mutants"));
            judge("law", unnoticed, breaks);
            // every hole by its name, and the test that looks at nothing
            boolean all = breaks.keySet().containsAll(PlantedFaults.PATTERNS)
                    && breaks.containsKey("broken law goes unnoticed");
            return new Outcome(PlantedFaults.PATTERNS.size() + unnoticed.all(), Map.of(), all ? breaks : Map.of());
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private static Path fresh(Setting setting, String name) throws IOException {
        Path place = setting.work().resolve(name);
        FileSystemUtils.deleteRecursively(place);
        return Files.createDirectories(place);
    }
}
