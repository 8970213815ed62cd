package org.fangxin.greenchannel.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Fields;
import org.fangxin.cipher.Sm3;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.store.AccountStore;
import org.fangxin.greenchannel.store.AccountStore.Account;
import org.fangxin.greenchannel.store.AccountStore.Invitation;
import org.fangxin.greenchannel.store.AccountStore.Kind;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Person;
import org.fangxin.identity.Respondents;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One-time links by which a merchant's people get their accounts: 256 random bits, good for three days, shown once and
 * kept as a digest. Who opens the link chooses name and password; nobody else ever knows them.
 */
@Component
public class Invitations {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Duration GOOD_FOR = Duration.ofHours(72);

    private final Own own;
    private final AccountStore accounts;
    private final MemberStore members;
    private final Respondents respondents;
    private final AuditLog audit;
    private final InstantSource clock;

    Invitations(
            Own own,
            AccountStore accounts,
            MemberStore members,
            Respondents respondents,
            AuditLog audit,
            InstantSource clock) {
        this.own = own;
        this.accounts = accounts;
        this.members = members;
        this.respondents = respondents;
        this.audit = audit;
        this.clock = clock;
    }

    /** A fresh link; the token is told this once. */
    public record Issued(String token, Instant expiresAt) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }

    /** What an open link says of itself. */
    public record Open(
            String memberName,
            Kind kind,
            Instant expiresAt,
            @Nullable LocalDate validTo) {}

    /** The caller has seen that the member may be invited to. In the running transaction. */
    Issued issue(Member member, Kind kind, LocalDate from, @Nullable LocalDate to, String by) {
        if (member.state() == Member.State.LEFT) {
            throw Problem.invalid("member", "left", "这家商家已经退出绿色通道。请先重新加入。");
        }
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        if (to != null && (to.isBefore(from) || to.isBefore(today))) {
            throw Problem.invalid("validTo", "order", "截止日期不能早于开始日期和今天。");
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        String id = Ids.fresh("gi");
        Instant expires = now.plus(GOOD_FOR);
        accounts.invite(
                new Invitation(
                        id, member.memberId(), member.agencyCode(), kind, from, to, now, by, expires, null, null),
                Sm3.hex(token));
        audit.record("INVITE_MERCHANT", id, "member=" + member.memberId(), "kind=" + kind);
        return new Issued(token, expires);
    }

    /** @throws Problem 404 for a link that is unknown, used, revoked or past its time: all alike */
    public Open look(String token) {
        return own.program(() -> {
            Invitation open = require(token);
            Member member = members.find(open.memberId()).orElseThrow();
            return new Open(member.name(), open.kind(), open.expiresAt(), open.validTo());
        });
    }

    /**
     * Opens the account and uses the link up.
     *
     * @throws Problem 404 as {@link #look}; 422 when name or password will not do, and the link stays good
     */
    public void accept(String token, String username, String displayName, String password) {
        own.program(() -> {
            Invitation open = require(token);
            Instant now = clock.instant();
            Person person = respondents.create(username, displayName, open.agencyCode(), password);
            accounts.insert(
                    new Account(
                            person.personId(),
                            open.memberId(),
                            open.agencyCode(),
                            open.kind(),
                            open.validFrom(),
                            open.validTo(),
                            now,
                            null),
                    open.madeBy());
            accounts.used(open.invitationId(), person.personId(), now);
            audit.record("OPEN_MERCHANT_ACCOUNT", person.personId(), "member=" + open.memberId());
            return true;
        });
    }

    private Invitation require(String token) {
        return accounts.lockedByHash(Sm3.hex(token.strip()))
                .filter(found -> found.open(clock.instant()))
                .filter(found -> members.find(found.memberId())
                        .filter(member -> member.state() != Member.State.LEFT)
                        .isPresent())
                .orElseThrow(Invitations::dead);
    }

    private static Problem dead() {
        return new Problem(404, "invitation", "链接不能用了", "这个邀请链接已经用过、过期或者不完整。请向发给您链接的人再要一个。", List.of(), Map.of());
    }
}
