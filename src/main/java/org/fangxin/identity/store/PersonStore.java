package org.fangxin.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.internal.Account;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People's rows. Everything but the names is read and written inside the scope of the transaction. */
@Repository
public class PersonStore {
    private static final String COLUMNS = """
            select p.person_id, p.username, p.display_name, p.agency_code, p.active, p.password_hash,
                   p.password_changed_at, p.must_change, p.stamp, p.certificate_no,
                   case when f.secret is not null then 'IN_USE' when f.reset_at is not null then 'RESET' else 'NONE' end
                       as factor,
                   array(select g.role from identity.role_grant g where g.person_id = p.person_id) as roles
              from identity.person p left join identity.second_factor f using (person_id)
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Person> find(String personId) {
        return account(personId).map(Account::person);
    }

    public Optional<Account> account(String personId) {
        return jdbc.sql(COLUMNS + " where p.person_id = :id")
                .param("id", personId)
                .query(PersonStore::account)
                .optional();
    }

    public Optional<Account> byUsername(String username) {
        return jdbc.sql(COLUMNS + " where p.username = :username")
                .param("username", username)
                .query(PersonStore::account)
                .optional();
    }

    /** Locks the row, so that two administrators change one account in turn. */
    public Optional<Account> locked(String personId) {
        return jdbc.sql(COLUMNS + " where p.person_id = :id for update of p")
                .param("id", personId)
                .query(PersonStore::account)
                .optional();
    }

    /** A page of people whose user name or name contains {@code part}, after {@code cursor}, by user name. */
    public List<Account> page(String part, String cursor, int limit) {
        return jdbc.sql(COLUMNS + """
                 where p.username > :cursor
                   and (:part = '' or position(:part in p.username) > 0 or position(:part in p.display_name) > 0)
                 order by p.username
                 limit :limit
                """)
                .param("part", part)
                .param("cursor", cursor)
                .param("limit", limit)
                .query(PersonStore::account)
                .list();
    }

    public long count(String part) {
        return jdbc.sql("""
                select count(*) from identity.person p
                 where :part = '' or position(:part in p.username) > 0 or position(:part in p.display_name) > 0
                """).param("part", part).query(Long.class).single();
    }

    /** Active officers of an agency's subtree. */
    public List<Person> officers(String agencyCode) {
        Scope subtree = Scope.subtree(agencyCode, "", Scope.Reports.NONE);
        return jdbc
                .sql(COLUMNS + """
                 where p.active and p.agency_code >= :from and p.agency_code < :to
                   and exists (select from identity.role_grant g where g.person_id = p.person_id
                                  and g.role not in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'RESPONDENT'))
                 order by p.agency_code, p.display_name, p.person_id
                """)
                .param("from", subtree.from())
                .param("to", subtree.to())
                .query(PersonStore::account)
                .list()
                .stream()
                .map(Account::person)
                .toList();
    }

    public Map<String, String> displayNames(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select person_id, display_name from identity.display_names(string_to_array(:ids, ','))")
                .param("ids", String.join(",", ids))
                .query((RowCallbackHandler) row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /** Numbers of certificates by person, of those in scope who have one. */
    public Map<String, String> certificates(Set<String> ids) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("""
                        select person_id, certificate_no from identity.person
                         where person_id = any (string_to_array(:ids, ',')) and certificate_no is not null""").param("ids", String.join(",", ids)).query((RowCallbackHandler)
                row -> numbers.put(row.getString(1), row.getString(2)));
        return numbers;
    }

    /** Active holders of a role, this person not counted. */
    public long otherHolders(Role role, String personId) {
        return jdbc.sql("""
                select count(*) from identity.person p join identity.role_grant g using (person_id)
                 where p.active and g.role = :role and p.person_id <> :id
                """)
                .param("role", role.name())
                .param("id", personId)
                .query(Long.class)
                .single();
    }

    /** Two instances that start at once on an empty database take turns. */
    public void lockFirstStart() {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('identity.first-start', 0)))")
                .query(Long.class)
                .single();
    }

    public void insert(String personId, NewPerson person, String hash, Instant now, String by) {
        jdbc.sql("""
                insert into identity.person (person_id, username, display_name, agency_code, password_hash,
                                             password_changed_at, must_change, certificate_no, created_at, created_by)
                values (:id, :username, :name, :agency, :hash, :now, :mustChange, :certificate, :now, :by)
                """)
                .param("id", personId)
                .param("username", person.username())
                .param("name", person.displayName())
                .param("agency", person.agencyCode())
                .param("hash", hash)
                .param("now", utc(now))
                .param("mustChange", person.mustChange())
                .param("certificate", person.certificateNo())
                .param("by", by)
                .update();
    }

    /** Changes what an administrator may change. {@code endSessions} ends what the person has open. */
    public void update(Person after, boolean endSessions) {
        jdbc.sql("""
                update identity.person
                   set display_name = :name, agency_code = :agency, active = :active, certificate_no = :certificate,
                       stamp = stamp + :step
                 where person_id = :id
                """)
                .param("name", after.displayName())
                .param("agency", after.agencyCode())
                .param("active", after.active())
                .param("certificate", after.certificateNo())
                .param("step", endSessions ? 1 : 0)
                .param("id", after.personId())
                .update();
    }

    public void setPassword(String personId, String hash, Instant now, boolean mustChange) {
        jdbc.sql("""
                update identity.person
                   set password_hash = :hash, password_changed_at = :now, must_change = :mustChange, stamp = stamp + 1
                 where person_id = :id
                """)
                .param("hash", hash)
                .param("now", utc(now))
                .param("mustChange", mustChange)
                .param("id", personId)
                .update();
    }

    public void endSessions(String personId) {
        jdbc.sql("update identity.person set stamp = stamp + 1 where person_id = :id")
                .param("id", personId)
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Set<Role> roles(ResultSet row, String column) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String role : (String[]) row.getArray(column).getArray()) {
            roles.add(Role.valueOf(role));
        }
        return roles;
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Person person = new Person(
                row.getString("person_id"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("agency_code"),
                row.getBoolean("active"),
                roles(row, "roles"),
                row.getString("certificate_no"));
        return new Account(
                person,
                row.getString("password_hash"),
                row.getObject("password_changed_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("must_change"),
                row.getLong("stamp"),
                Account.Factor.valueOf(row.getString("factor")));
    }
}
