package org.fangxin.identity.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.cipher.Chain;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.KeyRing;
import org.fangxin.cipher.SoftwareDevice;
import org.fangxin.identity.AgencyNames;
import org.fangxin.identity.People;
import org.fangxin.identity.PeopleOf;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.internal.Account.Factor;
import org.fangxin.identity.store.AccountsInMemory;
import org.fangxin.identity.store.AuditStore.Head;
import org.fangxin.identity.store.PersonStore;
import org.fangxin.identity.store.RecordsInMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The administrators' acts as the program makes them, over accounts in memory. */
public final class OfficeInMemory {
    private static final Instant NOW = Instant.parse("2026-05-06T01:00:00Z");

    private final AccountsInMemory accounts;
    private final InScope inScope = new InScope(TransactionOperations.withoutTransaction());
    private final InstantSource time = () -> NOW;
    private final SoftwareDevice device;
    private final PersonStore people;
    private final AccountFields fields =
            new AccountFields(new StaticListableBeanFactory().getBeanProvider(AgencyNames.class));
    private final PasswordRules rules;
    private final Registration registration;
    private final AuditTrail audit;

    /** @param folder for a key file that nothing is kept with */
    public OfficeInMemory(AccountsInMemory accounts, Path folder) {
        this.accounts = accounts;
        this.device = new SoftwareDevice(KeyRing.open(folder.resolve("keys.json"), JsonMapper.shared(), time));
        this.people = accounts.people();
        Passwords passwords = new Quick();
        this.rules = new PasswordRules("mlps3", passwords, people, accounts.grants());
        this.audit = new Unwritten(inScope, new Chain(device), time);
        this.registration = new Registration(people, accounts.grants(), rules, passwords, fields, audit, time);
    }

    /** Somebody who has been there for long: the password is the own one. */
    public void employ(String username, Set<Role> roles, Factor factor) {
        Person person = new Person("p-" + username, username, "测试员", "620823", true, roles, null);
        accounts.put(new Account(person, "", NOW, false, 0, factor));
    }

    /** What {@code ChangePassword} leaves. */
    public void changeOwnPassword(String personId) {
        rules.set(personId, "own", false, NOW);
    }

    public SignedIn signedIn(Account account) {
        return new AccountStanding("mlps3", "off", time).of(account);
    }

    public AccountFields fields() {
        return fields;
    }

    public People staff() {
        return PeopleOf.these(inScope, registration, people);
    }

    public ListPeople list() {
        return new ListPeople(inScope, people);
    }

    public CreatePerson create() {
        return new CreatePerson(inScope, registration, fields);
    }

    public UpdatePerson update() {
        return new UpdatePerson(inScope, people, accounts.grants(), AccountsInMemory.sessions(), fields, audit, time);
    }

    public ResetPassword resetPassword() {
        AttemptGuard guard = new AttemptGuard(AccountsInMemory.attempts(), new BlindIndex(device), inScope, time, 100);
        return new ResetPassword(inScope, people, AccountsInMemory.sessions(), rules, guard, audit, time);
    }

    public ResetFactor resetFactor() {
        return new ResetFactor(
                inScope, people, accounts.factors(new Ciphers(device)), AccountsInMemory.sessions(), audit, time);
    }

    public GrantRoles grant() {
        return new GrantRoles(
                inScope,
                people,
                accounts.grants(),
                AccountsInMemory.clients(),
                AccountsInMemory.sessions(),
                audit,
                time);
    }

    /** The twin: who grants is not told from who is granted. */
    public GrantRoles grantToAnybody() {
        return new GrantRoles(
                inScope,
                people,
                accounts.grants(),
                AccountsInMemory.clients(),
                AccountsInMemory.sessions(),
                audit,
                time) {
            @Override
            public Person toPerson(SignedIn admin, String personId, Set<Role> roles) {
                SignedIn nobody =
                        new SignedIn("nobody", "nobody", admin.displayName(), admin.agencyCode(), admin.roles(), false);
                return super.toPerson(nobody, personId, roles);
            }
        };
    }

    /** Argon2 takes its time, and passwords are no part of the model. */
    private static final class Quick extends Passwords {
        @Override
        public String encode(@Nullable CharSequence password) {
            return "hash";
        }
    }

    private static final class Unwritten extends AuditTrail {
        Unwritten(InScope inScope, Chain chain, InstantSource time) {
            super(inScope, new RecordsInMemory(List.of(), new Head(0, Chain.START)), chain, time);
        }

        @Override
        public void append(Draft draft) {
            // the log has experiments of its own
        }
    }
}
