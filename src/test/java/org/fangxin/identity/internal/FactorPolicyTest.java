package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.internal.Account.Factor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorPolicyTest {
    private static final Instant NOW = Instant.parse("2026-05-06T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "off, HANDLER, NONE, NONE",
        "off, SECURITY_ADMIN, NONE, NONE",
        "off, SECURITY_ADMIN, IN_USE, IN_USE",
        "suggested, HANDLER, NONE, NONE",
        "suggested, SYSTEM_ADMIN, NONE, SUGGESTED",
        "suggested, SECURITY_ADMIN, NONE, SUGGESTED",
        "suggested, AUDITOR, NONE, SUGGESTED",
        "suggested, IDENTITY_KEEPER, NONE, SUGGESTED",
        "suggested, HANDLER, IN_USE, IN_USE",
        "suggested, HANDLER, RESET, REQUIRED",
        "administrators, LEADER, NONE, NONE",
        "administrators, IDENTITY_KEEPER, NONE, REQUIRED",
        "administrators, AUDITOR, NONE, REQUIRED",
        "ALL, HANDLER, NONE, REQUIRED",
        "all, RESPONDENT, NONE, REQUIRED",
        "all, HANDLER, IN_USE, IN_USE"
    })
    void theSettingSaysWhatIsAskedAndNoSettingLetsAnybodyPastTheCode(
            String setting, Role role, Factor factor, SecondFactor asked) {
        Person person = new Person("p-1", "officer", "测试员", "620823", true, Set.of(role), null);
        Account account = new Account(person, "", NOW, false, 0, factor);
        assertThat(new AccountStanding("mlps3", setting, () -> NOW).of(account).secondFactor())
                .isEqualTo(asked);
        assertThat(account.wantsCode()).isEqualTo(factor == Factor.IN_USE);
    }

    @Test
    void anUnknownSettingIsRefusedInWords() {
        assertThatThrownBy(() -> FactorPolicy.of("sometimes"))
                .hasMessageContaining("fangxin.second-factor")
                .hasMessageContaining("administrators");
    }
}
