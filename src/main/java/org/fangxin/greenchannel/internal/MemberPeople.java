package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.internal.MerchantDoor.Visitor;
import org.fangxin.greenchannel.store.AccountStore;
import org.fangxin.greenchannel.store.AccountStore.Account;
import org.fangxin.greenchannel.store.AccountStore.Invitation;
import org.fangxin.greenchannel.store.AccountStore.Kind;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.People;
import org.fangxin.identity.Respondents;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who acts for a merchant: the officer lets the first one in, the first one substitutes, either ends an account. */
@Component
public class MemberPeople {
    private final Own own;
    private final AccountStore accounts;
    private final MemberStore members;
    private final Invitations invitations;
    private final Respondents respondents;
    private final People people;
    private final AuditLog audit;
    private final InstantSource clock;

    MemberPeople(
            Own own,
            AccountStore accounts,
            MemberStore members,
            Invitations invitations,
            Respondents respondents,
            People people,
            AuditLog audit,
            InstantSource clock) {
        this.own = own;
        this.accounts = accounts;
        this.members = members;
        this.invitations = invitations;
        this.respondents = respondents;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** An account with the name of its owner. */
    public record Somebody(Account account, String displayName) {}

    /** Everybody who acts or acted for the member, and its newest links. */
    public record All(List<Somebody> accounts, List<Invitation> invitations) {}

    /** For an officer, within his scope. */
    public All of(String memberId) {
        return own.caller(() -> all(memberId));
    }

    /** For the merchant's own people. */
    public All of(Visitor visitor) {
        return own.program(() -> all(visitor.member().memberId()));
    }

    /** An officer's link for the first account. */
    public Invitations.Issued inviteFirst(SignedIn officer, String memberId) {
        return own.caller(() -> {
            Member member = members.find(memberId).orElseThrow(Problem::notFound);
            return invitations.issue(member, Kind.FIRST, today(), null, officer.personId());
        });
    }

    /** The first account's link for a substitute, from one day to another. */
    public Invitations.Issued inviteSubstitute(Visitor first, @Nullable LocalDate from, @Nullable LocalDate to) {
        return own.program(() -> invitations.issue(
                first.member(), Kind.SUBSTITUTE, from == null ? today() : from, to, first.personId()));
    }

    /** New dates of a substitute; outside them the account does not open. */
    public void date(Visitor first, String personId, @Nullable LocalDate from, @Nullable LocalDate to) {
        own.program(() -> {
            Account account = substitute(first, personId);
            LocalDate begin = from == null ? account.validFrom() : from;
            if (to != null && to.isBefore(begin)) {
                throw Problem.invalid("validTo", "order", "截止日期不能早于开始日期。");
            }
            accounts.date(personId, begin, to);
            audit.record("DATE_MERCHANT_ACCOUNT", personId, "member=" + account.memberId());
            return true;
        });
    }

    public void closeSubstitute(Visitor first, String personId) {
        own.program(() -> {
            close(substitute(first, personId), first.personId());
            return true;
        });
    }

    /** By an officer who sees the member. */
    public void close(SignedIn officer, String memberId, String personId) {
        own.caller(() -> {
            Account account = accounts.find(personId)
                    .filter(one -> one.memberId().equals(memberId))
                    .orElseThrow(Problem::notFound);
            close(account, officer.personId());
            return true;
        });
    }

    /** When a member leaves: nobody comes in any more, no link works. In the running transaction. */
    void closeAll(String memberId, String by) {
        accounts.of(memberId).forEach(account -> close(account, by));
        accounts.revokeAll(memberId, clock.instant());
    }

    private void close(Account account, String by) {
        Instant now = clock.instant();
        if (accounts.close(account.personId(), now, by)) {
            respondents.close(account.personId());
        }
    }

    private Account substitute(Visitor first, String personId) {
        return accounts.find(personId)
                .filter(one -> one.memberId().equals(first.member().memberId()))
                .filter(one -> one.kind() == Kind.SUBSTITUTE && one.closedAt() == null)
                .orElseThrow(Problem::notFound);
    }

    private All all(String memberId) {
        List<Account> found = accounts.of(memberId);
        Map<String, String> names =
                people.displayNames(found.stream().map(Account::personId).toList());
        return new All(
                found.stream()
                        .map(account -> new Somebody(account, names.getOrDefault(account.personId(), "")))
                        .toList(),
                accounts.invitationsOf(memberId));
    }

    private LocalDate today() {
        return clock.instant().atZone(org.fangxin.casefile.Fields.ZONE).toLocalDate();
    }
}
