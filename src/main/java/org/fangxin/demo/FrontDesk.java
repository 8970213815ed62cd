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
import org.fangxin.intake.Origin;
import org.fangxin.intake.Receipt;
import org.fangxin.intake.Submit;
import org.fangxin.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * Takes in what a story says came in: by the public form or the registration desk. What those cannot take yet, several
 * complainants at once and a merchant of the green channel, is handed to the case file as intake would.
 */
@Component
class FrontDesk {
    /** Stories that a visitor can follow on the public pages; their tracking codes stand in the accounts' file. */
    static final Set<String> SHOWN = Set.of(
            "complaint-fresh",
            "complaint-material",
            "complaint-accepted",
            "mediation-scheduled",
            "mediation-online",
            "agreed-letter",
            "terminated-no-agreement",
            "mixed",
            "report-verifying",
            "consultation-answered");

    private static final int SUMMARY = 60;

    private final Submit submit;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;

    FrontDesk(Submit submit, CaseFiles cases, WorkingCalendar calendar) {
        this.submit = submit;
        this.cases = cases;
        this.calendar = calendar;
    }

    /** Opens the story's case in the running transaction, in the program's own scope. */
    Progress.Told takeIn(Story story, Staff staff, Instant base, Instant now) {
        Story.Submitted s = story.submitted();
        Instant receivedAt = story.received().at(base, calendar);
        if (s.green() || s.people().size() > 1) {
            NewCase fresh = byHand(story, receivedAt);
            String caseNo = cases.open(List.of(fresh), staff.actor(s.desk()), now)
                    .getFirst()
                    .caseNo();
            return new Progress.Told(caseNo, null, 0, null, null);
        }
        Origin origin = s.channel().equals("WEB") ? Origin.PUBLIC : new Origin(staff.signedIn(s.desk()));
        Receipt receipt = submit.submit(Form.of(story, base, calendar), origin, receivedAt);
        List<String> numbers =
                receipt.cases().stream().map(Receipt.OpenedCase::caseNo).toList();
        return new Progress.Told(
                numbers.getFirst(),
                numbers.size() > 1 ? numbers.getLast() : null,
                0,
                receipt.submissionNo(),
                SHOWN.contains(story.key()) ? receipt.trackingCode() : null);
    }

    private static NewCase byHand(Story story, Instant receivedAt) {
        Story.Submitted s = story.submitted();
        Shop shop = s.shop();
        if (shop == null || story.kind() != Kind.COMPLAINT) {
            throw new IllegalArgumentException("only complaints against somebody are taken in by hand: " + story.key());
        }
        NewCase.Merchant merchant =
                new NewCase.Merchant(shop.label(), null, shop.address(), shop.region(), "SHOP", shop.phone(), null);
        String summary = s.content().substring(0, Math.min(SUMMARY, s.content().length()));
        NewCase.Narrative narrative = new NewCase.Narrative(
                s.content(), summary, s.demands(), s.amount(), null, null, s.goods(), s.problem(), null, merchant);
        NewCase.Route route = new NewCase.Route(List.of("第十三条第一款"), "商家的实际经营地在崇信县。", List.of(shop.region()));
        return new NewCase(
                story.kind(),
                s.desk().agency(),
                receivedAt,
                s.channel(),
                "SUBMISSION",
                "DEMO-" + story.key(),
                null,
                narrative,
                parties(s.people(), shop),
                route,
                Set.of(),
                Set.of(),
                s.green(),
                List.of());
    }

    private static List<NewCase.PartyData> parties(List<Visitor> people, Shop shop) {
        List<NewCase.PartyData> parties = new ArrayList<>();
        people.forEach(visitor -> parties.add(new NewCase.PartyData(
                PartyRole.COMPLAINANT, visitor.name(), visitor.phone(), null, visitor.address(), null)));
        parties.add(
                new NewCase.PartyData(PartyRole.RESPONDENT, shop.label(), shop.phone(), null, shop.address(), null));
        return parties;
    }
}
