package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodeTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void reckonsAsTheStandardDoes(long second, String code) {
        assertThat(TimeCode.at(SECRET, TimeCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void theCodeOfTheStepBeforeAndAfterIsTakenAndNoOther() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TimeCode.step(now);
        for (long far = -3; far <= 3; far++) {
            assertThat(TimeCode.stepOf(TimeCode.at(SECRET, step + far), SECRET, now)
                            .isPresent())
                    .as("%d steps away", far)
                    .isEqualTo(Math.abs(far) <= 1);
        }
    }

    /** One code in a million is that of the next step too; taken as the earlier one's, it could be used twice. */
    @Test
    void ofTwoStepsWithTheSameCodeTheLaterIsTaken() {
        long earlier = 59_061_240;
        Instant now = Instant.EPOCH.plus(TimeCode.STEP.multipliedBy(earlier));
        assertThat(TimeCode.at(SECRET, earlier)).isEqualTo("963181").isEqualTo(TimeCode.at(SECRET, earlier + 1));
        assertThat(TimeCode.stepOf("963181", SECRET, now)).hasValue(earlier + 1);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesTheSecretAsAppsTakeIt(String plain, String text) {
        assertThat(TimeCode.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }
}
