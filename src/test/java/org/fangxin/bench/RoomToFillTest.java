package org.fangxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomToFillTest {
    private static final long GB = 1_000_000_000L;

    @Test
    void tenMillionCasesAreRefusedWhereTheyDoNotGoWithWhatDoes() {
        assertThat(RoomToFill.refusal(10_000_000, 60 * GB))
                .hasValue("填 10000000 件大约要 144 GB，这里只有 60 GB。请换一块大些的磁盘，或者少填一些：这里放得下 4000000 件。");
        assertThat(RoomToFill.refusal(4_000_000, 60 * GB)).isEmpty();
        assertThat(RoomToFill.refusal(10_000_000, 144 * GB)).isEmpty();
    }

    @Test
    void whereNothingGoesNoNumberIsNamed() {
        assertThat(RoomToFill.refusal(1_000, 2 * GB))
                .hasValueSatisfying(said -> assertThat(said).contains("大些的磁盘").doesNotContain("放得下"));
    }
}
