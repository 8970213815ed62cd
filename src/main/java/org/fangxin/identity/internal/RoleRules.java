package org.fangxin.identity.internal;

import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.Role;

/** Which roles one person may hold together (GB/T 22239-2019 8.1.5, 三员分立). */
public final class RoleRules {
    private RoleRules() {}

    /** Why these roles may not be held by one person, in Chinese; empty when they may. */
    public static Optional<String> objection(Set<Role> roles) {
        for (Role role : roles) {
            if (!role.isAdministrator() && !Role.OFFICERS.contains(role)) {
                return Optional.of("“" + role.chinese() + "”不是工作人员的岗位，不能授予。");
            }
        }
        long administrators = roles.stream().filter(Role::isAdministrator).count();
        if (administrators > 1) {
            return Optional.of("三员分立：系统管理员、安全管理员、审计员不能由同一人担任。");
        }
        return administrators == 1 && roles.size() > 1 ? Optional.of("管理员不能办案：管理员岗位不能与办案岗位由同一人担任。") : Optional.empty();
    }

    /** Which roles a program may hold: those that work on cases, never an administrator's, never the vault's keeper's. */
    public static Optional<String> objectionForProgram(Set<Role> roles) {
        return roles.stream()
                .filter(role -> !Role.OFFICERS.contains(role) || role == Role.IDENTITY_KEEPER)
                .findFirst()
                .map(role -> "“" + role.chinese() + "”不能授予程序。");
    }
}
