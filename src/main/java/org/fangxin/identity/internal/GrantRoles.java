package org.fangxin.identity.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.ClientStore;
import org.fangxin.identity.store.GrantStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.SessionStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** The security administrator's acts: who may do what. Never for the own account. */
@Component
public class GrantRoles {
    private final InScope inScope;
    private final PersonStore people;
    private final GrantStore grants;
    private final ClientStore clients;
    private final SessionStore sessions;
    private final AuditTrail audit;
    private final InstantSource time;

    GrantRoles(
            InScope inScope,
            PersonStore people,
            GrantStore grants,
            ClientStore clients,
            SessionStore sessions,
            AuditTrail audit,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.grants = grants;
        this.clients = clients;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
    }

    /** Makes these the person's roles, at once: sessions under the earlier roles end. */
    public Person toPerson(SignedIn admin, String personId, Set<Role> roles) {
        refuse(RoleRules.objection(roles));
        if (personId.equals(admin.personId())) {
            throw Problem.invalid("roles", "own-account", "不能给自己授权，请由另一位安全管理员办理。");
        }
        return inScope.of(admin, () -> {
            Account account = people.locked(personId).orElseThrow(Problem::notFound);
            requireOwnPassword(account, roles);
            Person before = account.person();
            if (before.roles().contains(Role.RESPONDENT)) {
                throw Problem.invalid("roles", "merchant-account", "这是商家的账号，不能授予工作人员岗位。请为工作人员另开账号。");
            }
            requireOneLeft(before, roles);
            grants.replace(personId, roles, time.instant(), admin.personId());
            people.endSessions(personId);
            sessions.end(personId);
            audit.append(Draft.of(admin, "GRANT_ROLES").about(personId).with(codes(roles)));
            return people.find(personId).orElseThrow();
        });
    }

    /** Makes these a program's roles. */
    public Program toProgram(SignedIn admin, String clientId, Set<Role> roles) {
        refuse(RoleRules.objectionForProgram(roles));
        return inScope.of(admin, () -> {
            if (!clients.setRoles(clientId, roles)) {
                throw Problem.notFound();
            }
            audit.append(Draft.of(admin, "GRANT_ROLES").about(clientId).with(codes(roles)));
            return clients.find(clientId).orElseThrow();
        });
    }

    /** Whoever made or reset the account knows its password still: he would be two of the three administrators. */
    private static void requireOwnPassword(Account account, Set<Role> roles) {
        if (account.mustChange() && roles.stream().anyMatch(Role::isAdministrator)) {
            throw Problem.invalid("roles", "initial-password", "这个账号还在用别人知道的初始密码。请本人先登录改好密码，再授予管理员岗位。");
        }
    }

    private void requireOneLeft(Person before, Set<Role> roles) {
        for (Role role : before.roles()) {
            boolean taken = role.isAdministrator() && !roles.contains(role);
            if (taken && before.active() && people.otherHolders(role, before.personId()) == 0) {
                throw Problem.invalid("roles", "last-administrator", "至少要留一位在用的" + role.chinese() + "。");
            }
        }
    }

    private static void refuse(Optional<String> objection) {
        if (objection.isPresent()) {
            throw Problem.invalid("roles", "roles-apart", objection.get());
        }
    }

    private static List<String> codes(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).toList();
    }
}
