package org.fangxin.duplicate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.Phones;
import org.fangxin.duplicate.Likely;
import org.fangxin.duplicate.internal.LikelyDuplicates;
import org.fangxin.duplicate.internal.OwnDuplicates;
import org.fangxin.duplicate.internal.OwnDuplicates.Proof;
import org.fangxin.duplicate.web.DuplicateViews.OwnPage;
import org.fangxin.duplicate.web.DuplicateViews.OwnQuestion;
import org.fangxin.duplicate.web.DuplicateViews.Page;
import org.fangxin.duplicate.web.DuplicateViews.Question;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Likely duplicates: while an officer registers, beside a case, and of what the public itself has told before. */
@RestController
@Tag(name = "duplicates", description = "可能重复的来件")
class DuplicateController {
    private static final Role[] DESK = {
        Role.REGISTRAR, Role.INTAKE, Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER
    };
    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_PROOFS = 5;

    private final LikelyDuplicates duplicates;
    private final OwnDuplicates own;
    private final AuditLog audit;

    DuplicateController(LikelyDuplicates duplicates, OwnDuplicates own, AuditLog audit) {
        this.duplicates = duplicates;
        this.own = own;
        this.audit = audit;
    }

    @PostMapping("/api/v1/duplicates")
    @Operation(
            summary = "边登记边提示：可能重复的来件和理由",
            description = "只提示，不拦截。按商家、商品、经过和投诉人比对本人看得到的案件，最多十件，最像的在前。"
                    + "举报只按商家和内容比对，从不按举报人；看不到的案件不出现，也不计数。按号码提示到的，记入审计，号码不记。错误：401 未登录；404 没有登记或者办理的角色；422 内容太长。")
    Page likely(@RequestBody Question question) {
        String agency = CurrentPerson.require(DESK).agencyCode();
        String phone = DuplicateViews.given("phone", question.phone(), LONGEST_NUMBER)
                .filter(typed -> Phones.fault(typed).isEmpty())
                .map(Phones::normal)
                .orElse(null);
        String idNumber = DuplicateViews.given("idNumber", question.idNumber(), LONGEST_NUMBER)
                .orElse(null);
        List<Likely> likely = duplicates.of(question.told(), phone, idNumber, agency);
        if (likely.stream().anyMatch(Likely::samePerson)) {
            // a hint by a number tells who brought what, like a search for it
            audit.record("PERSON_SEARCHED", "", "by=HINT");
        }
        return DuplicateViews.page(likely);
    }

    @GetMapping("/api/v1/cases/{caseNo}/duplicates")
    @Operation(
            summary = "可能和本件重复的案件和理由",
            description = "同类型、本人看得到的案件，最多十件（第十四条、第十六条第二项、第三十五条）。是否重复由承办人判断。错误：404 看不到本件。")
    Page ofCase(@PathVariable String caseNo) {
        String agency = CurrentPerson.require(DESK).agencyCode();
        return DuplicateViews.page(duplicates.of(caseNo, agency));
    }

    @PostMapping("/api/v1/public/duplicates")
    @Operation(
            summary = "您可能已经反映过：只和自己凭查询码能看的来件比对",
            description = "只比对随请求带来的编号和查询码能查到的来件；别人的来件不比对、不计数，也不按电话找。编号和查询码不符的当作没有，按查询进度同样计次。"
                    + "错误：422 超过 5 件或者内容太长；429 太频繁。")
    OwnPage own(@RequestBody OwnQuestion question, HttpServletRequest request) {
        List<Proof> proofs = question.receipts() == null
                ? List.of()
                : question.receipts().stream()
                        .filter(Objects::nonNull)
                        .map(one -> new Proof(one.submissionNo(), one.trackingCode()))
                        .toList();
        if (proofs.size() > MOST_PROOFS) {
            throw Problem.invalid("receipts", "too-many", "一次最多比对 5 件。");
        }
        return DuplicateViews.own(own.of(question.told(), proofs, String.valueOf(request.getRemoteAddr())));
    }
}
