package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The auditor reads what was done in words: every act that the program records has its own. */
class AuditWordsTest {
    private static final Path MAIN = Path.of("src/main/java");
    /** Classes that record, themselves or by one that does it for them. */
    private static final Pattern RECORDS = Pattern.compile("AuditLog|AuditTrail|AdministrativeAct");

    private static final Pattern CODE = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    /** A code of such a class that is no act: what a person was looked for by. */
    private static final Set<String> NO_ACTS = Set.of("ID_NUMBER");

    @Test
    void everyActThatIsRecordedHasItsWords() throws IOException {
        List<String> recorded;
        try (Stream<Path> files = Files.walk(MAIN)) {
            recorded = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("AuditWords.java"))
                    .map(AuditWordsTest::text)
                    .flatMap(source -> acts(source).stream())
                    .distinct()
                    .toList();
        }
        assertThat(recorded).hasSizeGreaterThan(80);
        assertThat(recorded).allMatch(AuditWords::knows);
    }

    @Test
    void findsAnActWithoutWords() {
        String source =
                "AuditLog audit; audit.record(approve ? \"EXPORT_APPROVED\" : \"EXPORT_FORGOTTEN\", id, \"by=NAME\");";
        assertThat(acts(source)).containsExactly("EXPORT_APPROVED", "EXPORT_FORGOTTEN");
        assertThat(acts(source)).anyMatch(act -> !AuditWords.knows(act));
    }

    private static List<String> acts(String source) {
        if (!RECORDS.matcher(source).find()) {
            return List.of();
        }
        return CODE.matcher(source)
                .results()
                .map(code -> code.group(1))
                .filter(code -> !NO_ACTS.contains(code))
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
