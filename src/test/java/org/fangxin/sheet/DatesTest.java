package org.fangxin.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019/4/25 9:32:09|2019-04-25T09:32:09",
                "2019-04-25|2019-04-25T00:00",
                "2019-4-5 09:02|2019-04-05T09:02",
                "2019年4月25日|2019-04-25T00:00",
                "2019年4月25日 下午3时20分|2019-04-25T15:20",
                "2019年04月25日09时32分09秒|2019-04-25T09:32:09",
                "2019.4.25|2019-04-25T00:00",
                "20190425|2019-04-25T00:00",
                "20190425093209|2019-04-25T09:32:09",
                "2019-04-25T09:32:09+08:00|2019-04-25T09:32:09",
                "2019-04-25T01:32:09Z|2019-04-25T09:32:09",
                "2019-04-25 09:32:09.0|2019-04-25T09:32:09",
                "2019/4/25 上午 9:32|2019-04-25T09:32",
                "2019/4/25 9:32:09 PM|2019-04-25T21:32:09",
                "45211|2023-10-12T00:00",
                "45211.6|2023-10-12T14:24",
                "43580.397326388|2019-04-25T09:32:09",
                "２０１９／４／２５|2019-04-25T00:00",
                "25/4/2019|2019-04-25T00:00",
                "4/25/2019|2019-04-25T00:00",
                "2024-02-29|2024-02-29T00:00",
            })
    void readsADateHoweverItIsWritten(String typed, LocalDateTime expected) {
        assertThat(Dates.read(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "昨天",
                "2019-02-29",
                "2019-13-01",
                "2019/4/31",
                "4/5/2019",
                "12345678901",
                "99999",
                "0",
                "2019",
                "1380000",
                "0001-01-01",
                "2019-04-25 25:00"
            })
    void guessesNothing(String typed) {
        assertThat(Dates.read(typed)).isEmpty();
    }
}
