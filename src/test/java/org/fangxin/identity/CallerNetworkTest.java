package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "0:0:0:0:0:ffff:c000:207, 192.0.2.7",
        "64:ff9b::192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:0DB8:1:2::, 20010db800010002/64",
        "fe80::1, fe80000000000000/64",
        "::1, 0000000000000000/64",
        "64:ff9b:1::192.0.2.7, 0064ff9b00010000/64",
        "not-an-address, not-an-address",
        "null, null",
    })
    void oneNetworkIsOneAddress(String address, String counted) {
        assertThat(CallerNetwork.of(address)).isEqualTo(counted);
    }

    @Test
    void neighboursCountTogetherAndStrangersApart() {
        assertThat(CallerNetwork.of("2001:db8::1"))
                .isEqualTo(CallerNetwork.of("2001:db8::ffff:ffff:ffff:ffff"))
                .isNotEqualTo(CallerNetwork.of("2001:db8:0:1::1"));
        assertThat(CallerNetwork.of("192.0.2.7")).isNotEqualTo(CallerNetwork.of("192.0.2.8"));
    }
}
