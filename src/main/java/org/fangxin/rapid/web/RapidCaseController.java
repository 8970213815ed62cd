package org.fangxin.rapid.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.internal.Visits;
import org.fangxin.rapid.store.VisitStore.Visit;
import org.fangxin.rapid.web.RapidViews.CaseView;
import org.fangxin.rapid.web.RapidViews.VisitView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A case on the spot: what its sender and whoever goes there needs, and what they tell from there. */
@RestController
@RequestMapping("/api/v1/rapid")
@Tag(name = "rapid", description = "快速处置")
class RapidCaseController {
    private static final int LONGEST = 200;

    private final BoardReading reading;
    private final CaseOnSite onSite;
    private final Visits visits;
    private final InstantSource clock;

    RapidCaseController(BoardReading reading, CaseOnSite onSite, Visits visits, InstantSource clock) {
        this.reading = reading;
        this.onSite = onSite;
        this.visits = visits;
        this.clock = clock;
    }

    @Schema(
            name = "RapidTelling",
            description =
                    "step: ARRIVED or LEFT; at: when it took place, now when absent; key: the same for the same message sent again;"
                            + " latitude, longitude: WGS 84, only with the officer's consent; photos: ids of uploads")
    record Telling(
            @Nullable String step,
            @Nullable OffsetDateTime at,
            @Nullable String key,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable Integer accuracy,
            @Nullable String place,
            @Nullable String text,
            @Nullable List<@Nullable String> photos) {}

    @Schema(name = "RapidOwn", description = "Cases to which the caller was sent in the last three days")
    record Own(List<CaseView> items) {}

    @GetMapping("/cases/{caseNo}")
    @Operation(summary = "一件案子的快速处置：在哪里、按哪个承诺、谁在值班、派了谁、到没到", description = "404 for a case that may not be seen.")
    CaseView rapidCase(@PathVariable String caseNo) {
        CurrentPerson.require(RapidController.OFFICERS);
        return view(caseNo);
    }

    @GetMapping("/own")
    @Operation(summary = "派我去的案件，新的在前", description = "Of the last three days; open ones alone.")
    Own sentToMe() {
        String me = CurrentPerson.require(RapidController.OFFICERS).personId();
        List<CaseView> items = new ArrayList<>();
        onSite.sentTo(me, clock.instant()).forEach(caseNo -> items.add(view(caseNo)));
        return new Own(items);
    }

    @PostMapping("/cases/{caseNo}/visits")
    @Operation(
            summary = "从现场报到达、离开；没有网络时先记下，以后补报真实时间",
            description =
                    "Arriving is the case's act record-arrival at its true time, leaving with photos or words its act record-departure; "
                            + "up to 24 hours later without a paper. "
                            + "The answer says whether it was entered later. Sent again with the same key it does nothing.")
    VisitView tellVisit(@PathVariable String caseNo, @RequestBody Telling body) {
        Actor actor = RapidController.actor(CurrentPerson.require(RapidController.OFFICERS));
        String step = RapidController.text(body.step());
        onSite.require(caseNo);
        if (!Set.of("ARRIVED", "LEFT").contains(step)) {
            throw Problem.invalid("step", "not-an-option", "请选到达还是离开。");
        }
        if (RapidController.text(body.key()).isEmpty()) {
            throw Problem.invalid("key", "required", "缺少这条消息的编号，请刷新页面再试。");
        }
        String place = RapidController.text(body.place());
        if (place.length() > LONGEST) {
            throw Problem.invalid("place", "too-long", "地点最多写 200 字。");
        }
        Visit visit = new Visit(
                caseNo,
                actor.id(),
                step,
                body.at() == null ? clock.instant() : body.at().toInstant(),
                clock.instant(),
                degrees("latitude", body.latitude(), 90),
                degrees("longitude", body.longitude(), 180),
                body.accuracy(),
                place.isEmpty() ? null : place);
        Visit kept = visits.tell(
                visit,
                actor,
                RapidController.text(body.key()),
                RapidController.text(body.text()),
                RapidController.given(body.photos()));
        return RapidViews.visit(kept, reading.names(Set.of(actor.id())));
    }

    private static @Nullable BigDecimal degrees(String field, @Nullable BigDecimal value, int most) {
        if (value == null) {
            return null;
        }
        if (value.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw Problem.invalid(field, "range", "位置不对，请重新定位，或者不带位置。");
        }
        return value.setScale(5, RoundingMode.HALF_UP);
    }

    private CaseView view(String caseNo) {
        CaseOnSite.Whole whole = onSite.of(caseNo);
        Set<String> ids = new HashSet<>(whole.onDuty());
        ids.addAll(whole.team());
        whole.visits().forEach(visit -> ids.add(visit.person()));
        Map<String, String> names = reading.names(ids);
        var place = reading.place(caseNo);
        var shop = whole.origin().narrative().merchant();
        return new CaseView(
                caseNo,
                shop.name(),
                shop.address(),
                RapidViews.place(place),
                reading.promises(caseNo),
                RapidViews.people(whole.onDuty(), names),
                RapidViews.people(whole.team(), names),
                whole.visits().stream()
                        .map(visit -> RapidViews.visit(visit, names))
                        .toList(),
                whole.hints().stream()
                        .map(hint -> RapidViews.hint(
                                new org.fangxin.rapid.internal.Board.Asked(hint, whole.origin(), place)))
                        .toList());
    }
}
