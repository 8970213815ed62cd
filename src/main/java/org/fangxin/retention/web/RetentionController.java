package org.fangxin.retention.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.retention.Kept;
import org.fangxin.retention.internal.Disposable;
import org.fangxin.retention.internal.Holds;
import org.fangxin.retention.web.RetentionViews.DueView;
import org.fangxin.retention.web.RetentionViews.HoldView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files whose term is over, and holding one back. */
@RestController
@RequestMapping("/api/v1/retention")
@Tag(name = "retention", description = "保管期限、暂缓销毁和销毁清册")
class RetentionController {
    static final Role[] KEEPERS = {Role.ARCHIVIST, Role.UNIT_HEAD, Role.LEADER};
    private static final int SHOWN = 500;

    private final Disposable disposable;
    private final Holds holds;
    private final RetentionViews views;
    private final AuditLog audit;

    RetentionController(Disposable disposable, Holds holds, RetentionViews views, AuditLog audit) {
        this.disposable = disposable;
        this.holds = holds;
        this.views = views;
        this.audit = audit;
    }

    @Schema(name = "RetentionDue", description = "items 最多 500 件，先归档的在前")
    record DueList(int total, int free, List<DueView> items) {}

    @Schema(name = "RetentionHolds")
    record HoldList(List<HoldView> items) {}

    @Schema(name = "RetentionHoldRequest")
    record HoldRequest(@Nullable String caseNo, @Nullable String reason) {}

    @Schema(name = "RetentionLiftRequest")
    record LiftRequest(@Nullable String reason) {}

    @GetMapping("/due")
    @Operation(
            summary = "本机关保管期满的案卷",
            description = "包括所的案卷。只有编号、类别和日期；free 是可以列入清册的件数，其余写明为什么不能销毁。每次查看记入审计。错误：404 没有角色、422 所的人员。")
    DueList dueFiles() {
        SignedIn who = CurrentPerson.require(KEEPERS);
        List<Kept> over = disposable.over(who);
        audit.record("RETENTION_SEEN", who.agencyCode(), "items=" + over.size());
        return new DueList(
                over.size(),
                (int) over.stream().filter(kept -> kept.bars().isEmpty()).count(),
                over.stream().limit(SHOWN).map(views::due).toList());
    }

    @GetMapping("/holds")
    @Operation(summary = "本机关暂缓销毁的案卷", description = "仍在暂缓的在前。")
    HoldList heldFiles() {
        SignedIn who = CurrentPerson.require(KEEPERS);
        return new HoldList(views.holds(holds.of(who.agencyCode())));
    }

    @PostMapping("/holds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "暂缓销毁一件归档的案卷", description = "写明理由，如复议、诉讼、审计要用。错误：404 没有这件归档的案卷、409 已经暂缓、422 理由太短。")
    HoldList holdFile(@RequestBody HoldRequest body) {
        SignedIn who = CurrentPerson.require(KEEPERS);
        String caseNo = body.caseNo() == null ? "" : body.caseNo().strip();
        if (caseNo.isEmpty()) {
            throw Problem.invalid("caseNo", "required", "请填写案件编号。");
        }
        if (!caseNo.matches("[0-9A-Za-z-]{6,40}")) {
            throw Problem.invalid("caseNo", "format", "这不是案件编号。请照案件页上的填，例如 620823-160301-0001。");
        }
        holds.place(caseNo, RetentionWords.of("reason", "理由", body.reason()), who);
        return heldFiles();
    }

    @PostMapping("/holds/{holdId}/lift")
    @Operation(summary = "解除暂缓", description = "写明理由。错误：404、409 已经解除、422 理由太短。")
    HoldList liftHold(@PathVariable long holdId, @RequestBody LiftRequest body) {
        SignedIn who = CurrentPerson.require(KEEPERS);
        holds.lift(holdId, RetentionWords.of("reason", "解除的理由", body.reason()), who);
        return heldFiles();
    }
}
