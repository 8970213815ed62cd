package org.fangxin.identity;

import java.util.List;
import java.util.Set;
import org.fangxin.identity.internal.AuditTrail;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.internal.InScope;
import org.fangxin.identity.internal.Registration;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.SessionStore;
import org.springframework.stereotype.Component;

/**
 * Accounts of merchants' people: the same sign-in, lock and password rules as officers', with the one role
 * {@link Role#RESPONDENT} and no sight of any case. Which merchant somebody belongs to is known by the room that asks.
 */
@Component
public class Respondents {
    private final InScope inScope;
    private final Registration registration;
    private final PersonStore people;
    private final SessionStore sessions;
    private final AuditTrail audit;

    Respondents(
            InScope inScope, Registration registration, PersonStore people, SessionStore sessions, AuditTrail audit) {
        this.inScope = inScope;
        this.registration = registration;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Makes an account for somebody who chose name and password.
     *
     * @param agencyCode the agency that keeps the merchant's membership; its administrators can reset the password
     * @throws org.fangxin.problem.Problem 422 when a field is wrong, the name is taken or the password too weak
     */
    public Person create(String username, String displayName, String agencyCode, String password) {
        NewPerson asked = new NewPerson(username, displayName, agencyCode, Set.of(Role.RESPONDENT), password, false);
        return inScope.everywhere(() -> registration.registerRespondent(asked, People.SYSTEM));
    }

    /** Ends an account and what it has open; its history stays. Nothing happens to anybody but a merchant's person. */
    public void close(String personId) {
        inScope.everywhere(() -> {
            people.find(personId)
                    .filter(person -> person.roles().contains(Role.RESPONDENT))
                    .ifPresent(person -> {
                        people.update(person.disabled(), true);
                        sessions.end(personId);
                        audit.append(Draft.byCurrent("CLOSE_MERCHANT_ACCOUNT")
                                .about(personId)
                                .with(List.of("agency=" + person.agencyCode())));
                    });
            return true;
        });
    }
}
