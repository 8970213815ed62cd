package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.junit.jupiter.api.Test;

/** Who has to change his password before anything else. */
class AccountStandingTest {
    private static final Instant NOW = Instant.parse("2026-05-06T01:00:00Z");

    @Test
    void aPasswordOlderThanNinetyDaysHasToBeReplaced() {
        assertThat(standing("mlps3", Duration.ofDays(90), false).mustChangePassword())
                .isFalse();
        assertThat(standing("mlps3", Duration.ofDays(90).plusSeconds(1), false).mustChangePassword())
                .isTrue();
    }

    @Test
    void whereNoChangeByTheCalendarIsAskedAPasswordMayGrowOld() {
        assertThat(standing("asvs", Duration.ofDays(4_000), false).mustChangePassword())
                .isFalse();
    }

    @Test
    void aPasswordThatSomebodyElseSetHasToBeReplacedAtOnce() {
        assertThat(standing("asvs", Duration.ZERO, true).mustChangePassword()).isTrue();
        assertThat(standing("mlps3", Duration.ZERO, true).mustChangePassword()).isTrue();
    }

    /** An invitation is good for 72 hours; a password of one's own opens, however old. */
    @Test
    void aFirstPasswordThatNobodyReplacedInThreeDaysOpensNothingAnyMore() {
        assertThat(firstPasswordOver(Duration.ofHours(72), true)).isFalse();
        assertThat(firstPasswordOver(Duration.ofHours(72).plusSeconds(1), true)).isTrue();
        assertThat(firstPasswordOver(Duration.ofDays(4_000), false)).isFalse();
    }

    @Test
    void whoSignsInKeepsNameAgencyAndRoles() {
        SignedIn who = standing("mlps3", Duration.ZERO, false);
        assertThat(who.personId()).isEqualTo("p-1");
        assertThat(who.username()).isEqualTo("officer");
        assertThat(who.displayName()).isEqualTo("测试员");
        assertThat(who.agencyCode()).isEqualTo("620823");
        assertThat(who.roles()).containsExactly(Role.HANDLER);
        assertThat(who.has(Role.HANDLER)).isTrue();
        assertThat(who.has(Role.LEADER)).isFalse();
    }

    private static SignedIn standing(String profile, Duration age, boolean mustChange) {
        return new AccountStanding(profile, "off", () -> NOW).of(account(age, mustChange));
    }

    private static boolean firstPasswordOver(Duration age, boolean mustChange) {
        return new AccountStanding("mlps3", "off", () -> NOW).firstPasswordOver(account(age, mustChange));
    }

    private static Account account(Duration age, boolean mustChange) {
        Person person = new Person("p-1", "officer", "测试员", "620823", true, Set.of(Role.HANDLER), null);
        return new Account(person, "", NOW.minus(age), mustChange, 0, Account.Factor.NONE);
    }
}
