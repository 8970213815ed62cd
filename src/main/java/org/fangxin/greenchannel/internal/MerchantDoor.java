package org.fangxin.greenchannel.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.store.AccountStore;
import org.fangxin.greenchannel.store.AccountStore.Account;
import org.fangxin.greenchannel.store.AccountStore.Kind;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Lets a merchant's people in, to their own merchant's complaints and nothing else. The rows are asked for under the
 * person's own scope, so that the database keeps others' back even if this class forgot to.
 */
@Component
public class MerchantDoor {
    private final Own own;
    private final AccountStore accounts;
    private final MemberStore members;
    private final ItemStore items;
    private final InstantSource clock;

    MerchantDoor(Own own, AccountStore accounts, MemberStore members, ItemStore items, InstantSource clock) {
        this.own = own;
        this.accounts = accounts;
        this.members = members;
        this.items = items;
        this.clock = clock;
    }

    /** Somebody of a merchant, let in today. */
    public record Visitor(String personId, Member member, Kind kind) {
        public boolean first() {
            return kind == Kind.FIRST;
        }
    }

    /** A complaint of the visitor's merchant. */
    public record OwnItem(Visitor visitor, Item item) {}

    /** @throws Problem 404 for everybody but an open account of a merchant that has not left */
    public Visitor require() {
        String personId = CurrentPerson.require(Role.RESPONDENT).personId();
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        Optional<Visitor> found = own.person(
                personId,
                () -> accounts.find(personId)
                        .filter(account -> account.open(today))
                        .flatMap(this::visitor));
        return found.orElseThrow(Problem::notFound);
    }

    /** As {@link #require()}, for the first account alone. */
    public Visitor requireFirst() {
        Visitor visitor = require();
        if (!visitor.first()) {
            throw Problem.notFound();
        }
        return visitor;
    }

    /** @throws Problem 404 also for another merchant's complaint and for what never went to a merchant */
    public OwnItem item(String caseNo) {
        Visitor visitor = require();
        Optional<Item> item = own.person(visitor.personId(), () -> items.find(caseNo));
        return item.filter(one -> one.memberId().equals(visitor.member().memberId()))
                .map(one -> new OwnItem(visitor, one))
                .orElseThrow(Problem::notFound);
    }

    private Optional<Visitor> visitor(Account account) {
        return members.find(account.memberId())
                .filter(member -> member.state() != Member.State.LEFT)
                .map(member -> new Visitor(account.personId(), member, account.kind()));
    }
}
