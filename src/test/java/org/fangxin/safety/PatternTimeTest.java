package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No regular expression of the program is made slow by what somebody types. */
class PatternTimeTest {

    @Test
    void noPatternOfTheProgramIsSlowOnAttackStrings() throws Exception {
        Map<String, String> patterns = ProgramPatterns.in(Path.of("target/classes/org/fangxin"));
        assertThat(patterns).hasSizeGreaterThan(40);
        Map<String, String> slow = new TreeMap<>();
        patterns.forEach((expression, where) ->
                AttackStrings.slow(expression).ifPresent(piece -> slow.put(expression, where + " on " + piece)));
        assertThat(slow).isEmpty();
    }

    @Test
    void aPlantedSlowPatternIsFound() {
        assertThat(AttackStrings.slow("(a+)+$")).isPresent();
        assertThat(AttackStrings.slow("^(\\d+\\s?)+$")).isPresent();
        assertThat(AttackStrings.slow("[0-9]{1,20}")).isEmpty();
    }
}
