package org.fangxin.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 三员分立 (GB/T 22239-2019 8.1.5), and what a program may be. */
class RoleRulesTest {
    @Test
    void nobodyIsTwoOfTheThreeAdministrators() {
        for (Role one : Role.ADMINISTRATORS) {
            for (Role other : Role.ADMINISTRATORS) {
                assertThat(RoleRules.objection(EnumSet.of(one, other)).isPresent())
                        .as("%s and %s", one, other)
                        .isEqualTo(one != other);
            }
        }
        assertThat(RoleRules.objection(Role.ADMINISTRATORS))
                .hasValueSatisfying(why -> assertThat(why).contains("三员分立"));
    }

    @Test
    void anAdministratorWorksOnNoCase() {
        for (Role officer : Role.OFFICERS) {
            assertThat(RoleRules.objection(EnumSet.of(Role.AUDITOR, officer)))
                    .as(officer.name())
                    .hasValueSatisfying(why -> assertThat(why).contains("管理员不能办案"));
        }
    }

    @Test
    void everyRoleHasANameOfItsOwn() {
        assertThat(Arrays.stream(Role.values()).map(Role::chinese))
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank());
    }

    @Test
    void anOfficerMayHoldSeveralRolesOfCases() {
        assertThat(RoleRules.objection(Role.OFFICERS)).isEmpty();
        assertThat(RoleRules.objection(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COMPLAINANT", "REPORTER", "ASKER", "AGENT", "REPRESENTATIVE", "RESPONDENT", "SYSTEM"})
    void whatIsNoOfficeOfStaffIsGrantedToNobody(Role role) {
        assertThat(RoleRules.objection(Set.of(role)))
                .hasValueSatisfying(why -> assertThat(why).contains(role.chinese()));
        assertThat(RoleRules.objectionForProgram(Set.of(role))).isPresent();
    }

    @Test
    void aProgramIsNeitherAnAdministratorNorTheKeeperOfReporters() {
        for (Role administrator : Role.ADMINISTRATORS) {
            assertThat(RoleRules.objectionForProgram(Set.of(administrator, Role.INTAKE)))
                    .hasValueSatisfying(why -> assertThat(why).contains(administrator.chinese()));
        }
        assertThat(RoleRules.objectionForProgram(Set.of(Role.IDENTITY_KEEPER))).isPresent();
        assertThat(RoleRules.objectionForProgram(Set.of(Role.INTAKE, Role.REGISTRAR)))
                .isEmpty();
    }
}
