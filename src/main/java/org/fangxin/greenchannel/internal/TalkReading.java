package org.fangxin.greenchannel.internal;

import java.util.List;
import java.util.Optional;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.greenchannel.Member;
import org.fangxin.greenchannel.Talk;
import org.fangxin.greenchannel.Talks;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.greenchannel.store.MemberStore;
import org.fangxin.greenchannel.store.ThreadStore;
import org.fangxin.intake.GreenMembers.Matter;
import org.fangxin.law.DeadlineView;
import org.springframework.stereotype.Component;

/** Puts a thread together. */
@Component
public class TalkReading implements Talks {
    private static final String PROMISES = "promise.odr.";

    private final Own own;
    private final ItemStore items;
    private final MemberStore members;
    private final ThreadStore threads;
    private final CaseFiles cases;
    private final RespondentViews views;

    TalkReading(
            Own own,
            ItemStore items,
            MemberStore members,
            ThreadStore threads,
            CaseFiles cases,
            RespondentViews views) {
        this.own = own;
        this.items = items;
        this.members = members;
        this.threads = threads;
        this.cases = cases;
        this.views = views;
    }

    @Override
    public Optional<Talk> of(String caseNo) {
        return own.program(() -> items.find(caseNo).map(this::talk));
    }

    /** The merchant's promises of a complaint, nearest first. */
    public List<DeadlineView> promises(String caseNo) {
        return own.program(() -> promisesOf(caseNo));
    }

    private List<DeadlineView> promisesOf(String caseNo) {
        return cases.find(caseNo)
                .map(state -> cases.deadlines(state).stream()
                        .filter(deadline -> deadline.rule().startsWith(PROMISES))
                        .toList())
                .orElse(List.of());
    }

    private Talk talk(Item item) {
        Optional<ThreadStore.Consent> consent = threads.consent(item.caseNo());
        return new Talk(
                item.caseNo(),
                item.memberId(),
                members.find(item.memberId()).map(Member::name).orElse(item.memberId()),
                item.state().name(),
                item.endedBy(),
                item.routedAt(),
                item.endedAt(),
                promisesOf(item.caseNo()),
                consent.map(given -> new Talk.Consent(given.textVersion(), given.means(), given.givenAt()))
                        .orElse(null),
                consent.map(ThreadStore.Consent::matter).orElseGet(() -> told(item.caseNo())),
                threads.lines(item.caseNo()));
    }

    /** Of a complaint that an officer sent by hand: what the respondent's door gives now, and nothing once it is shut. */
    private Matter told(String caseNo) {
        return views.of(caseNo)
                .map(view -> new Matter(
                        view.complainant(),
                        view.bought().goods(),
                        view.bought().amount(),
                        view.bought().purchasedOn(),
                        view.demands(),
                        view.dispute()))
                .orElseGet(() -> new Matter("消费者", null, null, null, List.of(), "内容由市场监管部门核定后提供。"));
    }
}
