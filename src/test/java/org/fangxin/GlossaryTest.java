package org.fangxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.EntryLabels;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.intake.Channel;
import org.fangxin.law.Rule;
import org.fangxin.law.Statutes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The glossary pairs every name of the code with its own Chinese, so that neither drifts. */
class GlossaryTest {
    private static final String GLOSSARY = read();

    /** One line of a table: its cells. */
    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    static Stream<String> lines() {
        return Stream.of(
                        Arrays.stream(Act.values()).map(act -> line(code(act.id()), code(act.name()), act.label())),
                        Arrays.stream(Kind.values()).map(kind -> line(code(kind.name()), kind.chinese())),
                        Arrays.stream(Stage.values()).map(stage -> line(code(stage.name()), stage.chinese())),
                        Arrays.stream(Flag.values()).map(flag -> line(code(flag.name()), flag.chinese())),
                        Arrays.stream(Role.values()).map(role -> line(code(role.name()), role.chinese())),
                        Arrays.stream(PartyRole.values()).map(role -> line(code(role.name()), role.chinese())),
                        Arrays.stream(Channel.values()).map(way -> line(code(way.name()), way.chinese())),
                        entries().map(name -> line(code(name), EntryLabels.of(name))),
                        Statutes.builtIn().all().stream().map(GlossaryTest::rule))
                .flatMap(found -> found);
    }

    private static String rule(Rule rule) {
        return line(code(rule.id()), rule.title());
    }

    private static Stream<String> entries() {
        return Arrays.stream(Entry.class.getPermittedSubclasses())
                .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                .map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void pairsEachNameWithItsWord(String line) {
        assertThat(GLOSSARY).contains(line);
    }

    @Test
    void namesNothingThatTheCodeDoesNotKnow() {
        List<String> known = lines().toList();
        List<String> written = GLOSSARY.substring(GLOSSARY.indexOf("## Kinds"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .filter(line -> !inRooms(line))
                .toList();
        assertThat(known).containsAll(written);
    }

    private static boolean inRooms(String line) {
        int rooms = GLOSSARY.indexOf("## Rooms");
        int at = GLOSSARY.indexOf(line, rooms);
        return at > rooms && at < GLOSSARY.indexOf("## Acts");
    }

    private static String read() {
        try {
            return Files.readString(Path.of("docs/glossary.md"));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
