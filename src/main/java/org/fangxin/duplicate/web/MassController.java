package org.fangxin.duplicate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.fangxin.duplicate.MassProposal;
import org.fangxin.duplicate.internal.MassComplaints;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals of joint complaints to those who route and head. */
@RestController
@RequestMapping("/api/v1/mass-complaints")
@Tag(name = "duplicates")
class MassController {
    private static final Role[] JUDGES = {Role.INTAKE, Role.HANDLER, Role.UNIT_HEAD, Role.LEADER};
    private static final int FEWEST = 10;
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;

    private final MassComplaints mass;

    MassController(MassComplaints mass) {
        this.mass = mass;
    }

    @Schema(name = "MassComplaintCase")
    record CaseView(String caseNo, Instant receivedAt, String summary) {}

    @Schema(name = "MassComplaint")
    record View(
            @Schema(description = "统一社会信用代码；没有代码的为名称") String merchant,
            String merchantName,
            @Schema(description = "商品和服务类别代码；没有的为问题类别代码") String matter,
            @Schema(description = "不同的投诉人有几位") int complainants,
            @Schema(description = "先收到的在前；其他各件征得本人同意后加入第一件") List<CaseView> cases) {}

    @Schema(name = "MassComplaints")
    record Page(List<View> items) {}

    @Schema(name = "MassComplaintRejection")
    record Rejection(
            @Nullable String merchant,
            @Nullable String matter,
            @Nullable String reasons) {}

    @GetMapping
    @Operation(
            summary = "可以征求意见按共同投诉处理的同类投诉",
            description = "本机关还没有决定是否受理、同一商家、同一类商品或者问题、内容相似的投诉，不同投诉人达到设定的数（第十二条）。只是建议：由人判断，逐人征得同意。错误：404 没有分送或者办理的角色。")
    Page proposals() {
        String agency = CurrentPerson.require(JUDGES).agencyCode();
        return new Page(mass.of(agency).stream().map(MassController::view).toList());
    }

    @PostMapping("/rejections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "不按共同投诉处理，写理由；已经收到的这些不再建议", description = "错误：404 没有角色；422 没有写明哪一组，或者理由不到 10 个字。")
    void reject(@RequestBody Rejection body) {
        var who = CurrentPerson.require(JUDGES);
        String merchant = DuplicateViews.given("merchant", body.merchant(), LONGEST_NAME)
                .orElseThrow(() -> Problem.invalid("merchant", "required", "请写明是哪一家商家的投诉。"));
        String matter =
                DuplicateViews.given("matter", body.matter(), LONGEST_NAME).orElse("");
        String reasons = DuplicateViews.given("reasons", body.reasons(), MOST)
                .filter(text -> text.codePointCount(0, text.length()) >= FEWEST)
                .orElseThrow(() -> Problem.invalid("reasons", "length", "请写明理由，至少 10 个字：哪里不是同一争议。"));
        mass.reject(who.agencyCode(), merchant, matter, reasons, who.personId());
    }

    private static View view(MassProposal one) {
        return new View(
                one.merchant(),
                one.merchantName(),
                one.matter(),
                one.complainants(),
                one.cases().stream()
                        .map(member -> new CaseView(member.caseNo(), member.receivedAt(), member.summary()))
                        .toList());
    }
}
