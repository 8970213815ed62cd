package org.fangxin.identity.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.FactorStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.SessionStore;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * The security administrator takes back a second factor whose device is lost. The password is the system administrator's
 * matter: it takes both to make an account open anew. The person has to enrol again before anything else.
 */
@Component
public class ResetFactor {
    private static final String ACTION = "SECOND_FACTOR_RESET";

    /** Why; a code, since the audit log holds no free text. */
    public enum Reason {
        DEVICE_LOST,
        DEVICE_REPLACED,
        DEVICE_BROKEN,
        MISUSE_SUSPECTED
    }

    private final InScope inScope;
    private final PersonStore people;
    private final FactorStore factors;
    private final SessionStore sessions;
    private final AuditTrail audit;
    private final InstantSource time;

    ResetFactor(
            InScope inScope,
            PersonStore people,
            FactorStore factors,
            SessionStore sessions,
            AuditTrail audit,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.factors = factors;
        this.sessions = sessions;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Takes it back and ends the person's sessions.
     *
     * @throws Problem 404 out of sight; 422 for the own account, or when there is no second factor
     */
    public Person reset(SignedIn admin, String personId, Reason reason) {
        if (personId.equals(admin.personId())) {
            throw Problem.invalid("personId", "own-account", "不能重置自己的动态口令，请由另一位安全管理员办理。");
        }
        return inScope.of(admin, () -> {
            Person person =
                    people.locked(personId).orElseThrow(Problem::notFound).person();
            takeBack(person, Draft.of(admin, ACTION).with(List.of("reason=" + reason)));
            return person;
        });
    }

    /**
     * At the program's start, on the server: the way back for the last security administrator.
     *
     * @throws IllegalArgumentException when nobody has that name or the person is no administrator
     */
    void atStart(String username) {
        inScope.everywhere(() -> {
            Person person = people.byUsername(SignIn.username(username))
                    .map(Account::person)
                    .filter(isAdministrator())
                    .orElseThrow(() -> new IllegalArgumentException("fangxin.reset-second-factor：没有这个管理员。"));
            takeBack(person, Draft.ofSystem(ACTION).with(List.of("reason=at-start")));
            return true;
        });
    }

    private static Predicate<Person> isAdministrator() {
        return person -> person.roles().stream().anyMatch(Role::isAdministrator);
    }

    private void takeBack(Person person, Draft draft) {
        if (!factors.reset(person.personId(), time.instant())) {
            throw Problem.invalid("personId", "not-enrolled", "这个账号没有启用动态口令。");
        }
        people.endSessions(person.personId());
        sessions.end(person.personId());
        audit.append(draft.about(person.personId()));
    }
}
