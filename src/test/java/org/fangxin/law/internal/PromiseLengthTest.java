package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.fangxin.law.Statutes;
import org.junit.jupiter.api.Test;

/** What an agency may make of a promise of its own. */
class PromiseLengthTest {
    private final Rule arrive = Statutes.builtIn().rule("promise.arrive.town").orElseThrow();

    @Test
    void aPromiseIsWrittenAsItIsRead() {
        assertThat(PromiseLength.of(arrive)).hasToString("20 MINUTE");
        for (String text : new String[] {"15 MINUTE", "3 WORKING_DAY", "30 DAY", "2 HOUR", "90 SECOND", "OFF"}) {
            assertThat(PromiseLength.parse(text).orElseThrow()).hasToString(text);
        }
        for (String text : new String[] {"0 MINUTE", "15", "15 YEAR", "-1 DAY", "10000 DAY", "off", "", "3  DAY"}) {
            assertThat(PromiseLength.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void anotherLengthMayHaveAnotherUnitAndDaysRollOver() {
        Rule days = as("3 DAY", true);
        assertThat(days.length()).isEqualTo(3);
        assertThat(days.unit()).isEqualTo(Unit.DAY);
        assertThat(days.rollsOver()).isTrue();
        assertThat(days.active()).isTrue();
        Rule hours = as("2 HOUR", true);
        assertThat(hours.unit()).isEqualTo(Unit.HOUR);
        assertThat(hours.rollsOver()).isFalse();
    }

    @Test
    void aPromiseThatIsOffKeepsItsLengthAndPromisesNothing() {
        Rule off = as("OFF", true);
        assertThat(off.active()).isFalse();
        assertThat(off.length()).isEqualTo(20);
        assertThat(off.unit()).isEqualTo(Unit.MINUTE);
        assertThat(off.rollsOver()).isFalse();
        Rule handle = Statutes.builtIn().rule("promise.timely.handle").orElseThrow();
        assertThat(PromiseLength.parse("OFF")
                        .orElseThrow()
                        .applyTo(handle, true)
                        .rollsOver())
                .isTrue();
        assertThat(as("15 MINUTE", false).active()).as("not in force anyway").isFalse();
    }

    @Test
    void aDateThatEachOrderSetsHasNoLengthToChange() {
        assertThat(PromiseLength.adjustable(arrive)).isTrue();
        assertThat(PromiseLength.adjustable(
                        Statutes.builtIn().rule("penalty.case.decide.further").orElseThrow()))
                .isFalse();
    }

    private Rule as(String text, boolean active) {
        return PromiseLength.parse(text).orElseThrow().applyTo(arrive, active);
    }
}
