package org.fangxin.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.fangxin.intake.TrackedSubmissions;
import org.fangxin.intake.internal.RateLimits;
import org.fangxin.intake.internal.RateLimits.Call;
import org.fangxin.intake.internal.form.Texts;
import org.fangxin.intake.internal.track.Afterwards;
import org.fangxin.intake.internal.track.Afterwards.Supplement;
import org.fangxin.intake.internal.track.OnlyOnce;
import org.fangxin.intake.internal.track.PublicProgress.Progress;
import org.fangxin.intake.internal.track.TrackingCheck;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tracking page: by number and code, nothing else. */
@RestController
@RequestMapping("/api/v1/submissions/{no}")
@Tag(name = "submissions", description = "来件：提交、查询进度、补充、撤回")
class TrackController {
    private static final int LONGEST = 5_000;
    private static final int LONGEST_WISH = 500;
    private static final int MOST_FILES = 20;

    private final TrackingCheck check;
    private final Afterwards afterwards;
    private final OnlyOnce once;
    private final RateLimits limits;

    TrackController(TrackingCheck check, Afterwards afterwards, OnlyOnce once, RateLimits limits) {
        this.check = check;
        this.afterwards = afterwards;
        this.once = once;
        this.limits = limits;
    }

    @Schema(name = "SupplementRequest")
    record SupplementRequest(
            @Nullable String trackingCode,
            @Nullable String caseNo,
            @Nullable String text,

            @Schema(description = "哪几项要求补充的材料；不填就是全部") @Nullable
            List<@Nullable String> items,

            @Nullable List<@Nullable String> attachments,

            @Schema(description = "身份证明材料：只有承办人核验时能看，不进入证据材料，结案后按期删除内容") @Nullable
            List<@Nullable String> identityAttachments) {}

    @Schema(name = "WithdrawalRequest")
    record WithdrawalRequest(
            @Nullable String trackingCode, @Nullable String caseNo) {}

    @Schema(name = "RescheduleRequest")
    record RescheduleRequest(
            @Nullable String trackingCode,
            @Nullable String caseNo,
            @Nullable String wish) {}

    @GetMapping
    @Operation(summary = "凭编号和查询码看进度")
    Progress see(
            @PathVariable String no,
            @Parameter(description = "查询码") @RequestHeader(name = TrackedSubmissions.HEADER, required = false) @Nullable
                    String code,
            @Parameter(deprecated = true, description = "查询码；地址会留在代理和浏览器的记录里，请改用请求头 " + TrackedSubmissions.HEADER)
                    @RequestParam(required = false)
                    @Nullable
                    String trackingCode,
            HttpServletRequest request) {
        return afterwards.see(found(no, code == null ? trackingCode : code, request));
    }

    @PostMapping("/supplements")
    @Operation(summary = "补充材料")
    Progress supply(
            @PathVariable String no,
            @RequestBody SupplementRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Found found = found(no, body.trackingCode(), request);
        String text = Texts.story(body.text());
        List<String> files = known(body.attachments());
        List<String> papers = known(body.identityAttachments());
        if (text.isEmpty() && files.isEmpty() && papers.isEmpty()) {
            throw Problem.invalid("text", "required", "请写要补充的内容，或者上传文件。");
        }
        if (Texts.length(text) > LONGEST) {
            throw Problem.invalid("text", "too-long", "补充内容最多 5,000 字。");
        }
        if (files.size() + papers.size() > MOST_FILES) {
            throw Problem.invalid("attachments", "too-many", "一次最多交 20 个文件。");
        }
        once.with(
                key,
                found,
                body,
                () -> afterwards.supply(
                        found, body.caseNo(), new Supplement(text, known(body.items()), files, papers)));
        return afterwards.see(found);
    }

    private static List<String> known(@Nullable List<@Nullable String> list) {
        return list == null
                ? List.of()
                : list.stream().filter(Objects::nonNull).distinct().toList();
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "撤回一件")
    Progress withdraw(
            @PathVariable String no,
            @RequestBody WithdrawalRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Found found = found(no, body.trackingCode(), request);
        if (body.caseNo() == null || body.caseNo().isBlank()) {
            throw Problem.invalid("caseNo", "required", "请选要撤回哪一件。");
        }
        String caseNo = body.caseNo();
        once.with(key, found, body, () -> afterwards.withdraw(found, caseNo));
        return afterwards.see(found);
    }

    @PostMapping("/reschedule")
    @Operation(summary = "申请改期：说什么时候方便，由调解人员决定")
    Progress reschedule(
            @PathVariable String no,
            @RequestBody RescheduleRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Found found = found(no, body.trackingCode(), request);
        String wish = Texts.story(body.wish());
        if (body.caseNo() == null || body.caseNo().isBlank()) {
            throw Problem.invalid("caseNo", "required", "请选要改期的是哪一件。");
        }
        if (wish.isEmpty()) {
            throw Problem.invalid("wish", "required", "请写什么时候方便。");
        }
        if (Texts.length(wish) > LONGEST_WISH) {
            throw Problem.invalid("wish", "too-long", "最多写 500 字。");
        }
        String caseNo = body.caseNo();
        once.with(key, found, body, () -> afterwards.askReschedule(found, caseNo, wish));
        return afterwards.see(found);
    }

    private Found found(String no, @Nullable String code, HttpServletRequest request) {
        String address = Caller.address(request);
        limits.address(Call.TRACK, address);
        return check.require(no, code, address);
    }
}
