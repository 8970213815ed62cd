package org.fangxin.enforcement.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fangxin.enforcement.RewardRule;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rule table of rewards, read from {@code enforcement/reward-rules.json}. */
@Component
public final class RewardTable {
    private final List<RewardRule> rules;

    RewardTable(JsonMapper json) {
        try (InputStream table =
                Objects.requireNonNull(RewardTable.class.getResourceAsStream("/enforcement/reward-rules.json"))) {
            this.rules = List.of(json.readValue(table.readAllBytes(), RewardRule[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws Problem 422 when no table holds on this day */
    public RewardRule on(LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.holdsOn(day))
                .findFirst()
                .orElseThrow(() -> Problem.forbiddenByLaw("这一天没有可用的奖励标准。", List.of("第三十六条")));
    }
}
