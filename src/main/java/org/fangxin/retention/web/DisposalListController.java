package org.fangxin.retention.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.document.Downloads;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.internal.DisposalLists;
import org.fangxin.retention.internal.DisposalLists.Opinion;
import org.fangxin.retention.web.RetentionViews.ListView;
import org.fangxin.retention.web.RetentionViews.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Disposal lists: proposed by the archivist, reviewed by two others, kept for ever. */
@RestController
@RequestMapping("/api/v1/retention/lists")
@Tag(name = "retention", description = "保管期限、暂缓销毁和销毁清册")
class DisposalListController {
    private static final Role[] REVIEWERS = {Role.UNIT_HEAD, Role.LEADER};

    private final DisposalLists lists;
    private final RetentionViews views;
    private final AuditLog audit;

    DisposalListController(DisposalLists lists, RetentionViews views, AuditLog audit) {
        this.lists = lists;
        this.views = views;
        this.audit = audit;
    }

    @Schema(name = "DisposalLists")
    record ListList(List<Summary> items) {}

    @Schema(name = "DisposalProposal", description = "caseNos 不填：到期可以销毁的全部列入")
    record Proposal(
            @Nullable List<@Nullable String> caseNos,
            @Nullable String words) {}

    @Schema(name = "DisposalStrike")
    record StrikeRequest(@Nullable String caseNo, @Nullable String reason) {}

    @Schema(name = "DisposalReviewRequest", description = "struck：从清册剔除的案件，各写理由")
    record ReviewRequest(
            @Nullable Boolean approve,
            @Nullable String words,
            @Nullable List<@Nullable StrikeRequest> struck) {}

    @GetMapping
    @Operation(summary = "本机关的销毁清册", description = "新的在前，永久保存。")
    ListList disposalLists() {
        SignedIn who = CurrentPerson.require(RetentionController.KEEPERS);
        return new ListList(views.summaries(lists.of(who)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "提出销毁清册", description = "档案员提出；由承办机构负责人、市场监管部门负责人先后审核，三个人不能相同。错误：404 没有角色、422 有的案件没有到期或者不能销毁。")
    ListView proposeDisposal(@RequestBody Proposal body) {
        SignedIn who = CurrentPerson.require(Role.ARCHIVIST);
        String words = RetentionWords.of("words", "说明", body.words());
        List<@Nullable String> chosen = body.caseNos();
        if (chosen != null && chosen.contains(null)) {
            throw Problem.invalid("caseNos", "unreadable", "案件编号不能为空。");
        }
        List<String> numbers =
                chosen == null ? null : chosen.stream().map(String::valueOf).toList();
        return views.list(lists.propose(numbers, words, who), who);
    }

    @GetMapping("/{listNo}")
    @Operation(summary = "一份销毁清册", description = "案件编号、类别、日期，谁在什么时候提出和审核。错误：404。")
    ListView disposalList(@PathVariable String listNo) {
        SignedIn who = CurrentPerson.require(RetentionController.KEEPERS);
        return views.list(lists.find(listNo, who), who);
    }

    @PostMapping("/{listNo}/review")
    @Operation(
            summary = "审核销毁清册",
            description = "第一步承办机构负责人，第二步市场监管部门负责人，写明理由；可以剔除个别案件，或者退回全部。两步都同意以后一分钟内开始销毁，不能撤回。"
                    + "错误：404、409 已经审核完、422 同一人、没有轮到或者没有理由。")
    ListView reviewDisposal(@PathVariable String listNo, @RequestBody ReviewRequest body) {
        SignedIn who = CurrentPerson.require(REVIEWERS);
        if (body.approve() == null) {
            throw Problem.invalid("approve", "required", "请选同意或者退回。");
        }
        Opinion opinion =
                new Opinion(body.approve(), RetentionWords.of("words", "审核意见", body.words()), struck(body.struck()));
        return views.list(lists.review(listNo, opinion, who), who);
    }

    @GetMapping("/{listNo}/csv")
    @Operation(summary = "销毁清册的表格（CSV）", description = "没有个人信息；每次下载记入审计。错误：404。")
    ResponseEntity<byte[]> disposalTable(@PathVariable String listNo) {
        SignedIn who = CurrentPerson.require(RetentionController.KEEPERS);
        DisposalList list = lists.find(listNo, who);
        audit.record("DISPOSAL_LIST_TAKEN", listNo);
        return Downloads.of(ListTable.of(list, views.names(list)), listNo + ".csv", "text/csv;charset=UTF-8");
    }

    private static Map<String, String> struck(@Nullable List<@Nullable StrikeRequest> asked) {
        Map<String, String> struck = new LinkedHashMap<>();
        if (asked == null) {
            return struck;
        }
        for (StrikeRequest one : asked) {
            if (one == null || one.caseNo() == null) {
                throw Problem.invalid("struck", "unreadable", "请写明要剔除的案件编号。");
            }
            struck.put(one.caseNo().strip(), RetentionWords.of("struck", "剔除的理由", one.reason()));
        }
        return struck;
    }
}
