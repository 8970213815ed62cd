package org.fangxin.credit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.internal.Checks;
import org.fangxin.credit.internal.Drawings;
import org.fangxin.credit.web.CreditViews.ReasonOnly;
import org.fangxin.credit.web.PlanViews.DrawingDetail;
import org.fangxin.credit.web.PlanViews.Drawn;
import org.fangxin.credit.web.PlanViews.InspectionsView;
import org.fangxin.credit.web.PlanViews.OrderDraft;
import org.fangxin.credit.web.PlanViews.PlanView;
import org.fangxin.credit.web.PlanViews.ResultDraft;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.Merchants;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Graded supervision 分级监管: inspections by lot (双随机) at the rate of each grade. */
@RestController
@RequestMapping("/api/v1/credit")
@Tag(name = "credit", description = "信用等级、分级监管、约谈和行政指导")
class PlanController {
    private final Drawings drawings;
    private final Checks inspections;
    private final PlanReading reading;
    private final Merchants merchants;
    private final InstantSource clock;

    PlanController(
            Drawings drawings, Checks inspections, PlanReading reading, Merchants merchants, InstantSource clock) {
        this.drawings = drawings;
        this.inspections = inspections;
        this.reading = reading;
        this.merchants = merchants;
        this.clock = clock;
    }

    @GetMapping("/plan")
    @Operation(summary = "分级监管：每个等级的主体数、抽查比例、已抽、已查，和各次抽取")
    PlanView supervisionPlan(
            @Parameter(description = "年份；不写就是今年") @RequestParam(required = false) @Nullable Integer year) {
        SignedIn who = CurrentPerson.require(CreditController.READERS);
        int asked = year == null ? clock.instant().atZone(Fields.ZONE).getYear() : year;
        return reading.plan(who, asked);
    }

    @PostMapping("/drawings")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "双随机抽取：主体按等级比例抽，每家抽两名没有回避关系的检查人员",
            description =
                    "Seed and pools are kept; nobody chooses them. 422 when nothing is left or officers are too few.")
    Drawn drawByLot(@RequestBody OrderDraft body) {
        SignedIn who = CurrentPerson.require(CreditController.HEADS);
        Map<String, Integer> counts = new HashMap<>();
        if (body.counts() != null) {
            body.counts().forEach((grade, n) -> {
                if (n != null) {
                    counts.put(grade, n);
                }
            });
        }
        return new Drawn(
                drawings.draw(who, new Drawings.Order(body.name(), body.dueOn(), counts, words(body.items()))));
    }

    @GetMapping("/drawings/{drawingId}")
    @Operation(summary = "一次抽取：种子、范围、抽到的主体和检查人员，再抽一遍是否一样")
    DrawingDetail supervisionDrawing(@PathVariable long drawingId) {
        return reading.drawing(CurrentPerson.require(CreditController.READERS), drawingId);
    }

    @GetMapping("/merchants/{id}/inspections")
    @Operation(summary = "一个主体抽到的检查和结果")
    InspectionsView merchantInspections(@PathVariable long id) {
        SignedIn who = CurrentPerson.require(CreditController.READERS);
        merchants.find(id).orElseThrow(Problem::notFound);
        return new InspectionsView(reading.views(who, inspections.ofEntity(id)));
    }

    @PostMapping("/inspections/{inspectionId}/result")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "填检查结果", description = "Once, by one of the two who were drawn or a head of the agency.")
    void enterInspection(@PathVariable long inspectionId, @RequestBody ResultDraft body) {
        SignedIn who = CurrentPerson.require(CreditController.WORKERS);
        Set<Integer> inOrder = new HashSet<>();
        words(body.inOrder()).stream()
                .filter(one -> one.matches("\\d{1,2}"))
                .forEach(one -> inOrder.add(Integer.valueOf(one)));
        inspections.enter(
                who,
                inspectionId,
                new Checks.Draft(
                        body.outcome(),
                        inOrder,
                        body.text(),
                        body.on(),
                        body.correctBy(),
                        body.recheckOn(),
                        body.paperNo()));
    }

    @PostMapping("/merchants/{id}/relation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "声明和这个主体有回避关系", description = "Of the caller himself; he is not drawn for it from then on.")
    void declareRelation(@PathVariable long id, @RequestBody ReasonOnly body) {
        SignedIn who = CurrentPerson.require(CreditController.WORKERS);
        merchants.find(id).orElseThrow(Problem::notFound);
        drawings.declare(who, id, body.reason());
    }

    private static List<String> words(@Nullable List<@Nullable String> all) {
        List<String> kept = new ArrayList<>();
        if (all != null) {
            for (@Nullable String one : all) {
                if (one != null && !one.isBlank()) {
                    kept.add(one.strip());
                }
            }
        }
        return kept;
    }
}
