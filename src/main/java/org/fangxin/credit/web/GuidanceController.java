package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.internal.Rules;
import org.fangxin.credit.internal.Talks;
import org.fangxin.credit.internal.Talks.Held;
import org.fangxin.credit.store.TalkStore;
import org.fangxin.credit.web.TalkViews.FollowUp;
import org.fangxin.credit.web.TalkViews.Recorded;
import org.fangxin.credit.web.TalkViews.Result;
import org.fangxin.credit.web.TalkViews.TalkDraft;
import org.fangxin.credit.web.TalkViews.TalkView;
import org.fangxin.credit.web.TalkViews.TalksView;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 约谈 and 行政指导 with their effect. */
@RestController
@RequestMapping("/api/v1/credit")
@Tag(name = "credit", description = "信用等级、分级监管、约谈和行政指导")
class GuidanceController {
    private final Talks talks;
    private final Merchants merchants;
    private final People people;
    private final InstantSource clock;

    GuidanceController(Talks talks, Merchants merchants, People people, InstantSource clock) {
        this.talks = talks;
        this.merchants = merchants;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/merchants/{id}/talks")
    @Operation(
            summary = "一个主体的约谈和行政指导：要点、承诺、跟进，前后各 30、60、90 天的投诉",
            description =
                    "Newest first, at most 50; the effect counts complaints about this business in the talk's agency.")
    TalksView merchantTalks(@PathVariable long id) {
        SignedIn who = CurrentPerson.require(CreditController.READERS);
        MarketEntity entity = merchants.find(id).orElseThrow(Problem::notFound);
        List<Held> held = talks.of(id);
        Set<String> ids = new HashSet<>();
        held.forEach(one -> {
            ids.add(one.talk().by());
            one.steps().forEach(step -> ids.add(step.by()));
        });
        Map<String, String> names = people.displayNames(ids);
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        String own = Rules.grading(who);
        List<TalkView> items = held.stream()
                .map(one -> TalkView.of(
                        one,
                        talks.effect(who, one.talk(), entity),
                        names,
                        one.talk().agency().equals(own),
                        today))
                .toList();
        return new TalksView(items, TalkStore.RECEIVED);
    }

    @PostMapping("/talks")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "记录一次约谈或者行政指导")
    Recorded recordTalk(@RequestBody TalkDraft body) {
        return new Recorded(talks.record(CurrentPerson.require(CreditController.WORKERS), body.typed()));
    }

    @PostMapping("/talks/{talkId}/follow-ups")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记录跟进情况", description = "By the agency that held it.")
    void followTalk(@PathVariable String talkId, @RequestBody FollowUp body) {
        talks.follow(CurrentPerson.require(CreditController.WORKERS), talkId, body.text());
    }

    @PostMapping("/commitments/{commitmentId}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "记录一项承诺做到了没有", description = "Once; by the agency that held the talk.")
    void recordCommitment(@PathVariable long commitmentId, @RequestBody Result body) {
        talks.result(CurrentPerson.require(CreditController.WORKERS), commitmentId, body.done(), body.text());
    }
}
