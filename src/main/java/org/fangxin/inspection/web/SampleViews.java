package org.fangxin.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.store.RelatedStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Samples as their readers see them; times carry +08:00. */
@Component
class SampleViews {
    @Schema(name = "SamplePerson")
    record PersonRef(String personId, String displayName) {}

    @Schema(name = "SampleCustody")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CustodyView(
            String from,
            String to,
            boolean lab,
            @Nullable String paperNo,
            OffsetDateTime at,
            boolean sealIntact,
            @Nullable String note,
            PersonRef by) {}

    @Schema(name = "SampleItem")
    record ItemView(String item, String method, String limit, String value, boolean fit) {}

    @Schema(name = "SampleResult")
    record ResultView(
            boolean retest,
            String lab,
            String reportNo,
            LocalDate reportedOn,
            OffsetDateTime receivedAt,
            boolean fit,
            List<ItemView> items,
            PersonRef by) {}

    @Schema(
            name = "OffShelfOrder",
            description =
                    "relation: SAMPLED, SUPPLIER, BUYER, BRANCH or PRODUCER, what the business is to the one where the sample"
                            + " was taken; party: its name; dueAt: twenty-four hours after the unfit result, of a business"
                            + " that a trace found after that; late: issued after it; answerDueAt: by when the business"
                            + " should report, null when none is owed; lifting: null while in force")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OrderView(
            long orderId,
            String relation,
            String relationLabel,
            String party,
            @Nullable String partyCode,
            String number,
            String reason,
            String law,
            String quantity,
            PersonRef issuedBy,
            OffsetDateTime issuedAt,
            OffsetDateTime dueAt,
            boolean late,
            @Nullable OffsetDateTime answerDueAt,
            @Nullable LiftingView lifting) {}

    @Schema(name = "OffShelfLifting")
    record LiftingView(
            String number, String reason, String law, PersonRef askedBy, PersonRef decidedBy, OffsetDateTime at) {}

    @Schema(
            name = "OffShelfRequest",
            description =
                    "kind: ORDER or LIFTING; urgency: why it could not wait, then it was issued at once and is decided"
                            + " until dueAt; approved: null while it waits")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RequestView(
            long requestId,
            String kind,
            String kindLabel,
            String relation,
            String relationLabel,
            String party,
            String reason,
            String law,
            String quantity,
            @Nullable String urgency,
            PersonRef askedBy,
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable Boolean approved,
            @Nullable PersonRef decidedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String words) {}

    @Schema(name = "SampleVoiding")
    record VoidingView(String reason, PersonRef by, OffsetDateTime at) {}

    @Schema(name = "SampleStep")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(
            String kind,
            String kindLabel,
            @Nullable Long orderId,
            LocalDate on,
            @Nullable String party,
            @Nullable BigDecimal onHand,
            @Nullable BigDecimal offShelf,
            @Nullable BigDecimal recalled,
            @Nullable BigDecimal destroyed,
            String words,
            @Nullable LocalDate dueOn,
            PersonRef by) {}

    @Schema(
            name = "Sample",
            description =
                    "holder: who has it now; verdict: FIT, UNFIT or null before a result, after a re-test that of the re-test;"
                            + " orderDueAt: by when the business where it was taken must be ordered, null when that is done or"
                            + " not owed; orders: to each business that has the batch, oldest first")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record View(
            long sampleId,
            String number,
            @Nullable String caseNo,
            @Nullable Long planId,
            String product,
            String batch,
            @Nullable String producer,
            String merchant,
            @Nullable String merchantCode,
            boolean food,
            String quantity,
            String sealNo,
            String place,
            OffsetDateTime takenAt,
            List<PersonRef> officers,
            String holder,
            @Nullable String verdict,
            @Nullable OffsetDateTime orderDueAt,
            List<CustodyView> custody,
            List<ResultView> results,
            List<OrderView> orders,
            List<StepView> steps,
            List<RequestView> requests,
            @Nullable VoidingView voided) {}

    @Schema(
            name = "SampleRelatedCase",
            description = "why: SAME_BATCH, BUSINESS_GOODS, SAME_BUSINESS or SAME_GOODS; whyLabel in Chinese")
    record RelatedCase(String caseNo, String kind, String summary, LocalDate receivedOn, String why, String whyLabel) {}

    @Schema(
            name = "SampleWhole",
            description = "cases: that name the batch or are about such goods, as far as the caller may see them")
    record Whole(View sample, List<RelatedCase> cases) {}

    private final People people;

    SampleViews(People people) {
        this.people = people;
    }

    List<View> of(List<Sample> samples) {
        Set<String> ids = new TreeSet<>();
        samples.forEach(one -> ids.addAll(persons(one)));
        Map<String, String> names = people.displayNames(ids);
        return samples.stream().map(one -> view(one, names)).toList();
    }

    View of(Sample sample) {
        return view(sample, people.displayNames(persons(sample)));
    }

    static RelatedCase related(RelatedStore.Related one) {
        return new RelatedCase(
                one.caseNo(),
                one.kind(),
                one.summary(),
                one.receivedOn(),
                one.why().name(),
                one.why().chinese());
    }

    private static View view(Sample one, Map<String, String> names) {
        Sample.Batch batch = one.batch();
        Instant due = one.orderDueAt();
        return new View(
                one.id(),
                one.number(),
                one.caseNo(),
                one.planId(),
                batch.product(),
                batch.batch(),
                batch.producer(),
                batch.merchant(),
                batch.merchantCode(),
                batch.food(),
                batch.quantity(),
                one.sealNo(),
                one.place(),
                at(one.takenAt()),
                one.officers().stream().map(id -> person(id, names)).toList(),
                one.custody().isEmpty() ? "抽样人员" : one.custody().getLast().to(),
                verdict(one),
                maybe(due),
                one.custody().stream().map(each -> custody(each, names)).toList(),
                one.results().stream().map(each -> result(each, names)).toList(),
                one.orders().stream().map(each -> order(one, each, names)).toList(),
                one.steps().stream().map(each -> step(each, names)).toList(),
                one.requests().stream().map(each -> request(one, each, names)).toList(),
                voiding(one.voided(), names));
    }

    private static @Nullable String verdict(Sample one) {
        Sample.Result now = one.result();
        return now == null ? null : now.fit() ? "FIT" : "UNFIT";
    }

    private static CustodyView custody(Sample.HandOver one, Map<String, String> names) {
        return new CustodyView(
                one.from(),
                one.to(),
                one.lab(),
                one.paperNo(),
                at(one.at()),
                one.sealIntact(),
                one.note(),
                person(one.by(), names));
    }

    private static ResultView result(Sample.Result one, Map<String, String> names) {
        return new ResultView(
                one.retest(),
                one.lab(),
                one.reportNo(),
                one.reportedOn(),
                at(one.receivedAt()),
                one.fit(),
                one.items().stream()
                        .map(item -> new ItemView(item.item(), item.method(), item.limit(), item.value(), item.fit()))
                        .toList(),
                person(one.by(), names));
    }

    private static OrderView order(Sample sample, Sample.Order one, Map<String, String> names) {
        boolean sampled = one.to().sampled();
        return new OrderView(
                one.id(),
                one.to().relation().name(),
                one.to().relation().chinese(),
                party(sample, one.to()),
                sampled ? sample.batch().merchantCode() : one.to().code(),
                one.number(),
                one.reason(),
                one.law(),
                one.quantity(),
                person(one.issuedBy(), names),
                at(one.issuedAt()),
                at(one.dueAt()),
                one.issuedAt().isAfter(one.dueAt()),
                maybe(sample.answerDueAt(one)),
                lifting(one.lifting(), names));
    }

    private static String party(Sample sample, Sample.Addressee to) {
        return Objects.requireNonNullElse(to.party(), sample.batch().merchant());
    }

    private static @Nullable LiftingView lifting(Sample.@Nullable Lifting one, Map<String, String> names) {
        return one == null
                ? null
                : new LiftingView(
                        one.number(),
                        one.reason(),
                        one.law(),
                        person(one.askedBy(), names),
                        person(one.decidedBy(), names),
                        at(one.at()));
    }

    private static RequestView request(Sample sample, OrderRequest one, Map<String, String> names) {
        OrderRequest.Decision decision = one.decision();
        return new RequestView(
                one.id(),
                one.kind().name(),
                one.kind().chinese(),
                one.to().relation().name(),
                one.to().relation().chinese(),
                party(sample, one.to()),
                one.reason(),
                one.law(),
                one.quantity(),
                one.urgency(),
                person(one.askedBy(), names),
                at(one.askedAt()),
                maybe(one.dueAt()),
                decision == null ? null : decision.approved(),
                decision == null ? null : person(decision.by(), names),
                decision == null ? null : at(decision.at()),
                decision == null ? null : decision.words());
    }

    private static @Nullable VoidingView voiding(Sample.@Nullable Voiding one, Map<String, String> names) {
        return one == null ? null : new VoidingView(one.reason(), person(one.by(), names), at(one.at()));
    }

    private static @Nullable OffsetDateTime maybe(@Nullable Instant at) {
        return at == null ? null : at(at);
    }

    private static StepView step(Sample.Step one, Map<String, String> names) {
        return new StepView(
                one.kind().name(),
                one.kind().chinese(),
                one.orderId(),
                one.on(),
                one.party(),
                one.onHand(),
                one.offShelf(),
                one.recalled(),
                one.destroyed(),
                one.words(),
                one.dueOn(),
                person(one.by(), names));
    }

    private static Set<String> persons(Sample one) {
        Set<String> ids = new TreeSet<>(one.officers());
        one.custody().forEach(each -> ids.add(each.by()));
        one.results().forEach(each -> ids.add(each.by()));
        one.steps().forEach(each -> ids.add(each.by()));
        one.orders().forEach(each -> {
            ids.add(each.issuedBy());
            if (each.lifting() != null) {
                ids.addAll(List.of(each.lifting().askedBy(), each.lifting().decidedBy()));
            }
        });
        one.requests().forEach(each -> {
            ids.add(each.askedBy());
            if (each.decision() != null) {
                ids.add(each.decision().by());
            }
        });
        if (one.voided() != null) {
            ids.add(one.voided().by());
        }
        return ids;
    }

    private static PersonRef person(String id, Map<String, String> names) {
        return new PersonRef(id, names.getOrDefault(id, id));
    }

    private static OffsetDateTime at(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
