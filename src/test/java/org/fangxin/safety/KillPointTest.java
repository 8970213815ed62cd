package org.fangxin.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The places at which R8 ends the program are places of the program. */
class KillPointTest {

    @ParameterizedTest
    @EnumSource(KillPoint.class)
    void everyPlaceIsAMethodOfTheProgram(KillPoint point) throws ClassNotFoundException {
        assertThat(point.places()).isNotEmpty();
        for (KillAgent.Place place : point.places()) {
            assertThat(exists(place)).as(place.toString()).isTrue();
        }
    }

    @Test
    void aMethodThatIsNotThereIsNoted() throws ClassNotFoundException {
        assertThat(exists(KillAgent.Place.of("org.fangxin.notice.internal.Sender#sendTwice:in")
                        .getFirst()))
                .isFalse();
        assertThatThrownBy(() -> exists(KillAgent.Place.of("org.fangxin.notice.internal.Postman#send:in")
                        .getFirst()))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static boolean exists(KillAgent.Place place) throws ClassNotFoundException {
        Class<?> type = Class.forName(place.type(), false, KillPointTest.class.getClassLoader());
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(place.method()));
    }
}
