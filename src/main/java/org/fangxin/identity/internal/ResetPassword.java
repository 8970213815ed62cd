package org.fangxin.identity.internal;

import java.time.InstantSource;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.SessionStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Gives an account a new first password, lifts its lock and ends its sessions. A system administrator may not do so for an
 * administrator, or the three would be one: not for a colleague either, whose password he would know still after being made
 * another of the three.
 */
@Component
public class ResetPassword {
    private final InScope inScope;
    private final PersonStore people;
    private final SessionStore sessions;
    private final PasswordRules rules;
    private final AttemptGuard guard;
    private final AuditTrail audit;
    private final InstantSource time;

    ResetPassword(
            InScope inScope,
            PersonStore people,
            SessionStore sessions,
            PasswordRules rules,
            AttemptGuard guard,
            AuditTrail audit,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.sessions = sessions;
        this.rules = rules;
        this.guard = guard;
        this.audit = audit;
        this.time = time;
    }

    /** The system administrator's act. */
    public Issued reset(SignedIn admin, String personId) {
        return inScope.of(admin, () -> {
            Person person =
                    people.locked(personId).orElseThrow(Problem::notFound).person();
            requireResettable(admin, person);
            return issue(person, Draft.of(admin, "RESET_PASSWORD"));
        });
    }

    /** Inside a running transaction. */
    Issued issue(Person person, Draft draft) {
        String password = Tokens.password();
        rules.set(person.personId(), password, true, time.instant());
        guard.unlock(person.username());
        sessions.end(person.personId());
        audit.append(draft.about(person.personId()));
        return new Issued(person, password);
    }

    private static void requireResettable(SignedIn admin, Person person) {
        if (person.personId().equals(admin.personId())) {
            throw Problem.invalid("personId", "own-account", "自己的密码请用“修改密码”。");
        }
        if (person.roles().stream().anyMatch(Role::isAdministrator)) {
            throw Problem.invalid("personId", "administrators-apart", "三员分立：系统管理员不能重置管理员的密码。请在服务器上用启动参数重置。");
        }
    }
}
