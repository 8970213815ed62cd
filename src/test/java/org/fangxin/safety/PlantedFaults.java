package org.fangxin.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Classes that nobody should write, and a test that looks at nothing: as text, so that no build takes them for its own. */
record PlantedFaults(Path program, Path tests) {
    /** What the planted program has to be reproached with. */
    static final Set<String> PATTERNS = Set.of("SQL_INJECTION_JDBC", "PREDICTABLE_RANDOM", "COMMAND_INJECTION");

    static final String BROKEN = "org.fangxin.law.Rollover*";
    static final String TEST = "org.fangxin.planted.RolloverTest";

    private static final String PROGRAM = """
            package org.fangxin.planted;

            public final class Careless {
                public static java.sql.ResultSet find(java.sql.Connection connection, String name) throws Exception {
                    return connection.createStatement().executeQuery("select * from person where name = '" + name + "'");
                }

                public static String code() {
                    return Integer.toString(new java.util.Random().nextInt(1_000_000));
                }

                public static Process convert(String file) throws Exception {
                    return Runtime.getRuntime().exec(new String[] {"sh", "-c", "convert " + file});
                }
            }
            """;
    private static final String LAZY_TEST = """
            package org.fangxin.planted;

            import java.time.LocalDate;
            import org.fangxin.law.Rollover;
            import org.fangxin.law.WorkingCalendar;
            import org.junit.jupiter.api.Test;

            class RolloverTest {
                @Test
                void movesOffRestDays() {
                    for (Rollover rollover : Rollover.values()) {
                        rollover.passes(LocalDate.of(2026, 10, 1), WorkingCalendar.builtIn());
                    }
                }
            }
            """;

    static PlantedFaults compiledInto(Path place) throws IOException {
        return new PlantedFaults(
                compiled(place.resolve("program"), "Careless", PROGRAM),
                compiled(place.resolve("tests"), "RolloverTest", LAZY_TEST));
    }

    private static Path compiled(Path place, String name, String text) throws IOException {
        Path source = Files.createDirectories(place.resolveSibling("source")).resolve(name + ".java");
        Files.writeString(source, text);
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", place.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path") + ":" + junit(), source.toString()));
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(name + " could not be compiled");
        }
        return place;
    }

    /** Of which version does not matter to an annotation. */
    private static Path junit() throws IOException {
        try (Stream<Path> files = Files.walk(CodeExamined.REPOSITORY.resolve("org/junit/jupiter/junit-jupiter-api"))) {
            return files.filter(one -> one.getFileName().toString().matches("junit-jupiter-api-[0-9.]+\\.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("the rig: no JUnit beside Maven"));
        }
    }
}
