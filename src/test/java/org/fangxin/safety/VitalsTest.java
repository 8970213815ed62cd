package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.fangxin.safety.Vitals.Slope;
import org.junit.jupiter.api.Test;

class VitalsTest {
    private static final String HEAP = """
            12:
            DefNew     total 116224K, used 17408K [0x00000000e8000000, 0x00000000f0000000)
             eden space 103360K,  16% used [0x00000000e8000000, 0x00000000ee4f0000)
            Tenured    total 258048K, used 82944K [0x00000000f0000000, 0x0000000100000000)
             the  space 258048K,  32% used [0x00000000f0000000, 0x0000000100000000)
            Metaspace       used 150000K, committed 151000K, reserved 1114112K
            """;

    @Test
    void onlyTheGenerationsOfTheHeapAreCounted() {
        assertThat(Vitals.living(HEAP)).isEqualTo(98);
    }

    @Test
    void aHeapThatSaysNothingIsNoEmptyHeap() {
        assertThatThrownBy(() -> Vitals.living("garbage-first heap")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatGrowsByFiveAnHourHasThatSlopeAndWhatOnlyWaversHasNone() {
        List<Integer> looks = IntStream.range(0, 60).boxed().toList();

        Slope grows = Slope.of(looks, i -> i / 60.0, i -> 80 + i / 12.0 + (i % 2));
        Slope wavers = Slope.of(looks, i -> i / 60.0, i -> 80 + 3.0 * (i % 2));

        assertThat(grows.anHour()).isBetween(4.8, 5.3);
        assertThat(grows.anHour() - 3 * grows.error()).isPositive();
        assertThat(Math.abs(wavers.anHour())).isLessThan(3 * wavers.error());
    }
}
