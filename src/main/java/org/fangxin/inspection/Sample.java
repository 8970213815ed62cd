package org.fangxin.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sample of one batch with all that became of it.
 *
 * @param caseNo the case for which it was taken, or null
 * @param officers at least two (PP 22, 31)
 * @param custody oldest first; the first hand-over starts at the agency
 * @param orders to each business where the batch is or was, oldest first
 * @param requests orders and liftings as they were asked and decided, oldest first
 * @param voided null unless it was written down wrongly
 */
public record Sample(
        long id,
        String number,
        String agency,
        @Nullable String caseNo,
        @Nullable Long planId,
        Batch batch,
        String sealNo,
        String place,
        Instant takenAt,
        List<String> officers,
        List<HandOver> custody,
        List<Result> results,
        List<Order> orders,
        List<Step> steps,
        List<OrderRequest> requests,
        @Nullable Voiding voided) {
    private static final long DAY = 86_400;

    /** One that is about to be taken: it has no number yet, and nothing followed. */
    public static Sample fresh(
            String agency,
            @Nullable String caseNo,
            @Nullable Long planId,
            Batch batch,
            String sealNo,
            String place,
            Instant takenAt,
            List<String> officers) {
        return new Sample(
                0, "", agency, caseNo, planId, batch, sealNo, place, takenAt, officers, List.of(), List.of(), List.of(),
                List.of(), List.of(), null);
    }

    /** @param merchantCode its 统一社会信用代码, if known */
    public record Batch(
            String product,
            String batch,
            @Nullable String producer,
            String merchant,
            @Nullable String merchantCode,
            boolean food,
            String quantity) {}

    /** @param paperNo the commission, for a hand-over to the laboratory */
    public record HandOver(
            String from,
            String to,
            boolean lab,
            @Nullable String paperNo,
            Instant at,
            boolean sealIntact,
            @Nullable String note,
            String by) {}

    /** @param fit qualified in all items; {@code retest} 复检 */
    public record Result(
            boolean retest,
            String lab,
            String reportNo,
            LocalDate reportedOn,
            Instant receivedAt,
            boolean fit,
            List<Item> items,
            String by) {}

    /** @param method standard or method, {@code limit} what is allowed, as printed in the report */
    public record Item(String item, String method, String limit, String value, boolean fit) {}

    /**
     * Whose shelves an order clears.
     *
     * @param party name of the business; null for the one where the sample was taken
     * @param code its 统一社会信用代码, if known
     */
    public record Addressee(
            Relation relation,
            @Nullable String party,
            @Nullable String code) {
        public static final Addressee SAMPLED = new Addressee(Relation.SAMPLED, null, null);

        public boolean sampled() {
            return relation == Relation.SAMPLED;
        }

        /** The same business, whatever it is to the batch. */
        public boolean same(Addressee other) {
            return Objects.equals(party, other.party);
        }
    }

    /** What a business is to the one where the sample was taken. */
    public enum Relation {
        SAMPLED("被抽样单位"),
        SUPPLIER("供货单位"),
        BUYER("购货单位"),
        BRANCH("分店"),
        PRODUCER("生产者");

        private final String chinese;

        Relation(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * @param dueAt twenty-four hours after the unfit result came, or after the step that found this business
     * @param lifting null while the order is in force
     */
    public record Order(
            long id,
            Addressee to,
            String number,
            String reason,
            String law,
            String quantity,
            String issuedBy,
            Instant issuedAt,
            Instant dueAt,
            @Nullable Lifting lifting) {
        public boolean inForce() {
            return lifting == null;
        }
    }

    /** The paper that lifts an order: one asked, another decided. */
    public record Lifting(String number, String reason, String law, String askedBy, String decidedBy, Instant at) {}

    /** A sample that was written down wrongly: it stays readable and its number is not given again. */
    public record Voiding(String reason, String by, Instant at) {}

    /**
     * @param orderId which order was served or answered, null for other steps
     * @param party merchant up- or downstream; the four quantities of an answer in the batch's own unit
     */
    public record Step(
            Kind kind,
            @Nullable Long orderId,
            LocalDate on,
            @Nullable String party,
            @Nullable BigDecimal onHand,
            @Nullable BigDecimal offShelf,
            @Nullable BigDecimal recalled,
            @Nullable BigDecimal destroyed,
            String words,
            @Nullable LocalDate dueOn,
            List<String> attachments,
            String by,
            Instant at) {
        /** The same of another order, or of none. */
        public Step of(@Nullable Long order) {
            return new Step(
                    kind, order, on, party, onHand, offShelf, recalled, destroyed, words, dueOn, attachments, by, at);
        }
    }

    public enum Kind {
        SERVED("送达经营者"),
        ANSWERED("经营者报告落实"),
        UPSTREAM("追溯来源"),
        DOWNSTREAM("追踪去向"),
        RETEST_ASKED("申请复检"),
        RECTIFY("责令整改"),
        CHECKED_GOOD("整改合格"),
        CHECKED_BAD("整改不合格");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** What holds now: the re-test if there is one, else the first result; null before any. */
    public @Nullable Result result() {
        return results.stream()
                .filter(Result::retest)
                .findFirst()
                .or(() -> results.stream().findFirst())
                .orElse(null);
    }

    public boolean atLab() {
        return custody.stream().anyMatch(HandOver::lab);
    }

    public boolean unfit() {
        Result now = result();
        return now != null && !now.fit();
    }

    /** The order to a business, if it was issued. */
    public Optional<Order> orderTo(Addressee business) {
        return orders.stream().filter(one -> one.to().same(business)).findFirst();
    }

    /** The order to the business where the sample was taken. */
    public @Nullable Order order() {
        return orderTo(Addressee.SAMPLED).orElse(null);
    }

    /** By when that order must be issued: twenty-four hours after an unfit result came, while there is none. */
    public @Nullable Instant orderDueAt() {
        Result now = result();
        return now == null || now.fit() || order() != null || voided != null
                ? null
                : now.receivedAt().plusSeconds(DAY);
    }

    /** By when its business should have reported, a promise of twenty-four hours; null when no answer is owed. */
    public @Nullable Instant answerDueAt(Order order) {
        boolean answered = steps.stream()
                .anyMatch(step -> step.kind() == Kind.ANSWERED && Objects.equals(step.orderId(), order.id()));
        return answered || !order.inForce() ? null : order.issuedAt().plusSeconds(DAY);
    }

    public boolean has(Kind kind) {
        return steps.stream().anyMatch(step -> step.kind() == kind);
    }

    /** What waits for a second person. */
    public List<OrderRequest> waiting() {
        return requests.stream().filter(OrderRequest::open).toList();
    }
}
