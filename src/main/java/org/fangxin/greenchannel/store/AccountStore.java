package org.fangxin.greenchannel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who of a merchant may come in, and the invitations to it; within the transaction's scope. */
@Repository
public class AccountStore {
    private static final String ACCOUNT = """
            select person_id, member_id, agency_code, kind, valid_from, valid_to, opened_at, closed_at
              from greenchannel.account
            """;
    private static final String INVITATION = """
            select invitation_id, member_id, agency_code, kind, valid_from, valid_to, made_at, made_by, expires_at, used_at,
                   revoked_at from greenchannel.invitation
            """;

    /** The first account invites the others; a substitute comes in between its dates. */
    public enum Kind {
        FIRST,
        SUBSTITUTE
    }

    public record Account(
            String personId,
            String memberId,
            String agencyCode,
            Kind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant openedAt,
            @Nullable Instant closedAt) {
        public boolean open(LocalDate today) {
            return closedAt == null && !today.isBefore(validFrom) && (validTo == null || !today.isAfter(validTo));
        }
    }

    public record Invitation(
            String invitationId,
            String memberId,
            String agencyCode,
            Kind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant madeAt,
            String madeBy,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {
        public boolean open(Instant now) {
            return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
        }
    }

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Account> find(String personId) {
        return jdbc.sql(ACCOUNT + " where person_id = ?")
                .param(personId)
                .query(AccountStore::account)
                .optional();
    }

    public List<Account> of(String memberId) {
        return jdbc.sql(ACCOUNT + " where member_id = ? order by closed_at nulls first, kind, opened_at, person_id")
                .param(memberId)
                .query(AccountStore::account)
                .list();
    }

    public void insert(Account a, String by) {
        jdbc.sql("""
                        insert into greenchannel.account
                            (person_id, member_id, agency_code, kind, valid_from, valid_to, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        a.personId(),
                        a.memberId(),
                        a.agencyCode(),
                        a.kind().name(),
                        a.validFrom(),
                        a.validTo(),
                        Timestamp.from(a.openedAt()),
                        by))
                .update();
    }

    public void date(String personId, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("update greenchannel.account set valid_from = ?, valid_to = ? where person_id = ?")
                .params(Arrays.asList(from, to, personId))
                .update();
    }

    /** False when it was closed before. */
    public boolean close(String personId, Instant now, String by) {
        return jdbc.sql("""
                        update greenchannel.account set closed_at = ?, closed_by = ?
                         where person_id = ? and closed_at is null""").params(Timestamp.from(now), by, personId).update() == 1;
    }

    public void invite(Invitation i, String tokenHash) {
        jdbc.sql("""
                        insert into greenchannel.invitation (invitation_id, token_hash, member_id, agency_code, kind,
                            valid_from, valid_to, made_at, made_by, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        i.invitationId(),
                        tokenHash,
                        i.memberId(),
                        i.agencyCode(),
                        i.kind().name(),
                        i.validFrom(),
                        i.validTo(),
                        Timestamp.from(i.madeAt()),
                        i.madeBy(),
                        Timestamp.from(i.expiresAt())))
                .update();
    }

    /** Locks the row, so that a link opens one account however often it is used at once. */
    public Optional<Invitation> lockedByHash(String tokenHash) {
        return jdbc.sql(INVITATION + " where token_hash = ? for update")
                .param(tokenHash)
                .query(AccountStore::invitation)
                .optional();
    }

    public List<Invitation> invitationsOf(String memberId) {
        return jdbc.sql(INVITATION + " where member_id = ? order by made_at desc limit 20")
                .param(memberId)
                .query(AccountStore::invitation)
                .list();
    }

    public void used(String invitationId, String personId, Instant now) {
        jdbc.sql("update greenchannel.invitation set used_at = ?, used_by = ? where invitation_id = ?")
                .params(Timestamp.from(now), personId, invitationId)
                .update();
    }

    /** Every open link of the member stops working. */
    public void revokeAll(String memberId, Instant now) {
        jdbc.sql("""
                        update greenchannel.invitation set revoked_at = ?
                         where member_id = ? and used_at is null and revoked_at is null""").params(Timestamp.from(now), memberId).update();
    }

    /** Every open link of every member stops working; how many there were. */
    public int revokeEvery(Instant now) {
        return jdbc.sql("""
                        update greenchannel.invitation set revoked_at = ?
                         where used_at is null and revoked_at is null""").param(Timestamp.from(now)).update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("person_id"),
                row.getString("member_id"),
                row.getString("agency_code"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getTimestamp("opened_at").toInstant(),
                Rows.instant(row, "closed_at"));
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getString("invitation_id"),
                row.getString("member_id"),
                row.getString("agency_code"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                row.getTimestamp("expires_at").toInstant(),
                Rows.instant(row, "used_at"),
                Rows.instant(row, "revoked_at"));
    }
}
