package org.fangxin.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.internal.Approvals;
import org.fangxin.approval.internal.SheetPrinting;
import org.fangxin.casefile.Act;
import org.fangxin.document.Downloads;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Approval sheets: asked by an officer, decided by a leader, done with his yes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "approvals", description = "负责人审批：提请、办案机构意见、批准或者退回")
class ApprovalController {
    private static final Role[] ASKERS = {
        Role.HANDLER, Role.INVESTIGATOR, Role.MEDIATOR, Role.INTAKE, Role.UNIT_HEAD, Role.LEADER
    };

    private final Approvals approvals;
    private final SheetPrinting printing;
    private final ApprovalViews views;
    private final AuditLog audit;

    ApprovalController(Approvals approvals, SheetPrinting printing, ApprovalViews views, AuditLog audit) {
        this.approvals = approvals;
        this.printing = printing;
        this.views = views;
        this.audit = audit;
    }

    @Schema(
            name = "ApprovalRequest",
            description = "act: id of the act, see GET /acts; fields: its body without approval")
    record Asking(
            @Nullable String act,
            @Nullable Map<String, Object> fields,

            @Schema(description = "承办人意见：理由和依据；不写举报人的身份") @Nullable
            String words) {}

    @Schema(name = "ApprovalWords")
    record Words(@Schema(description = "意见；退回时必填") @Nullable String words) {}

    @Schema(name = "ApprovalDecision")
    record Deciding(
            @Schema(description = "true 批准，false 退回") @Nullable
            Boolean approve,

            @Nullable String words) {}

    @Schema(name = "ApprovalList", description = "at most 200")
    record Sheets(List<ApprovalViews.View> items) {}

    @GetMapping("/approvals")
    @Operation(
            summary = "看得到的案件的审批表",
            description = "state: WAITING (default; the longest waiting first) or DONE (newest first).")
    Sheets approvals(@RequestParam(defaultValue = "WAITING") String state) {
        CurrentPerson.require(ASKERS);
        return new Sheets(views.of(approvals.list(!state.equals("DONE"))));
    }

    @GetMapping("/cases/{caseNo}/approvals")
    @Operation(summary = "一件案件的审批表，旧的在前", description = "404 for a case that may not be seen.")
    Sheets caseApprovals(@PathVariable String caseNo) {
        CurrentPerson.require(ASKERS);
        return new Sheets(views.of(approvals.ofCase(caseNo)));
    }

    @PostMapping("/cases/{caseNo}/approvals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "把一步办理送负责人审批",
            description =
                    "The act is tried first: 422 with the articles when the law forbids it now; 409 when it waits already.")
    ApprovalViews.View askApproval(@PathVariable String caseNo, @RequestBody Asking body) {
        SignedIn who = CurrentPerson.require(ASKERS);
        Act act = Act.byId(text(body.act()))
                .orElseThrow(() -> Problem.invalid("act", "unknown", "没有“" + text(body.act()) + "”这个办理行为。"));
        Map<String, Object> fields = body.fields() == null ? Map.of() : new HashMap<>(body.fields());
        return view(approvals.ask(caseNo, who, act, fields, text(body.words())));
    }

    @PostMapping("/approvals/{requestId}/opinion")
    @Operation(summary = "办案机构负责人同意，报部门负责人", description = "Not by who asked.")
    ApprovalViews.View support(@PathVariable long requestId, @RequestBody Words body) {
        SignedIn who = CurrentPerson.require(Role.UNIT_HEAD);
        return view(approvals.support(requestId, who, text(body.words())));
    }

    @PostMapping("/approvals/{requestId}/decision")
    @Operation(
            summary = "负责人批准（这一步随即办理）或者退回",
            description =
                    "Not by who asked. Approving does the act in the leader's name with the sheet's number as its paper;"
                            + " 422 when the law forbids it by now, and the sheet stays open.")
    ApprovalViews.View decideApproval(@PathVariable long requestId, @RequestBody Deciding body) {
        SignedIn who = CurrentPerson.require(Role.LEADER);
        if (body.approve() == null) {
            throw Problem.invalid("approve", "required", "请选批准还是退回。");
        }
        return view(
                body.approve()
                        ? approvals.approve(requestId, who, text(body.words()))
                        : approvals.giveBack(requestId, who, text(body.words())));
    }

    @PostMapping("/approvals/{requestId}/withdrawal")
    @Operation(summary = "提请人撤回还没有批的审批表")
    ApprovalViews.View withdrawApproval(@PathVariable long requestId) {
        return view(approvals.withdraw(requestId, CurrentPerson.require(ASKERS)));
    }

    @GetMapping("/approvals/{requestId}/sheet.pdf")
    @Operation(summary = "打印审批表")
    ResponseEntity<byte[]> sheet(@PathVariable long requestId) {
        CurrentPerson.require(ASKERS);
        ApprovalSheet sheet = approvals.find(requestId);
        byte[] pdf = printing.pdf(requestId);
        audit.record("APPROVAL_SHEET_READ", sheet.caseNo(), "request=" + requestId);
        return Downloads.of(pdf, sheet.requestNo() + SheetPrinting.title(sheet) + ".pdf", "application/pdf");
    }

    /** A leader whose act takes the case out of his own sight still learns that it is done. */
    private ApprovalViews.View view(ApprovalSheet sheet) {
        return views.of(List.of(sheet)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
