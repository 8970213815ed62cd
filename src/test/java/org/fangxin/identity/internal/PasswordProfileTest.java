package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordProfileTest {
    @ParameterizedTest
    @CsvSource({
        "Short-1, 至少",
        "onlysmallletters, 三种",
        "SMALLandLARGEonly, 三种",
        "Wang-Fang-2026, 用户名",
        "Aa1-Aa1-Aa1-Aa1-, 太好猜",
        "Abcdefgh12345678, 太好猜"
    })
    void mlps3RefusesWhatIsShortPlainOrGuessed(String password, String why) {
        assertThat(PasswordProfile.MLPS3.objection(password, "wang-fang").orElse(""))
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({"Xin-Fang-2026-ok", "correct Horse 7 staple", "平凉Market-Bureau9"})
    void mlps3TakesThreeClassesOfTwelve(String password) {
        assertThat(PasswordProfile.MLPS3.objection(password, "wang")).isEmpty();
    }

    @Test
    void asvsAsksForLengthAndNotForClasses() {
        assertThat(PasswordProfile.ASVS.objection("correct horse stable", "wang"))
                .isEmpty();
        assertThat(PasswordProfile.ASVS.objection("Xin-Fang-2026", "wang")).isPresent();
        assertThat(PasswordProfile.ASVS.lifetime()).isEmpty();
        assertThat(PasswordProfile.of("asvs")).isSameAs(PasswordProfile.ASVS);
    }

    @Test
    void aPasswordHasAnUpperEnd() {
        assertThat(PasswordProfile.MLPS3.objection("Xy3-".repeat(40), "wang")).isPresent();
    }

    @RepeatedTest(200)
    void everyFirstPasswordSatisfiesBothProfiles() {
        String password = Tokens.password();
        assertThat(PasswordProfile.MLPS3.objection(password, "wang")).isEmpty();
        assertThat(PasswordProfile.ASVS.objection(password, "wang")).isEmpty();
    }
}
