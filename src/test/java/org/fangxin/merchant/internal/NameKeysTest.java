package org.fangxin.merchant.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fangxin.merchant.NameKeys;
import org.junit.jupiter.api.Test;

class NameKeysTest {
    @Test
    void aNameIsFoundByPairsInitialsAndDivision() {
        assertThat(NameKeys.terms("鑫盛（崇信）超市", List.of(), "620823").split(" "))
                .contains("'鑫盛'", "'盛崇'", "'超市'", "'^xscxcs'", "'^cs'", "'@62'", "'@6208'", "'@620823'")
                .doesNotContain("'（崇'");
    }

    @Test
    void fullWidthLettersBracketsAndQuotesMakeNoDifference() {
        assertThat(NameKeys.plain("ＡＢ 超市（一店）'\\")).isEqualTo("ab超市一店");
    }

    @Test
    void aCharacterOutsideTheFirstPlaneStaysWhole() {
        assertThat(NameKeys.pairs("𠮷野家")).containsExactly("𠮷野", "野家");
        assertThat(NameKeys.pinyin("𠮷野")).isEqualTo("𠮷ye");
    }

    @Test
    void whatIsTypedIsACodeLettersOrWords() {
        assertThat(Asked.of("9162 0823").code()).isTrue();
        assertThat(Asked.of("xscs").letters()).isTrue();
        assertThat(Asked.of("平凉超市").strict()).isEqualTo("'平凉' & '凉超' & '超市'");
        assertThat(Asked.of("平凉超市").loose()).isEqualTo("'平凉' & '超市'");
        assertThat(Asked.of("鑫盛 超市").strict()).isEqualTo("'鑫盛' & '超市'");
        assertThat(Asked.of("' | !").empty()).isTrue();
    }
}
