package org.fangxin.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The shipped table of rewards: percent of fine and forfeiture, never below the minimum, never above the cap. */
class RewardRuleTest {
    private static final RewardRule RULE = shipped();

    @ParameterizedTest(name = "grade {0} of {1} yuan: {2}")
    @CsvSource({
        "1, 0, 5000.00",
        "1, 99999.99, 5000.00",
        "1, 100000.20, 5000.01",
        "1, 20000000, 1000000.00",
        "1, 300000000, 1000000.00",
        "2, 0, 3000.00",
        "2, 100000, 3000.00",
        "2, 123456.78, 3703.70",
        "3, 0, 1000.00",
        "3, 100000, 1000.00",
        "3, 30260.00, 1000.00",
        "3, 200000, 2000.00"
    })
    void amountIsThePercentWithinMinimumAndCap(int grade, BigDecimal base, BigDecimal amount) {
        assertThat(RULE.amount(RULE.grades().get(grade - 1), base)).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2021-11-30, false", "2021-12-01, true", "2026-11-26, true"})
    void holdsFromItsDay(LocalDate day, boolean holds) {
        assertThat(RULE.holdsOn(day)).isEqualTo(holds);
    }

    private static RewardRule shipped() {
        try (var table = RewardRuleTest.class.getResourceAsStream("/enforcement/reward-rules.json")) {
            return List.of(JsonMapper.shared().readValue(table.readAllBytes(), RewardRule[].class))
                    .getFirst();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
