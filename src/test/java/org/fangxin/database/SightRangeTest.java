package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.fangxin.database.Scope.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scope takes in, before any database is asked. */
class SightRangeTest {
    @ParameterizedTest
    @CsvSource({
        "6208, 6208, true",
        "6208, 620800, true",
        "6208, 620823, true",
        "6208, 620823100, true",
        "6208, 62, false",
        "6208, 6207, false",
        "6208, 620799, false",
        "6208, 6209, false",
        "6208, 620900, false",
        "620829, 620829100, true",
        "620829, 620830, false",
        "00, 110101, true",
        "00, 659012, true",
        "'', 620823, true"
    })
    void anAgencySeesItselfAndWhatLiesBelow(String agency, String other, boolean seen) {
        assertThat(Scope.subtree(agency, "p-1", Reports.ALL).covers(other)).isEqualTo(seen);
    }

    @Test
    void whoIsNotSignedInSeesNoAgency() {
        assertThat(Scope.NOTHING.covers("620823")).isFalse();
        assertThat(Scope.NOTHING.covers("")).isFalse();
        assertThat(Scope.SYSTEM.covers("620823")).isTrue();
    }

    @Test
    void headingAndStandingInChangeNothingElse() {
        Scope own = Scope.subtree("620823", "p-1", Reports.OWN);
        assertThat(own.leads()).isFalse();
        assertThat(own.leading()).isEqualTo(new Scope("620823", "620824", "p-1", Reports.OWN, true, Set.of()));
        assertThat(own.leading().standingFor(Set.of("p-2")))
                .isEqualTo(new Scope("620823", "620824", "p-1", Reports.OWN, true, Set.of("p-2")));
    }

    @Test
    void aScopeEndsWithItsWorkHoweverThatEnds() {
        Scope own = Scope.subtree("620823", "p-1", Reports.OWN);
        assertThat(Scopes.within(own, () -> Scopes.within(Scope.SYSTEM, Scopes::current)))
                .isEqualTo(Scope.SYSTEM);
        Scopes.within(own, () -> {
            assertThatThrownBy(() -> Scopes.within(Scope.SYSTEM, () -> {
                        throw new IllegalStateException("the work failed");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Scopes.current()).isEqualTo(own);
        });
        assertThat(Scopes.current()).isEqualTo(Scope.NOTHING);
    }
}
