package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two writings of one door are one; two doors are never one; doors that strangers share are not compared. */
class HomeAddressTest {
    private static final String PLAIN =
            HomeAddress.comparable("崇信县锦屏镇东街12号3幢2单元501室").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甘肃省平凉市崇信县锦屏镇东街12号3幢2单元501室",
                "平凉市崇信县锦屏镇东街１２号 3栋 2单元 501",
                "崇信县锦屏镇东街十二号三号楼二单元五〇一室",
                "崇信县 锦屏镇，东街12-3-2-501",
                "崇信县锦屏镇东街第12号（3幢2单元501户）"
            })
    void writingsOfOneDoorAreOne(String other) {
        assertThat(HomeAddress.comparable(other)).contains(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"崇信县锦屏镇东街12号3幢2单元502室", "崇信县锦屏镇东街123号2单元501室", "崇信县锦屏镇西街12号3幢2单元501室", "泾川县锦屏镇东街12号3幢2单元501室"})
    void anotherDoorIsAnother(String other) {
        assertThat(HomeAddress.comparable(other)).isPresent().get().isNotEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "崇信县锦屏镇东街",
                "崇信县",
                "3号",
                "兰州市城关区某某大学5号宿舍楼302室",
                "崇信县锦屏镇东街8号某某公司",
                "崇信县工业园工厂3号楼",
                "崇信县东街宾馆203室",
                "崇信县敬老院2号楼101"
            })
    void aStreetWithoutADoorAndADoorOfStrangersAreNotCompared(String address) {
        assertThat(HomeAddress.comparable(address)).isEmpty();
    }

    @Test
    void aStreetNamedAfterASchoolIsAStreet() {
        assertThat(HomeAddress.comparable("崇信县学院路12号2单元301室")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"十,10", "十二,12", "二十,20", "二百零三,203", "五〇一,501", "一百一十,110", "两,2"})
    void numeralsInCharactersAreNumbers(String characters, int number) {
        assertThat(HomeAddress.number(characters)).isEqualTo(number);
    }
}
