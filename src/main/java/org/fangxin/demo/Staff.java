package org.fangxin.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;

/** The demo's officers as the rooms know them. */
final class Staff {
    private static final Set<Role> ALL_REPORTS = Set.of(Role.LEADER, Role.UNIT_HEAD, Role.INTAKE, Role.SUPERIOR);
    private static final String CITY = "6208";

    private final Map<Account, Person> persons = new EnumMap<>(Account.class);

    private Staff() {}

    /** Makes every account that is missing. Runs in the caller's transaction, all or none. */
    static void create(People people) {
        for (Account account : Account.values()) {
            people.create(new NewPerson(
                    account.username(),
                    account.displayName(),
                    account.agency(),
                    account.roles(),
                    Account.PASSWORD,
                    false));
        }
    }

    /** The officers among the accounts; the administrators have no part in any case. */
    static Staff of(People people) {
        Staff staff = new Staff();
        for (Person person : Scopes.within(Scope.SYSTEM, () -> people.officers(CITY))) {
            for (Account account : Account.values()) {
                if (account.username().equals(person.username())) {
                    staff.persons.put(account, person);
                }
            }
        }
        return staff;
    }

    Person person(Account account) {
        Person person = persons.get(account);
        if (person == null) {
            throw new IllegalStateException("no demo account " + account);
        }
        return person;
    }

    /** Whether this account is that person. */
    boolean is(Account account, String personId) {
        Person person = persons.get(account);
        return person != null && person.personId().equals(personId);
    }

    Actor actor(Account account) {
        Person person = person(account);
        return new Actor(person.personId(), person.agencyCode(), person.roles());
    }

    SignedIn signedIn(Account account) {
        Person person = person(account);
        return new SignedIn(
                person.personId(), person.username(), person.displayName(), person.agencyCode(), person.roles(), false);
    }

    /** What the officer sees when signed in. */
    Scope scope(Account account) {
        Person person = person(account);
        Scope.Reports reports = person.roles().stream().anyMatch(ALL_REPORTS::contains)
                ? Scope.Reports.ALL
                : person.roles().contains(Role.INVESTIGATOR) ? Scope.Reports.OWN : Scope.Reports.NONE;
        return Scope.subtree(person.agencyCode(), person.personId(), reports);
    }
}
