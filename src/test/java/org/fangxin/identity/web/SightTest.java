package org.fangxin.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.junit.jupiter.api.Test;

class SightTest {
    @Test
    void sightFollowsAgencyAndRole() {
        assertThat(sight(Role.LEADER)).isEqualTo(new Scope("620823", "620824", "p-1", Scope.Reports.ALL).leading());
        assertThat(sight(Role.INTAKE).reports()).isEqualTo(Scope.Reports.ALL);
        assertThat(sight(Role.UNIT_HEAD).reports()).isEqualTo(Scope.Reports.ALL);
        assertThat(sight(Role.SUPERIOR).reports()).isEqualTo(Scope.Reports.ALL);
        assertThat(sight(Role.INVESTIGATOR, Role.HANDLER).reports()).isEqualTo(Scope.Reports.OWN);
        assertThat(sight(Role.HANDLER, Role.MEDIATOR).reports()).isEqualTo(Scope.Reports.NONE);
        for (Role administrator : Role.ADMINISTRATORS) {
            assertThat(sight(administrator)).isEqualTo(Scope.NOTHING);
        }
        assertThat(sight()).isEqualTo(Scope.NOTHING);
    }

    private static Scope sight(Role... roles) {
        return ScopeFilter.of(new SignedIn("p-1", "one", "一", "620823", Set.of(roles), false));
    }
}
