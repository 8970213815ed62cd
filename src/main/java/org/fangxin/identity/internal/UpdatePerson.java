package org.fangxin.identity.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.GrantStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.SessionStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The system administrator changes an account's name, agency or activity. Another agency is another scope, which is a
 * grant: the roles go, and the security administrator gives them anew.
 */
@Component
public class UpdatePerson {
    private final InScope inScope;
    private final PersonStore people;
    private final GrantStore grants;
    private final SessionStore sessions;
    private final AccountFields fields;
    private final AuditTrail audit;
    private final InstantSource time;

    UpdatePerson(
            InScope inScope,
            PersonStore people,
            GrantStore grants,
            SessionStore sessions,
            AccountFields fields,
            AuditTrail audit,
            InstantSource time) {
        this.inScope = inScope;
        this.people = people;
        this.grants = grants;
        this.sessions = sessions;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /** What to change; null leaves a field as it is, and an empty number of a certificate takes it away. */
    public record Change(
            @Nullable String displayName,
            @Nullable String agencyCode,
            @Nullable Boolean active,
            @Nullable String certificateNo) {}

    public Person update(SignedIn admin, String personId, Change change) {
        return inScope.of(admin, () -> {
            Person before =
                    people.locked(personId).orElseThrow(Problem::notFound).person();
            Person after = changed(admin, before, change);
            boolean moved = !before.agencyCode().equals(after.agencyCode());
            boolean ends = moved || (before.active() && !after.active());
            if (moved && before.roles().contains(Role.RESPONDENT)) {
                throw Problem.invalid("agency", "merchant-account", "这是商家的账号，不能调到别的单位。");
            }
            if (ends) {
                requireReplaceable(admin, before);
            }
            people.update(after, ends);
            if (moved) {
                grants.replace(personId, Set.of(), time.instant(), admin.personId());
            }
            if (ends) {
                sessions.end(personId);
            }
            audit.append(Draft.of(admin, "UPDATE_PERSON").about(personId).with(codes(after, moved)));
            return people.find(personId).orElseThrow();
        });
    }

    private Person changed(SignedIn admin, Person before, Change change) {
        String agency = change.agencyCode();
        return new Person(
                before.personId(),
                before.username(),
                change.displayName() == null ? before.displayName() : fields.displayName(change.displayName()),
                agency == null || agency.strip().equals(before.agencyCode())
                        ? before.agencyCode()
                        : fields.ownAgency(admin, agency),
                change.active() == null ? before.active() : change.active(),
                before.roles(),
                change.certificateNo() == null ? before.certificateNo() : fields.certificate(change.certificateNo()));
    }

    private void requireReplaceable(SignedIn admin, Person person) {
        if (person.personId().equals(admin.personId())) {
            throw Problem.invalid("personId", "own-account", "不能停用或调动自己的账号，请由另一位系统管理员办理。");
        }
        for (Role role : person.roles()) {
            if (role.isAdministrator() && people.otherHolders(role, person.personId()) == 0) {
                throw Problem.invalid("personId", "last-administrator", "至少要留一位在用的" + role.chinese() + "。");
            }
        }
    }

    private static List<String> codes(Person after, boolean moved) {
        return List.of("agency=" + after.agencyCode(), "active=" + after.active(), "moved=" + moved);
    }
}
