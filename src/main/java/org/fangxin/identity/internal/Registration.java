package org.fangxin.identity.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.GrantStore;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.problem.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes an account inside the running transaction. */
@Component
public class Registration {
    private final PersonStore people;
    private final GrantStore grants;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final AccountFields fields;
    private final AuditTrail audit;
    private final InstantSource time;

    Registration(
            PersonStore people,
            GrantStore grants,
            PasswordRules rules,
            Passwords passwords,
            AccountFields fields,
            AuditTrail audit,
            InstantSource time) {
        this.people = people;
        this.grants = grants;
        this.rules = rules;
        this.passwords = passwords;
        this.fields = fields;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Makes the account with its grants.
     *
     * @param by id of who makes it
     * @throws Problem 422 when a field is wrong, the name is taken, the password too weak or the roles do not go together
     */
    public Person register(NewPerson asked, String by) {
        Optional<String> objection = RoleRules.objection(asked.roles());
        if (objection.isPresent()) {
            throw Problem.invalid("roles", "roles-apart", objection.get());
        }
        return made(checked(asked), by);
    }

    /** As {@link #register}, for the one role that no officer and no administrator grants. */
    public Person registerRespondent(NewPerson asked, String by) {
        if (!asked.roles().equals(Set.of(Role.RESPONDENT))) {
            throw new IllegalArgumentException("a merchant's account holds no other role");
        }
        return made(checked(asked), by);
    }

    private Person made(NewPerson person, String by) {
        Instant now = time.instant();
        String personId = Tokens.id("p");
        String hash = passwords.encode(person.password());
        try {
            people.insert(personId, person, hash, now, by);
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid("username", "taken", "这个用户名已有人用，请换一个。");
        }
        grants.remember(personId, hash, now, 1);
        grants.replace(personId, person.roles(), now, by);
        audit.append(Draft.byCurrent("CREATE_PERSON").about(personId).with(codes(person)));
        return people.find(personId).orElseThrow();
    }

    private NewPerson checked(NewPerson asked) {
        String username = fields.username(asked.username());
        String certificateNo = asked.certificateNo();
        rules.require("password", asked.password(), username);
        return new NewPerson(
                username,
                fields.displayName(asked.displayName()),
                fields.agency(asked.agencyCode()),
                asked.roles(),
                asked.password(),
                asked.mustChange(),
                certificateNo == null ? null : fields.certificate(certificateNo));
    }

    private static List<String> codes(NewPerson person) {
        return Stream.concat(
                        Stream.of("agency=" + person.agencyCode()),
                        person.roles().stream().map(Role::name).sorted())
                .toList();
    }
}
