package org.fangxin.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.identity.internal.Account;
import org.fangxin.identity.internal.InScope;
import org.fangxin.identity.internal.Registration;
import org.fangxin.identity.store.PersonStore;
import org.springframework.stereotype.Component;

/** The staff of the agencies, for the other rooms. */
@Component
public class People {
    /** Who acts when the program itself does. */
    public static final String SYSTEM = "system";

    private final InScope inScope;
    private final Registration registration;
    private final PersonStore people;

    People(InScope inScope, Registration registration, PersonStore people) {
        this.inScope = inScope;
        this.registration = registration;
        this.people = people;
    }

    /**
     * Makes an account on the program's own behalf (first start, demo).
     *
     * @throws org.fangxin.problem.Problem 422 when a field is wrong, the name is taken, the password too weak or the
     *     roles may not be held together
     */
    public Person create(NewPerson person) {
        return inScope.everywhere(() -> registration.register(person, SYSTEM));
    }

    /** By id, inside the scope of the running request or work. */
    public Optional<Person> find(String personId) {
        return inScope.current(() -> people.find(personId));
    }

    /**
     * Changes with every change of an active account that ends its sessions; empty once the account is ended. For whoever
     * serves a person for longer than a request: what was allowed at its beginning is over when this is no longer the same.
     */
    public Optional<Long> stamp(String personId) {
        return inScope.current(() -> people.account(personId)
                .filter(account -> account.person().active())
                .map(Account::stamp));
    }

    /** Display names by id, whatever the scope; unknown ids are left out. */
    public Map<String, String> displayNames(Collection<String> personIds) {
        return personIds.isEmpty() ? Map.of() : people.displayNames(Set.copyOf(personIds));
    }

    /** Numbers of certificates by id, as far as the running scope sees the persons; who has none is left out. */
    public Map<String, String> certificates(Collection<String> personIds) {
        return personIds.isEmpty() ? Map.of() : inScope.current(() -> people.certificates(Set.copyOf(personIds)));
    }

    /** Active officers of an agency's subtree, as far as the running scope sees it, by agency and name. */
    public List<Person> officers(String agencyCode) {
        return inScope.current(() -> people.officers(agencyCode));
    }
}
