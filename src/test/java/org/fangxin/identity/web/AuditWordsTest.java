package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The auditor reads what was done in words: every act that the program records has its own. */
class AuditWordsTest {
    private static final Path MAIN = Path.of("src/main/java");
    /** The first argument of a call that records, where acts stand. */
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:record|byCurrent|ofSystem|ofNobody)\\(\\s*([^,;]*)|Draft\\.of\\([^,;]*,\\s*([^,;)]*)");

    private static final Pattern NAMED = Pattern.compile("String [A-Z]+ = (\"[A-Z]+(?:_[A-Z]+)+\");");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*)\"");

    @Test
    void everyActThatIsRecordedHasItsWords() throws IOException {
        List<String> recorded;
        try (Stream<Path> files = Files.walk(MAIN)) {
            recorded = files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditWordsTest::text)
                    .filter(source -> source.contains("AuditLog") || source.contains("AuditTrail"))
                    .flatMap(source -> acts(source).stream())
                    .distinct()
                    .toList();
        }
        assertThat(recorded).hasSizeGreaterThan(80);
        assertThat(recorded).allMatch(AuditWords::knows);
    }

    @Test
    void findsAnActWithoutWords() {
        String source = "audit.record(approve ? \"EXPORT_APPROVED\" : \"EXPORT_FORGOTTEN\", id, \"by=NAME\");";
        assertThat(acts(source)).containsExactly("EXPORT_APPROVED", "EXPORT_FORGOTTEN");
        assertThat(acts(source)).anyMatch(act -> !AuditWords.knows(act));
    }

    private static List<String> acts(String source) {
        Stream<String> called =
                CALL.matcher(source).results().map(call -> call.group(1) == null ? call.group(2) : call.group(1));
        Stream<String> named = NAMED.matcher(source).results().map(constant -> constant.group(1));
        return Stream.concat(called, named)
                .flatMap(argument -> CODE.matcher(argument).results())
                .map(code -> code.group(1))
                .distinct()
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
