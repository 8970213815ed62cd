package org.fangxin.inspection.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.Sample.HandOver;
import org.fangxin.inspection.Sample.Kind;
import org.fangxin.inspection.Sample.Result;
import org.fangxin.inspection.Sample.Step;
import org.fangxin.merchant.SocialCreditCode;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What must hold of a sample before it is written; pure. */
final class SampleCheck {
    /** Who holds a sample before its first hand-over. */
    static final String TAKERS = "抽样人员";

    private static final int LONGEST = 1_000;
    private static final int TWO = 2;

    private SampleCheck() {}

    static void taking(Sample sample, Instant now) {
        words("product", sample.batch().product(), "产品名称");
        words("batch", sample.batch().batch(), "批号或者生产日期");
        words("merchant", sample.batch().merchant(), "被抽样单位");
        words("quantity", sample.batch().quantity(), "抽样数量");
        words("sealNo", sample.sealNo(), "封条编号");
        words("place", sample.place(), "抽样地点");
        if (new HashSet<>(sample.officers()).size() < TWO) {
            throw Problem.forbiddenByLaw("抽样不得少于两名执法人员。请再填一人。", List.of(Samples.PP + "第二十二条", Samples.PP + "第三十一条"));
        }
        past("takenAt", sample.takenAt(), now);
    }

    static void handingOver(Sample sample, HandOver one, Instant now) {
        words("to", one.to(), "交给谁");
        HandOver last = sample.custody().isEmpty() ? null : sample.custody().getLast();
        String holder = last == null ? TAKERS : last.to();
        if (!one.from().equals(holder)) {
            throw Problem.invalid("from", "not-the-holder", "样品现在在“" + holder + "”，只能从那里交出。");
        }
        if (one.lab() && (one.paperNo() == null || one.paperNo().isEmpty())) {
            throw Problem.invalid("paperNo", "required", "交给检验机构要写委托书的编号，检验时间凭它不计入期限。");
        }
        past("at", one.at(), now);
        Instant since = last == null ? sample.takenAt() : last.at();
        if (one.at().isBefore(since)) {
            throw Problem.invalid("at", "before", "交接时间不能早于上一次交接或者抽样的时间。");
        }
    }

    static void resulting(Sample sample, Result one, Instant now) {
        if (!sample.atLab()) {
            throw Problem.conflict("样品还没有交给检验机构，不能登记结果。请先登记交接。", java.util.Map.of());
        }
        words("lab", one.lab(), "检验机构");
        words("reportNo", one.reportNo(), "报告编号");
        if (one.items().isEmpty()) {
            throw Problem.invalid("items", "required", "请至少填一个检验项目。");
        }
        if (one.fit() != one.items().stream().allMatch(Sample.Item::fit)) {
            throw Problem.invalid("fit", "contradiction", "结论和各项目的结果不一致：有一项不合格的，结论就是不合格。");
        }
        past("receivedAt", one.receivedAt(), now);
        if (one.reportedOn().isAfter(day(one.receivedAt()))) {
            throw Problem.invalid("reportedOn", "future", "报告日期不能晚于收到的日期。");
        }
        if (one.retest()) {
            retest(sample, one);
        }
    }

    /** A re-test is asked for before, and not done by the first laboratory. */
    private static void retest(Sample sample, Result one) {
        Result first = sample.results().stream()
                .filter(each -> !each.retest())
                .findFirst()
                .orElseThrow(() -> Problem.conflict("还没有检验结果，不能登记复检。", java.util.Map.of()));
        if (sample.steps().stream().noneMatch(step -> step.kind() == Kind.RETEST_ASKED)) {
            throw Problem.conflict("还没有登记复检申请。请先登记谁在哪天申请复检。", java.util.Map.of());
        }
        if (first.lab().equals(one.lab())) {
            throw Problem.invalid("lab", "same", "复检机构与初检机构不得为同一机构。");
        }
    }

    static void following(Sample sample, Step step, LocalDate today) {
        words("words", step.words(), "情况");
        if (step.on().isAfter(today) || step.on().isBefore(day(sample.takenAt()))) {
            throw Problem.invalid("on", "range", "日期应当在抽样之日和今天之间。");
        }
        ordered(sample, step);
        boolean afterResult = step.kind() == Kind.RETEST_ASKED || step.kind() == Kind.RECTIFY;
        if (afterResult && sample.result() == null) {
            throw Problem.conflict("还没有检验结果。", java.util.Map.of());
        }
        boolean checks = step.kind() == Kind.CHECKED_GOOD || step.kind() == Kind.CHECKED_BAD;
        if (checks && sample.steps().stream().noneMatch(one -> one.kind() == Kind.RECTIFY)) {
            throw Problem.conflict("还没有责令整改，不能登记复查。", java.util.Map.of());
        }
        if (step.kind() == Kind.RECTIFY && (step.dueOn() == null || step.dueOn().isBefore(step.on()))) {
            throw Problem.invalid("dueOn", "required", "请填整改的期限，不能早于责令之日。");
        }
        if ((step.kind() == Kind.UPSTREAM || step.kind() == Kind.DOWNSTREAM) && blank(step.party())) {
            throw Problem.invalid("party", "required", "请写上游供货单位或者下游购货单位。");
        }
        quantities(step);
    }

    static boolean followsOrder(Kind kind) {
        return kind == Kind.SERVED || kind == Kind.ANSWERED;
    }

    /** What is served or answered is one of the sample's orders. */
    private static void ordered(Sample sample, Step step) {
        if (!followsOrder(step.kind())) {
            return;
        }
        if (sample.orders().isEmpty()) {
            throw Problem.conflict("还没有责令下架，不能登记送达或者落实。", java.util.Map.of());
        }
        Sample.Order order = sample.orders().stream()
                .filter(one -> Objects.equals(one.id(), step.orderId()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("orderId", "required", "这批责令了几家经营者，请选登记的是哪一份责令下架。"));
        if (step.kind() == Kind.ANSWERED && !order.inForce()) {
            throw Problem.conflict("责令下架已经解除，经营者不用再报告落实。", java.util.Map.of());
        }
    }

    /** Another business than the one where the sample was taken is named, with its code where it is known. */
    static void addressee(Sample sample, Sample.Addressee to) {
        if (to.sampled()) {
            return;
        }
        words("party", to.party(), "另一家经营者的名称");
        boolean same = sample.batch().merchant().equals(to.party())
                || to.code() != null && to.code().equals(sample.batch().merchantCode());
        if (same) {
            throw Problem.invalid("party", "sampled", "这就是被抽样单位。给它的责令下架请选“被抽样单位”。");
        }
        boolean malformed = to.code() != null
                && !SocialCreditCode.oldNumber(to.code())
                && SocialCreditCode.check(to.code()) == SocialCreditCode.Verdict.MALFORMED;
        if (malformed) {
            throw Problem.invalid("partyCode", "malformed", "统一社会信用代码是 18 位数字和字母。请核对后重填；不知道的可以不填。");
        }
    }

    /** What was sold is neither on hand nor destroyed: an answer names what was on hand, and what became of it adds up. */
    private static void quantities(Step step) {
        Stream.of(step.onHand(), step.offShelf(), step.recalled(), step.destroyed())
                .filter(one -> one != null && one.signum() < 0)
                .findFirst()
                .ifPresent(one -> {
                    throw Problem.invalid("onHand", "negative", "数量不能小于零。");
                });
        if (step.kind() != Kind.ANSWERED) {
            return;
        }
        BigDecimal off = step.offShelf();
        if (off == null || step.onHand() == null) {
            throw Problem.invalid("offShelf", "required", "请填库存和下架的数量，没有的填 0。");
        }
        if (off.compareTo(step.onHand()) > 0) {
            throw Problem.invalid("offShelf", "too-many", "下架的数量不能多于库存的数量；收回的另填“召回”。");
        }
        BigDecimal recalled = step.recalled() == null ? BigDecimal.ZERO : step.recalled();
        if (step.destroyed() != null && step.destroyed().compareTo(off.add(recalled)) > 0) {
            throw Problem.invalid("destroyed", "too-many", "销毁的数量不能多于下架和召回的数量之和。");
        }
    }

    static void live(Sample sample) {
        if (sample.voided() != null) {
            throw Problem.conflict("这个样品已经作废，不能再登记。", java.util.Map.of());
        }
    }

    /** Nothing that somebody acted on is voided; a result only by a unit head who did not enter it. */
    static void voiding(Sample sample, String reason, SignedIn who) {
        live(sample);
        words("reason", reason, "作废的原因");
        boolean acted = !sample.orders().isEmpty()
                || !sample.steps().isEmpty()
                || sample.results().size() > 1
                || sample.requests().stream()
                        .anyMatch(
                                one -> one.decision() == null || one.decision().approved());
        if (acted) {
            throw Problem.conflict("已经据此办理，不能作废。有异议的走复检；责令下架的，复检合格后解除。", java.util.Map.of());
        }
        Result result = sample.result();
        if (result != null && (!who.has(Role.UNIT_HEAD) || result.by().equals(who.personId()))) {
            throw Problem.forbiddenByLaw("已经有检验结果，要由没有登记结果的办案机构负责人作废。", List.of());
        }
    }

    static void words(String field, @Nullable String text, String label) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.invalid(field, "required", "请写" + label + "，一千字以内。不要写举报人。");
        }
    }

    private static void past(String field, Instant at, Instant now) {
        if (at.isAfter(now.plusSeconds(300))) {
            throw Problem.invalid(field, "future", "时间不能晚于现在。");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }
}
