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
    @CsvSource({
        "Xin-Fang-2026-ok",
        "correct Horse 7 staple",
        "平凉Market-Bureau9",
        "Xin-Fang-Market",
        "correct horse 7 staple"
    })
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
    void aPasswordHasALowerAndAnUpperEnd() {
        assertThat(PasswordProfile.MLPS3.objection("Xin-Fang-20", "wang")).contains("密码至少要 12 位。");
        assertThat(PasswordProfile.MLPS3.objection("Xin-Fang-202", "wang")).isEmpty();
        String longest = "Xk3-mQ9z".repeat(16);
        assertThat(PasswordProfile.MLPS3.objection(longest, "wang")).isEmpty();
        assertThat(PasswordProfile.MLPS3.objection(longest + "W", "wang")).contains("密码最多 128 位。");
    }

    /** Nine of the twelve characters after the first go on from the ones before them; in the second, eight. */
    @Test
    void aPasswordIsAPatternFromThreeQuartersOn() {
        assertThat(PasswordProfile.MLPS3.objection("Abcdefg1234-X", "wang")).contains("密码太好猜：不要用重复或连续的字符。");
        assertThat(PasswordProfile.MLPS3.objection("Abcdefg123-xK", "wang")).isEmpty();
    }

    @Test
    void remembersWhatWasUsedBefore() {
        assertThat(PasswordProfile.MLPS3.remembered()).isEqualTo(5);
        assertThat(PasswordProfile.ASVS.remembered()).isEqualTo(1);
    }

    @RepeatedTest(200)
    void everyFirstPasswordSatisfiesBothProfiles() {
        String password = Tokens.password();
        assertThat(PasswordProfile.MLPS3.objection(password, "wang")).isEmpty();
        assertThat(PasswordProfile.ASVS.objection(password, "wang")).isEmpty();
    }
}
