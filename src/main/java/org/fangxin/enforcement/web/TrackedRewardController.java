package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.RewardClaim.State;
import org.fangxin.enforcement.internal.Payouts;
import org.fangxin.intake.TrackedSubmissions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A reporter's own reward, by number and tracking code in the body: nothing of it is in an address. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/reward")
@Tag(name = "submissions")
class TrackedRewardController {
    private static final Set<State> TOLD = Set.of(State.GRANTED, State.PAID, State.LAPSED);

    @Schema(name = "TrackedRewardRequest")
    record Asked(
            @Nullable String trackingCode,
            @Schema(description = "哪一件举报") @Nullable String caseNo) {}

    @Schema(name = "TrackedReward")
    record View(
            @Schema(description = "NONE 没有申请、APPLIED 已申请、GRANTED 待领取、PAID 已发放、LAPSED 逾期；审批到哪一步不说")
            String state,

            @Schema(description = "领奖编号；决定前为空") @Nullable String claimNo,
            @Schema(description = "元；决定前为空") @Nullable BigDecimal amount,
            @Schema(description = "最后领取日；决定前为空") @Nullable LocalDate expiresOn,
            @Schema(description = "领奖码已经给过") boolean coded) {}

    @Schema(name = "TrackedRewardCode")
    record CodeView(@Schema(description = "领奖码，只给这一次") String code) {}

    private final TrackedSubmissions submissions;
    private final Payouts payouts;

    TrackedRewardController(TrackedSubmissions submissions, Payouts payouts) {
        this.submissions = submissions;
        this.payouts = payouts;
    }

    @PostMapping
    @Operation(summary = "看自己举报的奖励")
    View see(@PathVariable String no, @RequestBody Asked asked, HttpServletRequest request) {
        return view(payouts.see(own(no, asked, request), caseNo(asked)));
    }

    @PostMapping("/application")
    @Operation(summary = "申请奖励；匿名举报也可以")
    View apply(@PathVariable String no, @RequestBody Asked asked, HttpServletRequest request) {
        return view(payouts.apply(own(no, asked, request), caseNo(asked)));
    }

    @PostMapping("/code")
    @Operation(summary = "取领奖码：只显示这一次；凭编号和码领取，不用说明身份")
    CodeView code(@PathVariable String no, @RequestBody Asked asked, HttpServletRequest request) {
        return new CodeView(payouts.code(own(no, asked, request), caseNo(asked)));
    }

    private Map<String, Actor> own(String no, Asked asked, HttpServletRequest request) {
        return submissions.require(no, asked.trackingCode(), String.valueOf(request.getRemoteAddr()));
    }

    private static String caseNo(Asked asked) {
        return asked.caseNo() == null ? "" : asked.caseNo().strip();
    }

    private static View view(Optional<RewardClaim> claim) {
        if (claim.isEmpty()) {
            return new View("NONE", null, null, null, false);
        }
        RewardClaim one = claim.get();
        return TOLD.contains(one.state())
                ? new View(one.state().name(), one.claimNo(), one.amount(), one.expiresOn(), one.coded())
                : new View("APPLIED", null, null, null, false);
    }
}
