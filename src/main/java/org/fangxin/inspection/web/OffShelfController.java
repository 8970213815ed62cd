package org.fangxin.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.stream.Stream;
import org.fangxin.document.Downloads;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.internal.OffShelfOrders;
import org.fangxin.inspection.internal.OrderPaper;
import org.fangxin.inspection.internal.Samples;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders off the shelf: asked by one, decided by another, lifted the same way; both printed. */
@RestController
@RequestMapping("/api/v1/samples/{sampleId}")
@Tag(name = "inspection", description = "抽检：样品、交接、检验结果、责令下架、追溯、整改、复检")
class OffShelfController {
    private static final Role[] DECIDERS = {Role.UNIT_HEAD, Role.LEADER};

    private final OffShelfOrders orders;
    private final Samples samples;
    private final SampleViews views;
    private final OrderPaper paper;

    OffShelfController(OffShelfOrders orders, Samples samples, SampleViews views, OrderPaper paper) {
        this.orders = orders;
        this.samples = samples;
        this.views = views;
        this.paper = paper;
    }

    @Schema(
            name = "OffShelfOrderInput",
            description = "relation: SAMPLED (default), or SUPPLIER, BUYER, BRANCH, PRODUCER with party, its name, and"
                    + " partyCode, its 统一社会信用代码 if known; urgency: why the goods cannot wait; then it is issued at"
                    + " once and confirmed afterwards")
    record Ordering(
            @Nullable String relation,
            @Nullable String party,
            @Nullable String partyCode,
            @Nullable String reason,
            @Nullable String law,
            @Nullable String quantity,
            @Nullable String urgency) {}

    @Schema(
            name = "OffShelfLiftingInput",
            description = "orderId: null for the order to the business where the sample was taken")
    record LiftingRequest(
            @Nullable Long orderId,
            @Nullable String reason,
            @Nullable String law) {}

    @Schema(name = "OffShelfDecisionInput", description = "words: required for a no")
    record Deciding(@Nullable Boolean approved, @Nullable String words) {}

    @PostMapping("/off-shelf")
    @Operation(summary = "提请责令一家经营者下架（停止销售），一批可以责令几家；写了为什么等不得的当场责令，事后补批。没有不合格结果的 422")
    SampleViews.View orderOffShelf(@PathVariable long sampleId, @RequestBody Ordering body) {
        SignedIn who = CurrentPerson.require(SampleController.WRITERS);
        OffShelfOrders.Asked asked = new OffShelfOrders.Asked(
                addressee(body),
                SampleController.text(body.reason()),
                SampleController.text(body.law()),
                SampleController.text(body.quantity()),
                SampleController.or(body.urgency()));
        return views.of(orders.ask(sampleId, asked, who));
    }

    @PostMapping("/lifting")
    @Operation(summary = "提请解除责令下架：复检合格的")
    SampleViews.View askLifting(@PathVariable long sampleId, @RequestBody LiftingRequest body) {
        SignedIn who = CurrentPerson.require(SampleController.WRITERS);
        return views.of(orders.askLifting(
                sampleId,
                body.orderId(),
                SampleController.text(body.reason()),
                SampleController.text(body.law()),
                who));
    }

    @PostMapping("/requests/{requestId}/decision")
    @Operation(summary = "审批责令下架或者解除下架；提请的人不能审批自己的")
    SampleViews.View decideOffShelf(
            @PathVariable long sampleId, @PathVariable long requestId, @RequestBody Deciding body) {
        SignedIn who = CurrentPerson.require(DECIDERS);
        if (body.approved() == null) {
            throw Problem.invalid("approved", "required", "请选同意或者不同意。");
        }
        return views.of(orders.decide(sampleId, requestId, body.approved(), SampleController.text(body.words()), who));
    }

    private static Sample.Addressee addressee(Ordering body) {
        String relation = SampleController.text(body.relation());
        Sample.Relation found = relation.isEmpty()
                ? Sample.Relation.SAMPLED
                : Stream.of(Sample.Relation.values())
                        .filter(one -> one.name().equals(relation))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid("relation", "unknown", "请选责令哪一家：被抽样单位、供货单位、购货单位、分店或者生产者。"));
        return found == Sample.Relation.SAMPLED
                ? Sample.Addressee.SAMPLED
                : new Sample.Addressee(found, SampleController.text(body.party()), code(body.partyCode()));
    }

    private static @Nullable String code(@Nullable String typed) {
        String code = SampleController.or(typed);
        return code == null ? null : SocialCreditCode.normal(code);
    }

    @GetMapping("/off-shelf.pdf")
    @Operation(summary = "打印责令下架通知书", description = "orderId: absent for the business where the sample was taken.")
    ResponseEntity<byte[]> offShelfPaper(
            @PathVariable long sampleId, @RequestParam(required = false) @Nullable Long orderId) {
        CurrentPerson.require(SampleController.OFFICERS);
        Sample sample = samples.find(sampleId);
        Sample.Order order = order(sample, orderId);
        return Downloads.of(paper.print(sample, order), order.number() + ".pdf", "application/pdf");
    }

    @GetMapping("/lifting.pdf")
    @Operation(summary = "打印解除责令下架通知书", description = "orderId: absent for the business where the sample was taken.")
    ResponseEntity<byte[]> liftingPaper(
            @PathVariable long sampleId, @RequestParam(required = false) @Nullable Long orderId) {
        CurrentPerson.require(SampleController.OFFICERS);
        Sample sample = samples.find(sampleId);
        Sample.Order order = order(sample, orderId);
        byte[] pdf = paper.printLifting(sample, order);
        return Downloads.of(pdf, Objects.requireNonNull(order.lifting()).number() + ".pdf", "application/pdf");
    }

    private static Sample.Order order(Sample sample, @Nullable Long orderId) {
        return sample.orders().stream()
                .filter(one -> orderId == null ? one.to().sampled() : one.id() == orderId)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
