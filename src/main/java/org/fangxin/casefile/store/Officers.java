package org.fangxin.casefile.store;

import java.util.Optional;
import org.fangxin.casefile.Actor;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.springframework.stereotype.Component;

/** Officers as the procedures know them. */
@Component
class Officers {
    private final People people;

    Officers(People people) {
        this.people = people;
    }

    /** An active person by id; empty for unknown or inactive ones. */
    Optional<Actor> actor(String personId) {
        return people.find(personId)
                .filter(Person::active)
                .filter(person -> person.roles().stream().noneMatch(Role.RESPONDENT::equals))
                .map(person -> new Actor(person.personId(), person.agencyCode(), person.roles()));
    }
}
