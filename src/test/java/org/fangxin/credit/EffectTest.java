package org.fangxin.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a talk changed, counted by hand. */
class EffectTest {
    private static final LocalDate HELD = LocalDate.of(2026, 6, 30);

    @Test
    void bothSidesAreEquallyLongAndTheDayItselfBelongsToNeither() {
        // 05-31 is the thirtieth day before, 07-30 the thirtieth after
        List<LocalDate> received = List.of(
                LocalDate.of(2026, 5, 30),
                LocalDate.of(2026, 5, 31),
                LocalDate.of(2026, 6, 29),
                HELD,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 30),
                LocalDate.of(2026, 7, 31));
        Effect effect = Effect.of(received, HELD, LocalDate.of(2026, 7, 31), 30, false);
        assertThat(effect).isEqualTo(new Effect(30, 2, 2, true, false));
        assertThat(Effect.of(received, HELD, LocalDate.of(2026, 8, 30), 60, false))
                .isEqualTo(new Effect(60, 3, 3, true, false));
        assertThat(Effect.of(received, HELD, LocalDate.of(2026, 8, 30), 60, false)
                        .beforeRate())
                .isEqualTo(1.5);
    }

    @Test
    void nothingIsSaidOfDaysThatAreNotOver() {
        Effect effect = Effect.of(List.of(HELD.plusDays(1)), HELD, LocalDate.of(2026, 7, 30), 30, false);
        assertThat(effect).isEqualTo(new Effect(30, 0, null, false, false));
    }

    @Test
    void aCountUnderFiveStaysInTheAgencyAndNoneAndFiveDoNot() {
        LocalDate today = HELD.plusDays(31);
        List<LocalDate> received = new ArrayList<>();
        for (int n = 0; n <= 6; n++) {
            Effect outside = Effect.of(received, HELD, today, 30, true);
            assertThat(outside.suppressed()).as("%d complaints", n).isEqualTo(n > 0 && n < 5);
            assertThat(outside.before() == null).isEqualTo(outside.suppressed());
            assertThat(Effect.of(received, HELD, today, 30, false).before()).isEqualTo(n);
            received.add(HELD.minusDays(1));
        }
    }
}
