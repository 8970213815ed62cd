package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.greenchannel.store.ThreadStore;
import org.fangxin.intake.GreenMembers;
import org.fangxin.merchant.SocialCreditCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells intake which merchants are members, and takes complaints in for them. */
@Component
public class Channel implements GreenMembers {
    private static final int COUNTY = 6;

    private final Own own;
    private final MemberStore members;
    private final CaseFiles cases;
    private final ItemBook book;
    private final ThreadStore threads;
    private final RespondentViews views;
    private final MemberPromise promise;
    private final InstantSource clock;

    Channel(
            Own own,
            MemberStore members,
            CaseFiles cases,
            ItemBook book,
            ThreadStore threads,
            RespondentViews views,
            MemberPromise promise,
            InstantSource clock) {
        this.own = own;
        this.members = members;
        this.cases = cases;
        this.book = book;
        this.threads = threads;
        this.views = views;
        this.promise = promise;
        this.clock = clock;
    }

    @Override
    public Optional<Offer> find(@Nullable String uscc, String name, @Nullable String regionCode) {
        return own.program(() -> member(uscc, name, regionCode).map(this::offer));
    }

    /** A code that belongs to no member is another business, whatever it is called. */
    private Optional<Member> member(@Nullable String uscc, String name, @Nullable String regionCode) {
        String county = regionCode != null && regionCode.length() >= COUNTY ? regionCode.substring(0, COUNTY) : "";
        if (uscc != null && !uscc.isBlank()) {
            List<Member> known = members.joinedByUscc(SocialCreditCode.normal(uscc));
            return known.stream()
                    .filter(one -> one.regionCode().startsWith(county))
                    .findFirst()
                    .filter(one -> !county.isEmpty() || known.size() == 1);
        }
        if (county.isEmpty() || name.isBlank()) {
            return Optional.empty();
        }
        List<Member> called = members.joinedByName(Typed.key(name), county);
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    private Offer offer(Member member) {
        int days = promise.days(member);
        return new Offer(
                member.memberId(),
                member.name(),
                member.agencyCode(),
                days,
                ConsentText.VERSION,
                ConsentText.of(member.name(), days));
    }

    @Override
    public CaseState route(CaseState opened, Offer offer, Matter matter, String means) {
        Instant now = clock.instant();
        Member member = members.find(offer.memberId()).orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("member", member.memberId());
        fields.put("consent", true);
        fields.put("consentText", offer.textVersion());
        promise.until(member, now).ifPresent(until -> fields.put("until", until.toString()));
        CaseState routed = cases.act(opened.caseNo(), Act.ROUTE_TO_MERCHANT, Actor.SYSTEM, null, fields, null)
                .state();
        book.look(routed.caseNo());
        threads.consent(
                routed.caseNo(),
                member.memberId(),
                routed.agency(),
                new ThreadStore.Consent(offer.textVersion(), means, now, shown(routed.caseNo(), matter)));
        return routed;
    }

    /** By the one door to the respondent's side; the story as intake freed it of the person's own data. */
    private Matter shown(String caseNo, Matter told) {
        RespondentView view = views.of(caseNo).orElseThrow();
        return new Matter(
                view.complainant(),
                view.bought().goods(),
                view.bought().amount(),
                told.occurredOn(),
                view.demands(),
                told.content());
    }
}
