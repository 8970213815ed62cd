package org.fangxin.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.internal.Nearby;
import org.fangxin.inspection.internal.Samples;
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

/** Samples: taken, handed over, tested, ordered off the shelf, traced, put right. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "inspection", description = "抽检：样品、交接、检验结果、责令下架、追溯、整改、复检")
class SampleController {
    static final Role[] OFFICERS = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    static final Role[] WRITERS = {Role.INVESTIGATOR, Role.UNIT_HEAD};

    private final Samples samples;
    private final SampleViews views;
    private final Nearby nearby;
    private final InstantSource clock;

    SampleController(Samples samples, SampleViews views, Nearby nearby, InstantSource clock) {
        this.samples = samples;
        this.views = views;
        this.nearby = nearby;
        this.clock = clock;
    }

    @Schema(
            name = "SampleTaking",
            description = "takenAt: now when absent; officers: two person ids or more; caseNo, planId: or null")
    record Taking(
            @Nullable String caseNo,
            @Nullable Long planId,
            @Nullable String product,
            @Nullable String batch,
            @Nullable String producer,
            @Nullable String merchant,
            @Nullable String merchantCode,
            @Nullable Boolean food,
            @Nullable String quantity,
            @Nullable String sealNo,
            @Nullable String place,
            @Nullable OffsetDateTime takenAt,
            @Nullable List<@Nullable String> officers) {}

    @Schema(
            name = "SampleHandOver",
            description = "from: whoever holds it now; lab: to a laboratory, then with paperNo, the commission")
    record HandingOver(
            @Nullable String from,
            @Nullable String to,
            @Nullable Boolean lab,
            @Nullable String paperNo,
            @Nullable OffsetDateTime at,
            @Nullable Boolean sealIntact,
            @Nullable String note) {}

    @Schema(name = "SampleItemInput")
    record ItemRequest(
            @Nullable String item,
            @Nullable String method,
            @Nullable String limit,
            @Nullable String value,
            @Nullable Boolean fit) {}

    @Schema(
            name = "SampleResultInput",
            description = "receivedAt: when the agency had it, from which twenty-four hours count; now when absent")
    record Resulting(
            @Nullable Boolean retest,
            @Nullable String lab,
            @Nullable String reportNo,
            @Nullable LocalDate reportedOn,
            @Nullable OffsetDateTime receivedAt,
            @Nullable Boolean fit,
            @Nullable List<@Nullable ItemRequest> items) {}

    @Schema(name = "SampleVoidingInput")
    record VoidingRequest(@Nullable String reason) {}

    @Schema(
            name = "SampleStepInput",
            description =
                    "kind: SERVED, ANSWERED, UPSTREAM, DOWNSTREAM, RETEST_ASKED, RECTIFY, CHECKED_GOOD, CHECKED_BAD; the four"
                            + " quantities of ANSWERED in the batch's unit; orderId: which order was served or answered, may be"
                            + " absent when there is one; attachments: ids of uploads, taken into the sample's case")
    record Following(
            @Nullable String kind,
            @Nullable Long orderId,
            @Nullable LocalDate on,
            @Nullable String party,
            @Nullable BigDecimal onHand,
            @Nullable BigDecimal offShelf,
            @Nullable BigDecimal recalled,
            @Nullable BigDecimal destroyed,
            @Nullable String words,
            @Nullable LocalDate dueOn,
            @Nullable List<@Nullable String> attachments) {}

    @Schema(name = "SampleList", description = "at most 200")
    record SampleList(List<SampleViews.View> items) {}

    @GetMapping("/samples")
    @Operation(
            summary = "看得到的样品，新的在前；或者不合格还没有责令下架的；或者等第二人审批的",
            description = "state: ALL (default), UNORDERED or WAITING.")
    SampleList samples(@RequestParam(defaultValue = "ALL") String state) {
        CurrentPerson.require(OFFICERS);
        return new SampleList(views.of(
                switch (state) {
                    case "UNORDERED" -> samples.withoutOrder();
                    case "WAITING" -> samples.waiting();
                    default -> samples.all();
                }));
    }

    @PostMapping("/samples")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "登记抽样：两名以上人员、封条、批号（程序规定第三十一条）", description = "404 for a case that may not be seen.")
    SampleViews.View takeSample(@RequestBody Taking body) {
        SignedIn who = CurrentPerson.require(WRITERS);
        Sample.Batch batch = new Sample.Batch(
                text(body.product()),
                text(body.batch()),
                or(body.producer()),
                text(body.merchant()),
                or(body.merchantCode()),
                Boolean.TRUE.equals(body.food()),
                text(body.quantity()));
        Sample sample = Sample.fresh(
                "",
                or(body.caseNo()),
                body.planId(),
                batch,
                text(body.sealNo()),
                text(body.place()),
                at(body.takenAt()),
                given(body.officers()));
        return views.of(samples.take(sample, who));
    }

    @GetMapping("/samples/{sampleId}")
    @Operation(summary = "一个样品：交接、结果、下架、追溯、整改，以及看得到的、写了这个批号或者是同类商品的案件")
    SampleViews.Whole sample(@PathVariable long sampleId) {
        CurrentPerson.require(OFFICERS);
        Sample sample = samples.find(sampleId);
        return new SampleViews.Whole(
                views.of(sample),
                nearby.cases(sample).stream().map(SampleViews::related).toList());
    }

    @PostMapping("/samples/{sampleId}/custody")
    @Operation(summary = "交接样品；交给检验机构的，案件的期限从次日起不计算（程序规定第十八条第二款、第六十四条第二款）")
    SampleViews.View handOver(@PathVariable long sampleId, @RequestBody HandingOver body) {
        SignedIn who = CurrentPerson.require(WRITERS);
        if (body.sealIntact() == null) {
            throw Problem.invalid("sealIntact", "required", "请选交接时封条是否完好。");
        }
        Sample.HandOver one = new Sample.HandOver(
                text(body.from()),
                text(body.to()),
                Boolean.TRUE.equals(body.lab()),
                or(body.paperNo()),
                at(body.at()),
                body.sealIntact(),
                or(body.note()),
                who.personId());
        return views.of(samples.handOver(sampleId, one, who));
    }

    @PostMapping("/samples/{sampleId}/results")
    @Operation(summary = "登记检验或者复检结果；不合格的二十四小时内责令下架（服务承诺）")
    SampleViews.View addResult(@PathVariable long sampleId, @RequestBody Resulting body) {
        SignedIn who = CurrentPerson.require(WRITERS);
        List<Sample.Item> items = Optional.ofNullable(body.items()).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(one -> new Sample.Item(
                        text(one.item()),
                        text(one.method()),
                        text(one.limit()),
                        text(one.value()),
                        Boolean.TRUE.equals(one.fit())))
                .toList();
        if (body.fit() == null || body.reportedOn() == null) {
            throw Problem.invalid(body.fit() == null ? "fit" : "reportedOn", "required", "请选结论，并填报告日期。");
        }
        Sample.Result one = new Sample.Result(
                Boolean.TRUE.equals(body.retest()),
                text(body.lab()),
                text(body.reportNo()),
                body.reportedOn(),
                at(body.receivedAt()),
                body.fit(),
                items,
                who.personId());
        return views.of(samples.result(sampleId, one, who));
    }

    @PostMapping("/samples/{sampleId}/void")
    @Operation(summary = "登记错了的样品作废：写明原因，记录和编号都保留；已经据此办理的不能作废")
    SampleViews.View voidSample(@PathVariable long sampleId, @RequestBody VoidingRequest body) {
        SignedIn who = CurrentPerson.require(WRITERS);
        return views.of(samples.voided(sampleId, text(body.reason()), who));
    }

    @PostMapping("/samples/{sampleId}/steps")
    @Operation(summary = "登记送达、落实、追溯、申请复检、整改和复查；只增不改")
    SampleViews.View addStep(@PathVariable long sampleId, @RequestBody Following body) {
        SignedIn who = CurrentPerson.require(WRITERS);
        Sample.Kind kind = Stream.of(Sample.Kind.values())
                .filter(one -> one.name().equals(text(body.kind())))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "unknown", "请选登记哪一步。"));
        Instant now = clock.instant();
        Sample.Step step = new Sample.Step(
                kind,
                body.orderId(),
                body.on() == null ? now.atZone(Fields.ZONE).toLocalDate() : body.on(),
                or(body.party()),
                body.onHand(),
                body.offShelf(),
                body.recalled(),
                body.destroyed(),
                text(body.words()),
                body.dueOn(),
                given(body.attachments()),
                who.personId(),
                now);
        return views.of(samples.step(sampleId, step, who));
    }

    private Instant at(@Nullable OffsetDateTime at) {
        return at == null ? clock.instant() : at.toInstant();
    }

    private static List<String> given(@Nullable List<@Nullable String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static @Nullable String or(@Nullable String text) {
        return text(text).isEmpty() ? null : text(text);
    }
}
