package org.fangxin.identity.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SecondFactor;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.Account;
import org.fangxin.identity.internal.AccountFields;
import org.fangxin.identity.internal.Program;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The room's answers, with agencies' names. */
@Component
class Views {
    record AgencyName(String code, String name) {}

    record SessionView(
            boolean signedIn,
            @Nullable String personId,
            @Nullable String username,
            @Nullable String displayName,
            @Nullable AgencyName agency,
            List<Role> roles,
            boolean mustChangePassword,
            SecondFactor secondFactor,
            @Nullable String csrfToken) {}

    record AccountView(
            String personId,
            String username,
            String displayName,
            AgencyName agency,
            boolean active,
            List<Role> roles,
            boolean mustChangePassword,
            @Nullable String certificateNo,
            boolean secondFactor) {}

    record HandlerView(
            String personId,
            String displayName,
            AgencyName agency,
            List<Role> roles,
            @Nullable String certificateNo) {}

    record ClientView(
            String clientId,
            String displayName,
            AgencyName agency,
            List<Role> roles,
            List<Role> wantedRoles,
            String createdAt) {}

    static final SessionView NOBODY = nobody(SecondFactor.NONE);
    /** Who gave the right password and still owes the code. */
    static final SessionView HALF_SIGNED = nobody(SecondFactor.CODE_WANTED);

    private final AccountFields fields;

    Views(AccountFields fields) {
        this.fields = fields;
    }

    SessionView session(SignedIn who, String csrfToken) {
        return new SessionView(
                true,
                who.personId(),
                who.username(),
                who.displayName(),
                agency(who.agencyCode()),
                sorted(who.roles()),
                who.mustChangePassword(),
                who.secondFactor(),
                csrfToken);
    }

    private static SessionView nobody(SecondFactor secondFactor) {
        return new SessionView(false, null, null, null, null, List.of(), false, secondFactor, null);
    }

    AccountView person(Person person, boolean mustChange, boolean secondFactor) {
        return new AccountView(
                person.personId(),
                person.username(),
                person.displayName(),
                agency(person.agencyCode()),
                person.active(),
                sorted(person.roles()),
                mustChange,
                person.certificateNo(),
                secondFactor);
    }

    AccountView person(Account account) {
        return person(account.person(), account.mustChange(), account.factor() == Account.Factor.IN_USE);
    }

    HandlerView handler(Person person) {
        return new HandlerView(
                person.personId(),
                person.displayName(),
                agency(person.agencyCode()),
                sorted(person.roles()),
                person.certificateNo());
    }

    ClientView program(Program program) {
        return new ClientView(
                program.clientId(),
                program.displayName(),
                agency(program.agencyCode()),
                sorted(program.roles()),
                sorted(program.wantedRoles()),
                Times.offset(program.createdAt()).toString());
    }

    AgencyName agency(String code) {
        return new AgencyName(code, fields.agencyName(code));
    }

    private static List<Role> sorted(Set<Role> roles) {
        return List.copyOf(new TreeSet<>(roles));
    }
}
