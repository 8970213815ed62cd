package org.fangxin.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.inspection.RapidTest;
import org.fangxin.inspection.SamplingPlan;
import org.fangxin.inspection.internal.Sampling;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sampling plans, and rapid tests at stations and markets. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "inspection", description = "抽检：样品、交接、检验结果、责令下架、追溯、整改、复检")
class SamplingController {
    private static final Role[] TESTERS = {Role.REGISTRAR, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };

    private final Sampling plans;

    SamplingController(Sampling plans) {
        this.plans = plans;
    }

    @Schema(name = "SamplingPlanInput", description = "定期定项定批定点: from, to; items; batches; places")
    record PlanRequest(
            @Nullable String title,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String goods,
            @Nullable String items,
            @Nullable Integer batches,
            @Nullable String places) {}

    @Schema(name = "RapidTestInput", description = "on: today when absent")
    record TestRequest(
            @Nullable String place,
            @Nullable LocalDate on,
            @Nullable String product,
            @Nullable String batch,
            @Nullable String merchant,
            @Nullable String item,
            @Nullable Boolean fit) {}

    @Schema(name = "SamplingPlans", description = "taken, resulted, unfit: samples of the plan that the caller may see")
    record PlanList(List<SamplingPlan> items) {}

    @Schema(
            name = "RapidTests",
            description = "on: the day; sampled: a lawful sample of the same product of the same business followed")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TestList(List<RapidTest> items) {}

    @GetMapping("/sampling-plans")
    @Operation(summary = "抽检计划和进度")
    PlanList samplingPlans() {
        CurrentPerson.require(SampleController.OFFICERS);
        return new PlanList(plans.plans());
    }

    @PostMapping("/sampling-plans")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "制定抽检计划：定期、定项、定批、定点")
    PlanList addSamplingPlan(@RequestBody PlanRequest body) {
        var who = CurrentPerson.require(Role.UNIT_HEAD, Role.LEADER);
        if (body.from() == null || body.to() == null) {
            throw Problem.invalid("from", "required", "请填计划的开始和结束日期。");
        }
        SamplingPlan plan = new SamplingPlan(
                0,
                "",
                SampleController.text(body.title()),
                body.from(),
                body.to(),
                SampleController.text(body.goods()),
                SampleController.text(body.items()),
                Objects.requireNonNullElse(body.batches(), 0),
                SampleController.text(body.places()),
                0,
                0,
                0);
        return new PlanList(plans.add(plan, who));
    }

    @GetMapping("/rapid-tests")
    @Operation(summary = "辖区内各站点的快检结果，新的在前，最多二百条")
    TestList rapidTests() {
        CurrentPerson.require(TESTERS);
        return new TestList(plans.tests());
    }

    @PostMapping("/rapid-tests")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记一次快检；不合格的只是抽样检验的线索，不能据此责令下架")
    TestList addRapidTest(@RequestBody TestRequest body) {
        var who = CurrentPerson.require(TESTERS);
        if (body.fit() == null || body.on() == null) {
            throw Problem.invalid(body.fit() == null ? "fit" : "on", "required", "请选快检结果，并填日期。");
        }
        RapidTest test = new RapidTest(
                0,
                "",
                SampleController.text(body.place()),
                body.on(),
                SampleController.text(body.product()),
                SampleController.or(body.batch()),
                SampleController.text(body.merchant()),
                SampleController.text(body.item()),
                body.fit(),
                false,
                who.personId());
        return new TestList(plans.add(test, who));
    }
}
