package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/evidence/README.md} says what the files beside it say. {@code -Dfangxin.write=true} writes it anew. */
class EvidencePageTest {

    @Test
    void thePageIsMadeOfTheFiles() throws Exception {
        String page = EvidencePage.of(Evidence.all());
        if (Boolean.getBoolean("fangxin.write")) {
            Files.writeString(Evidence.PAGE, page);
        }
        assertThat(Files.readString(Evidence.PAGE)).isEqualTo(page);
    }

    @Test
    void everyRunSaysHowOftenWithWhichSeedOnWhatAndWhatItsControlFound() throws Exception {
        assertThat(Evidence.all()).isNotEmpty().allSatisfy(run -> {
            assertThat(run.get("n").asInt()).isPositive();
            assertThat(run.get("bound95").asDouble())
                    .isEqualTo(Math.min(1, 3.0 / run.get("n").asInt()));
            assertThat(run.get("commit").asString()).matches("[0-9a-f]{40}");
            assertThat(run.get("cores").asInt()).isPositive();
            assertThat(run.has("seed")).isTrue();
            assertThat(run.get("verdict").asString().equals("HELD"))
                    .isEqualTo(run.get("breaks").isEmpty());
            assertThat(run.at("/control/verdict").asString().equals("FOUND"))
                    .isEqualTo(!run.at("/control/breaks").isEmpty());
        });
    }

    @Test
    void roundsOfSeveralRunsAddUpFromTheLastBrokenOneOnWhichStays() {
        JsonNode held = run(2, "HELD", "{}");
        JsonNode broken = run(3, "BROKEN", "{\"lost\": \"1 × (k)\"}");
        assertThat(EvidencePage.of(List.of(held, held))).contains("| 2 | 4 kill | 75% | 守住 |");
        assertThat(EvidencePage.of(List.of(held, held, broken)))
                .contains("| 3 | 0 kill | — | 没有守住，见下 |", "没有守住（lost 1 × (k)）");
        assertThat(EvidencePage.of(List.of(held, broken, held, held)))
                .contains("| 4 | 4 kill | 75% | 守住；在那以前有过没有守住的运行，见下 |", "没有守住（lost 1 × (k)）");
    }

    private static JsonNode run(int rounds, String verdict, String breaks) {
        return JsonMapper.shared().readTree("""
                {"experiment": "R1", "promise": "p", "at": "2026-11-27T00:00:00Z", "commit": "0123456789", "changedSince": false,
                 "cores": 2, "n": %d, "unit": "kill", "seed": 1, "figures": {"sent": 3}, "verdict": "%s", "breaks": %s,
                 "control": {"plant": "w", "verdict": "FOUND", "breaks": {"x": "1"}}}""".formatted(rounds, verdict, breaks));
    }
}
