package org.fangxin.identity.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.fangxin.identity.store.PersonStore;
import org.springframework.stereotype.Component;

/** The first administrators, and a new first password for one of them. */
@Component
public class FirstStart {
    private final InScope inScope;
    private final PersonStore people;
    private final Registration registration;
    private final ResetPassword resetPassword;
    private final ResetFactor resetFactor;

    FirstStart(
            InScope inScope,
            PersonStore people,
            Registration registration,
            ResetPassword resetPassword,
            ResetFactor resetFactor) {
        this.inScope = inScope;
        this.people = people;
        this.registration = registration;
        this.resetPassword = resetPassword;
        this.resetFactor = resetFactor;
    }

    /**
     * Makes the administrators when there is nobody yet. The passwords are told before the accounts become real, so that
     * no account exists whose password nobody knows.
     *
     * @return whether they were made
     */
    public boolean makeAdministrators(
            Map<String, Role> accounts, String agencyCode, Consumer<Map<String, String>> tell) {
        return inScope.everywhere(() -> {
            people.lockFirstStart();
            if (people.count("") > 0) {
                return false;
            }
            Map<String, String> passwords = new LinkedHashMap<>();
            accounts.forEach((username, role) -> {
                String password = Tokens.password();
                passwords.put(username, password);
                registration.register(
                        new NewPerson(username, role.chinese(), agencyCode, Set.of(role), password, true),
                        People.SYSTEM);
            });
            tell.accept(passwords);
            return true;
        });
    }

    /**
     * Gives an administrator a new first password.
     *
     * @throws IllegalArgumentException when nobody has that name or the person is no administrator
     */
    public void resetAdministrator(String username, Consumer<Map<String, String>> tell) {
        inScope.everywhere(() -> {
            Person person = people.byUsername(SignIn.username(username))
                    .map(Account::person)
                    .filter(one -> one.roles().stream().anyMatch(Role::isAdministrator))
                    .orElseThrow(() -> new IllegalArgumentException("fangxin.reset-administrator：没有这个管理员。"));
            Issued issued = resetPassword.issue(person, Draft.ofSystem("RESET_PASSWORD"));
            tell.accept(Map.of(person.username(), issued.initialPassword()));
            return true;
        });
    }

    /**
     * Takes an administrator's second factor back, who has to enrol anew.
     *
     * @throws IllegalArgumentException when nobody has that name or the person is no administrator
     */
    public void resetSecondFactor(String username) {
        resetFactor.atStart(username);
    }
}
