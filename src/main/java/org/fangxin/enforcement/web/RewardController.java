package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.internal.Payouts;
import org.fangxin.enforcement.internal.Rewards;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rewards at the desk: list, grade, two approvals, payout against a code, books. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rewards", description = "举报奖励：认定、两人批准、凭码匿名领取、台账（第三十六条）")
class RewardController {
    private static final Role[] LINE = {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER};

    private final Rewards rewards;
    private final Payouts payouts;
    private final People people;

    RewardController(Rewards rewards, Payouts payouts, People people) {
        this.rewards = rewards;
        this.payouts = payouts;
        this.people = people;
    }

    @Schema(name = "RewardGrading")
    record Grading(
            @Schema(description = "1 一级、2 二级、3 三级") @Nullable
            Integer grade,

            @Schema(description = "认定理由；不写举报人的身份") @Nullable String reasons) {}

    @Schema(name = "RewardApproval")
    record Approving(
            @Schema(description = "财政部门意见文号；五十万元以上必填") @Nullable
            String financePaper) {}

    @Schema(name = "RewardPayment")
    record Payment(
            @Nullable String claimNo,
            @Schema(description = "领奖码") @Nullable String code,
            @Schema(description = "付款凭证号") @Nullable String voucher) {}

    @Schema(name = "RewardPaid")
    record PaidView(
            String claimNo, @Schema(description = "付了多少（元）") BigDecimal amount) {}

    @GetMapping("/rewards")
    @Operation(summary = "看得到的举报的奖励，新的在前，最多二百件；并给出现行标准")
    RewardViews.Page all() {
        CurrentPerson.require(LINE);
        return new RewardViews.Page(RewardViews.view(rewards.rule()), views(rewards.all()));
    }

    @GetMapping("/rewards/books")
    @Operation(summary = "奖励台账：各机关决定、发放、逾期的件数和金额，账是否平")
    RewardViews.BooksPage books() {
        CurrentPerson.require(HEADS);
        return new RewardViews.BooksPage(
                rewards.books().stream().map(RewardViews::view).toList());
    }

    @PostMapping("/cases/{caseNo}/reward/grade")
    @Operation(summary = "认定等级并按标准算出金额；批准前可以重新认定。处理决定之前 422")
    RewardViews.View grade(@PathVariable String caseNo, @RequestBody Grading grading) {
        return view(rewards.grade(caseNo, CurrentPerson.require(LINE), grading.grade(), grading.reasons()));
    }

    @PostMapping("/cases/{caseNo}/reward/approve")
    @Operation(summary = "批准：先后两人，第二人是部门负责人，都不是认定的人；第二次批准后案件记入奖励决定")
    RewardViews.View approve(@PathVariable String caseNo, @RequestBody Approving approving) {
        return view(rewards.approve(caseNo, CurrentPerson.require(HEADS), approving.financePaper()));
    }

    @PostMapping("/cases/{caseNo}/reward/refuse")
    @Operation(summary = "不予奖励")
    RewardViews.View refuse(@PathVariable String caseNo) {
        CurrentPerson.require(HEADS);
        return view(rewards.refuse(caseNo));
    }

    @PostMapping("/cases/{caseNo}/reward/new-code")
    @Operation(summary = "换发领奖码：旧码作废，举报人在查询页再取一次")
    RewardViews.View newCode(@PathVariable String caseNo) {
        CurrentPerson.require(Role.LEADER);
        return view(rewards.newCode(caseNo));
    }

    @PostMapping("/reward-payments")
    @Operation(summary = "凭编号和领奖码付款，不问是谁；编号不对和码不对同样回答，连错五次锁住")
    PaidView pay(@RequestBody Payment payment) {
        Payouts.Paid paid = payouts.pay(
                CurrentPerson.require(Role.REGISTRAR, Role.INTAKE),
                payment.claimNo(),
                payment.code(),
                payment.voucher());
        return new PaidView(paid.claimNo(), paid.amount());
    }

    private RewardViews.View view(RewardClaim claim) {
        return views(List.of(claim)).getFirst();
    }

    private List<RewardViews.View> views(List<RewardClaim> claims) {
        var names = people.displayNames(claims.stream()
                .flatMap(one -> Stream.of(one.gradedBy(), one.firstBy(), one.secondBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return claims.stream().map(one -> RewardViews.view(one, names)).toList();
    }
}
