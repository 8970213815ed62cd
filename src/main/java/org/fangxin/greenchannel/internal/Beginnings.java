package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.GreenBeginnings;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.internal.Conversation.Said;
import org.fangxin.greenchannel.internal.MerchantDoor.Visitor;
import org.fangxin.greenchannel.store.AccountStore;
import org.fangxin.greenchannel.store.AccountStore.Account;
import org.fangxin.greenchannel.store.AccountStore.Kind;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Respondents;
import org.fangxin.identity.Role;
import org.springframework.stereotype.Component;

/** {@link GreenBeginnings} by the room's own acts. */
@Component
class Beginnings implements GreenBeginnings {
    private static final Actor CONSUMER = Actor.party("P1", Role.COMPLAINANT);

    private final Own own;
    private final MemberStore members;
    private final AccountStore accounts;
    private final Respondents respondents;
    private final Conversation conversation;
    private final InstantSource clock;

    Beginnings(
            Own own,
            MemberStore members,
            AccountStore accounts,
            Respondents respondents,
            Conversation conversation,
            InstantSource clock) {
        this.own = own;
        this.members = members;
        this.accounts = accounts;
        this.respondents = respondents;
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public void join(Member member) {
        own.program(() -> {
            members.insert(member, Set.of(Typed.key(member.name())), clock.instant(), People.SYSTEM);
            return true;
        });
    }

    @Override
    public String open(String memberId, String username, String displayName, String password) {
        return own.program(() -> {
            Instant now = clock.instant();
            Member member = members.find(memberId).orElseThrow();
            Person person = respondents.create(username, displayName, member.agencyCode(), password);
            accounts.insert(
                    new Account(
                            person.personId(),
                            memberId,
                            member.agencyCode(),
                            Kind.FIRST,
                            now.atZone(Fields.ZONE).toLocalDate(),
                            null,
                            now,
                            null),
                    People.SYSTEM);
            return person.personId();
        });
    }

    @Override
    public void merchantSays(String caseNo, String personId, String text) {
        conversation.merchantSays(caseNo, visitor(personId), said(text));
    }

    @Override
    public void proposes(String caseNo, String personId, Line.Proposal proposal, String text) {
        conversation.proposes(caseNo, visitor(personId), proposal, said(text));
    }

    @Override
    public void declines(String caseNo, String personId, String text) {
        conversation.declines(caseNo, visitor(personId), said(text));
    }

    @Override
    public void consumerSays(String caseNo, String text) {
        conversation.consumerSays(caseNo, CONSUMER, said(text));
    }

    @Override
    public void accepts(String caseNo, int proposal) {
        conversation.accepts(caseNo, CONSUMER, proposal, said(""));
    }

    @Override
    public void escalates(String caseNo, String text) {
        conversation.escalates(caseNo, CONSUMER, said(text));
    }

    private Visitor visitor(String personId) {
        return own.program(() -> accounts.find(personId)
                .flatMap(account ->
                        members.find(account.memberId()).map(member -> new Visitor(personId, member, account.kind())))
                .orElseThrow());
    }

    private static Said said(String text) {
        return new Said(text, List.of(), null);
    }
}
