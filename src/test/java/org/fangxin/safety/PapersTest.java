package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the papers on security promise is shown by tests that are there under the names that they give. */
class PapersTest {
    private static final Path FOLDER = Path.of("docs/security");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern SECTION = Pattern.compile("(?m)^## \\d\\. .+$");

    @Test
    void everyTestThatAPaperNamesIsThere() throws Exception {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path paper : papers()) {
            Matcher test = NAMED.matcher(Files.readString(paper));
            while (test.find()) {
                named++;
                String source = sources.getOrDefault(test.group(1), "");
                if (!source.contains("void " + test.group(2) + "(")) {
                    missing.add(paper.getFileName() + ": " + test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(60);
    }

    @Test
    void everyPartOfTheThreatModelSaysWhatItSurrendersAndWhatNotWithATestForEachNot() throws Exception {
        String model = Files.readString(FOLDER.resolve("threat-model.md"));
        String[] parts = SECTION.split(model);
        assertThat(parts).hasSize(1 + 8);
        for (int i = 1; i < parts.length; i++) {
            assertThat(parts[i]).contains("**交出**", "**得不到**");
            assertThat(rows(parts[i]))
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(NAMED.matcher(row).find()).as(row).isTrue());
        }
    }

    /** Rows of its table, without the head. */
    private static List<String> rows(String part) {
        return part.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    }

    private static List<Path> papers() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.toList();
        }
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
            for (Path one :
                    all.filter(file -> file.toString().endsWith("Test.java")).toList()) {
                sources.put(one.getFileName().toString().replace(".java", ""), Files.readString(one));
            }
        }
        return sources;
    }
}
