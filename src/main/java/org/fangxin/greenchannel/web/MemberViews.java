package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.internal.Inbox;
import org.fangxin.greenchannel.internal.Invitations;
import org.fangxin.greenchannel.internal.MemberPeople;
import org.fangxin.greenchannel.store.AccountStore;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.web.TalkViews.MatterView;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;

/** Members, their people and lists, as answers show them. */
final class MemberViews {
    private MemberViews() {}

    @Schema(name = "GreenItem")
    record ItemView(
            String caseNo,
            String state,
            @Nullable String endedBy,
            OffsetDateTime routedAt,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate answeredOn,
            @Nullable Integer answerDays,
            @Nullable OffsetDateTime endedAt,
            @Nullable DeadlineView deadline,
            @Nullable MatterView matter,
            boolean yourTurn) {}

    @Schema(name = "GreenContact")
    record ContactView(String name, String phone) {}

    /** {@code ownDays}: the member's own promise, null for the agency's; {@code days}: what counts. */
    @Schema(name = "GreenMember")
    record MemberView(
            String memberId,
            String name,
            List<String> aliases,
            String uscc,
            String regionCode,
            @Nullable String address,
            @Nullable ContactView contact,
            @Nullable Integer ownDays,
            int days,
            String state,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            long version) {}

    @Schema(name = "GreenPerson")
    record PersonView(
            String personId,
            String displayName,
            AccountStore.Kind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt) {}

    @Schema(name = "GreenInvitation")
    record InvitationView(
            String invitationId,
            AccountStore.Kind kind,
            OffsetDateTime madeAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime usedAt,
            @Nullable OffsetDateTime revokedAt) {}

    @Schema(name = "GreenPeople")
    record PeopleView(List<PersonView> people, List<InvitationView> invitations) {}

    /** {@code token}: told this once; the page makes the link of it. */
    @Schema(name = "GreenInvited")
    record InvitedView(String token, OffsetDateTime expiresAt) {}

    static ItemView item(Inbox.Row row) {
        ItemStore.Item item = row.item();
        return new ItemView(
                item.caseNo(),
                item.state().name(),
                item.endedBy(),
                TalkViews.local(item.routedAt()),
                item.dueOn(),
                item.answeredOn(),
                item.answerDays(),
                local(item.endedAt()),
                row.deadline(),
                row.matter() == null ? null : TalkViews.matter(row.matter()),
                row.yourTurn());
    }

    /** @param reached whether the caller may see whom to reach at the merchant */
    static MemberView member(Member member, int days, boolean reached) {
        Member.Contact contact = reached ? member.contact() : null;
        return new MemberView(
                member.memberId(),
                member.name(),
                member.aliases(),
                member.uscc(),
                member.regionCode(),
                member.address(),
                contact == null ? null : new ContactView(contact.name(), contact.phone()),
                member.days(),
                days,
                member.state().name(),
                member.joinedOn(),
                member.leftOn(),
                member.version());
    }

    static PeopleView people(MemberPeople.All all) {
        return new PeopleView(
                all.accounts().stream().map(MemberViews::person).toList(),
                all.invitations().stream()
                        .map(one -> new InvitationView(
                                one.invitationId(),
                                one.kind(),
                                TalkViews.local(one.madeAt()),
                                TalkViews.local(one.expiresAt()),
                                local(one.usedAt()),
                                local(one.revokedAt())))
                        .toList());
    }

    static InvitedView invited(Invitations.Issued issued) {
        return new InvitedView(issued.token(), TalkViews.local(issued.expiresAt()));
    }

    private static PersonView person(MemberPeople.Somebody one) {
        AccountStore.Account account = one.account();
        return new PersonView(
                account.personId(),
                one.displayName(),
                account.kind(),
                account.validFrom(),
                account.validTo(),
                TalkViews.local(account.openedAt()),
                local(account.closedAt()));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : TalkViews.local(at);
    }
}
