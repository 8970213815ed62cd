package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fangxin.identity.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The state diagrams under {@code docs/procedures} show what the program does: the ways are those that cases really went
 * in random lives. Written anew with {@code -Dfangxin.write=true}.
 */
class ProcedureDocumentTest {
    private static final int LIVES = 9_000;
    private static final Path FOLDER = Path.of("docs", "procedures");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theDiagramShowsTheWaysThatCasesGo(Kind kind) throws IOException {
        String page = page(kind);
        Path file = FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT) + ".md");
        if (Boolean.getBoolean("fangxin.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, page);
        }
        assertThat(file).as("write it anew with -Dfangxin.write=true").hasContent(page);
    }

    private static String page(Kind kind) {
        Map<Stage, Map<Stage, Set<Act>>> ways = ways(kind);
        everyStageIsReachedAndLeft(kind, ways);
        return "# %s：办理程序\n\n由测试从程序生成，请勿手改。Generated from the program by a test.\n\n%s\n%s\n"
                .formatted(kind.chinese(), diagram(kind, ways), acts(kind));
    }

    /** From stage to stage, by which acts. */
    private static Map<Stage, Map<Stage, Set<Act>>> ways(Kind kind) {
        Map<Stage, Map<Stage, Set<Act>>> ways = new EnumMap<>(Stage.class);
        boolean casework = kind == Kind.COMPLAINT || kind == Kind.REPORT;
        for (long seed = 0; seed < (casework ? LIVES : LIVES / 4); seed++) {
            for (RandomActs.Step step : new RandomActs(kind, seed).live(22).steps) {
                if (step.from() != step.to()) {
                    ways.computeIfAbsent(step.from(), _ -> new EnumMap<>(Stage.class))
                            .computeIfAbsent(step.to(), _ -> EnumSet.noneOf(Act.class))
                            .add(step.act());
                }
            }
        }
        return ways;
    }

    private static void everyStageIsReachedAndLeft(Kind kind, Map<Stage, Map<Stage, Set<Act>>> ways) {
        Set<Stage> all = Procedures.stagesOf(kind);
        Set<Stage> reached = ways.values().stream()
                .flatMap(to -> to.keySet().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
        reached.add(Stage.RECEIVED);
        if (kind == Kind.COMPLAINT) {
            reached.add(Stage.GREEN_CHANNEL);
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(all);
        Set<Stage> left = EnumSet.copyOf(ways.keySet());
        left.add(Stage.ARCHIVED);
        assertThat(left).containsExactlyInAnyOrderElementsOf(all);
    }

    private static String diagram(Kind kind, Map<Stage, Map<Stage, Set<Act>>> ways) {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        Procedures.stagesOf(kind).forEach(stage -> text.append("    %s : %s\n".formatted(stage, stage.chinese())));
        text.append("    [*] --> RECEIVED : 收到\n");
        if (kind == Kind.COMPLAINT) {
            text.append("    [*] --> GREEN_CHANNEL : 同意先与商家协商\n");
        }
        ways.forEach((from, targets) -> targets.forEach((to, acts) -> text.append("    %s --> %s : %s\n"
                .formatted(from, to, acts.stream().map(Act::label).collect(Collectors.joining("、"))))));
        return text.append("    ARCHIVED --> [*]\n```\n").toString();
    }

    private static String acts(Kind kind) {
        StringBuilder text = new StringBuilder("| 步骤 | 代码 | 谁 | 从哪里 | 会怎样 |\n|---|---|---|---|---|\n");
        Map<Act, ActRule> rules = new TreeMap<>();
        Procedures.catalogue().stream()
                .filter(rule -> rule.kinds().contains(kind))
                .forEach(rule -> rules.putIfAbsent(rule.act(), rule));
        int stages = Procedures.stagesOf(kind).size();
        rules.forEach((act, rule) -> text.append("| %s | `%s` | %s | %s | %s |\n"
                .formatted(act.label(), act.id(), roles(rule), from(rule, kind, stages), rule.effect())));
        return text.toString();
    }

    private static String roles(ActRule rule) {
        return rule.roles().stream().sorted().map(Role::chinese).collect(Collectors.joining("、"));
    }

    private static String from(ActRule rule, Kind kind, int stages) {
        Set<Stage> from = new LinkedHashSet<>(Procedures.stagesOf(kind));
        from.retainAll(rule.stages());
        return from.size() == stages
                ? "任何阶段"
                : from.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Stage::chinese)
                        .collect(Collectors.joining("、"));
    }
}
