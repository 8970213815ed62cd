package org.fangxin.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.demo.store.Progress;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what a story says came in. */
@Component
class FrontDesk {
    private static final int SUMMARY = 60;

    private final CaseFiles cases;
    private final WorkingCalendar calendar;

    FrontDesk(CaseFiles cases, WorkingCalendar calendar) {
        this.cases = cases;
        this.calendar = calendar;
    }

    /** Opens the story's case in the running transaction, in the program's own scope. */
    Progress.Told takeIn(Story story, Staff staff, Instant base, Instant now) {
        NewCase fresh = newCase(story, base);
        String caseNo = cases.open(List.of(fresh), staff.actor(story.submitted().desk()), now)
                .getFirst()
                .caseNo();
        return new Progress.Told(caseNo, null, 0, null, null);
    }

    private NewCase newCase(Story story, Instant base) {
        Story.Submitted s = story.submitted();
        boolean report = story.kind() == Kind.REPORT;
        Shop shop = s.shop();
        NewCase.Merchant merchant = shop == null
                ? new NewCase.Merchant("", null, null, null, null, null, null)
                : new NewCase.Merchant(
                        shop.label(), null, shop.address(), shop.region(), "SHOP", shop.phone(), null);
        NewCase.Narrative narrative = new NewCase.Narrative(
                s.content(),
                s.content().substring(0, Math.min(SUMMARY, s.content().length())),
                s.demands(),
                s.amount(),
                null,
                s.knewOn() == null ? null : s.knewOn().day(base, calendar),
                s.goods(),
                s.problem(),
                null,
                merchant);
        return new NewCase(
                story.kind(),
                s.desk().agency(),
                story.received().at(base, calendar),
                s.channel(),
                "SUBMISSION",
                "DEMO-" + story.key(),
                null,
                narrative,
                parties(story),
                route(shop),
                s.flags(),
                report ? s.topics() : Set.of(),
                s.green(),
                List.of());
    }

    private static NewCase.Route route(@Nullable Shop shop) {
        return shop == null
                ? new NewCase.Route(List.of("第四十四条"), "咨询和建议由收到的机关答复。", List.of())
                : new NewCase.Route(
                        List.of("第十三条第一款"), "商家的实际经营地在" + shop.region() + "。", List.of(shop.region()));
    }

    private static List<NewCase.PartyData> parties(Story story) {
        Story.Submitted s = story.submitted();
        List<NewCase.PartyData> parties = new ArrayList<>();
        if (story.kind() != Kind.REPORT) {
            PartyRole role = story.kind() == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
            s.people().forEach(visitor -> parties.add(party(role, visitor)));
        }
        Visitor agent = s.agent();
        if (agent != null) {
            parties.add(party(PartyRole.AGENT, agent));
        }
        Shop shop = s.shop();
        if (shop != null && (story.kind() == Kind.COMPLAINT || story.kind() == Kind.REPORT)) {
            PartyRole role = story.kind() == Kind.COMPLAINT ? PartyRole.RESPONDENT : PartyRole.REPORTED;
            parties.add(new NewCase.PartyData(role, shop.label(), shop.phone(), null, shop.address(), null));
        }
        return parties;
    }

    private static NewCase.PartyData party(PartyRole role, Visitor visitor) {
        return new NewCase.PartyData(role, visitor.name(), visitor.phone(), null, visitor.address(), null);
    }
}
