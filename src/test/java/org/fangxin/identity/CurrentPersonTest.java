package org.fangxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Every call asks here who it is; forbidden and missing are answered alike. */
class CurrentPersonTest {
    private static final SignedIn HANDLER =
            new SignedIn("p-1", "officer", "测试员", "620823", Set.of(Role.HANDLER), false);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void nobodyIsAskedToSignIn() {
        assertThat(CurrentPerson.find()).isEmpty();
        assertThat(refusal().status()).isEqualTo(401);
        assertThat(refusal(Role.HANDLER).status()).isEqualTo(401);
    }

    @Test
    void whoIsNotYetKnownToBeHimselfIsNobody() {
        here(HANDLER, false);
        assertThat(CurrentPerson.find()).isEmpty();
        assertThat(refusal().status()).isEqualTo(401);
    }

    @Test
    void whatIsNoPersonIsNobody() {
        here("anonymous", true);
        assertThat(CurrentPerson.find()).isEmpty();
    }

    @Test
    void oneOfTheRolesIsEnough() {
        here(HANDLER, true);
        assertThat(CurrentPerson.require()).isSameAs(HANDLER);
        assertThat(CurrentPerson.require(Role.LEADER, Role.HANDLER)).isSameAs(HANDLER);
    }

    @Test
    void withoutTheRoleThereIsNothingToFind() {
        here(HANDLER, true);
        assertThat(refusal(Role.LEADER, Role.UNIT_HEAD).status()).isEqualTo(404);
        assertThat(refusal().status()).as("an empty list allows nobody").isEqualTo(404);
    }

    private static Problem refusal(Role... anyOf) {
        return catchThrowableOfType(Problem.class, () -> CurrentPerson.require(anyOf));
    }

    private static void here(Object who, boolean known) {
        TestingAuthenticationToken authentication = new TestingAuthenticationToken(who, "");
        authentication.setAuthenticated(known);
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }
}
