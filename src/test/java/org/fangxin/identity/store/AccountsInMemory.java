package org.fangxin.identity.store;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fangxin.cipher.Ciphers;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.internal.Account;
import org.fangxin.identity.internal.Account.Factor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and grants in memory, whose state can be kept and taken up again: the rules above them are the program's own. */
public final class AccountsInMemory {
    private final Map<String, Account> rows = new TreeMap<>();

    /** By person id. */
    public Map<String, Account> state() {
        return Map.copyOf(rows);
    }

    public void takeUp(Map<String, Account> state) {
        rows.clear();
        rows.putAll(state);
    }

    public void put(Account account) {
        rows.put(account.person().personId(), account);
    }

    private static JdbcClient none() {
        return JdbcClient.create(new JdbcTemplate());
    }

    private void change(String id, Person person, boolean mustChange, Factor factor) {
        Account was = rows.get(id);
        rows.put(
                id,
                new Account(person, was.passwordHash(), was.passwordChangedAt(), mustChange, was.stamp() + 1, factor));
    }

    public PersonStore people() {
        return new PersonStore(none()) {
            @Override
            public Optional<Account> account(String personId) {
                return Optional.ofNullable(rows.get(personId));
            }

            @Override
            public Optional<Account> locked(String personId) {
                return account(personId);
            }

            @Override
            public long otherHolders(Role role, String personId) {
                return rows.values().stream()
                        .map(Account::person)
                        .filter(one -> one.active()
                                && one.roles().contains(role)
                                && !one.personId().equals(personId))
                        .count();
            }

            @Override
            public void insert(String personId, NewPerson fresh, String hash, Instant now, String by) {
                Person person = new Person(
                        personId, fresh.username(), fresh.displayName(), fresh.agencyCode(), true, Set.of(), null);
                put(new Account(person, hash, now, fresh.mustChange(), 0, Factor.NONE));
            }

            @Override
            public void update(Person after, boolean endSessions) {
                Account was = rows.get(after.personId());
                change(after.personId(), after, was.mustChange(), was.factor());
            }

            @Override
            public void setPassword(String personId, String hash, Instant now, boolean mustChange) {
                Account was = rows.get(personId);
                change(personId, was.person(), mustChange, was.factor());
            }

            @Override
            public void endSessions(String personId) {
                // sessions are no part of the model
            }
        };
    }

    public GrantStore grants() {
        return new GrantStore(none()) {
            @Override
            public void replace(String personId, Set<Role> roles, Instant now, String by) {
                Account was = rows.get(personId);
                Person p = was.person();
                Set<Role> granted = roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
                Person person = new Person(
                        personId,
                        p.username(),
                        p.displayName(),
                        p.agencyCode(),
                        p.active(),
                        granted,
                        p.certificateNo());
                change(personId, person, was.mustChange(), was.factor());
            }

            @Override
            public List<String> passwords(String personId, int limit) {
                return List.of();
            }

            @Override
            public void remember(String personId, String hash, Instant now, int keep) {
                // earlier passwords are no part of the model
            }
        };
    }

    public FactorStore factors(Ciphers ciphers) {
        return new FactorStore(none(), ciphers) {
            @Override
            public boolean reset(String personId, Instant now) {
                Account was = rows.get(personId);
                if (was.factor() != Factor.IN_USE) {
                    return false;
                }
                change(personId, was.person(), was.mustChange(), Factor.RESET);
                return true;
            }
        };
    }

    public static SessionStore sessions() {
        return new SessionStore(none()) {
            @Override
            public int end(String personId) {
                return 0;
            }
        };
    }

    public static AttemptStore attempts() {
        return new AttemptStore(none()) {
            @Override
            public void forget(String subject) {
                // locks are no part of the model
            }
        };
    }

    public static ClientStore clients() {
        return new ClientStore(none());
    }
}
