package org.fangxin.cipher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource({"张三, 张*", "欧阳小明, 欧*", "𠮷野, 𠮷*", "李, *", "'', *", "John, J*"})
    void aNameKeepsItsFirstCharacter(String name, String shown) {
        assertThat(Mask.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "13800000000, 138****0000",
        "0933-6123456, ****3456",
        "138 0000 0000, 138****0000",
        "6123456, ****3456",
        "612345, ****",
        "12315, ****"
    })
    void aTelephoneKeepsThreeAndFourDigits(String phone, String shown) {
        assertThat(Mask.phone(phone)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "62082319000101001X, 620823**********1X",
        "620823000101001, 620823*******01",
        "E00000012, *******12",
        "123456, ****56",
        "12345, ***",
        "123, ***"
    })
    void anIdNumberKeepsSixAndTwo(String number, String shown) {
        assertThat(Mask.idNumber(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"wang@example.cn, w***@example.cn", "w@example.cn, w***@example.cn", "@example.cn, ***", "nonsense, ***"
    })
    void anEmailKeepsItsFirstLetterAndItsHost(String email, String shown) {
        assertThat(Mask.email(email)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "甘肃省平凉市崇信县锦屏镇西街12号, 甘肃省平凉市崇信县锦屏镇***",
        "崇信县锦屏镇市场路3号, 崇信县锦屏镇***",
        "崇信县市场路3号, 崇信县***",
        "北京市东城区东华门街道某胡同8号, 北京市东城区东华门街道***",
        "内蒙古自治区锡林郭勒盟苏尼特左旗某苏木2号, 内蒙古自治区锡林郭勒盟苏尼特左旗某苏木***",
        "幸福小区3号楼, ***",
        "西街12号老乡饭店, ***",
        "12号, ***"
    })
    void anAddressEndsAtTheStreet(String address, String shown) {
        assertThat(Mask.address(address)).isEqualTo(shown);
    }
}
