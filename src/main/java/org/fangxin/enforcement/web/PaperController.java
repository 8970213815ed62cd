package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fangxin.document.Downloads;
import org.fangxin.enforcement.PenaltyPaper;
import org.fangxin.enforcement.internal.PaperDesk;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The printed papers of verification and penalty. Each handing out is in the audit log. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "penalty-files")
class PaperController {
    private static final Role[] LINE = {Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};

    private final PaperDesk desk;
    private final People people;
    private final AuditLog audit;

    PaperController(PaperDesk desk, People people, AuditLog audit) {
        this.desk = desk;
        this.people = people;
        this.audit = audit;
    }

    @Schema(name = "PenaltyPaper")
    record View(
            long paperId,

            @Schema(
                    description =
                            "SITE_RECORD 现场检查笔录、QUESTIONING 询问笔录、EVIDENCE_LIST 证据清单、PRESERVED_LIST 先行登记保存证据清单、REVIEW 审核意见、"
                                    + "NOTICE 行政处罚告知书、SERVICE 送达回证、HEARING 听证笔录、DISCUSSION 集体讨论记录")
            String kind,

            String number,
            String title,
            String by,
            Instant at,
            @Schema(description = "SM3 摘要，64 位十六进制") String sm3) {}

    @Schema(name = "PenaltyPapers", description = "oldest first")
    record Page(List<View> items) {}

    @Schema(name = "EvidenceListing")
    record Listing(
            @Schema(description = "true 打印先行登记保存证据清单") @Nullable
            Boolean preserved) {}

    @GetMapping("/cases/{caseNo}/penalty-papers")
    @Operation(summary = "一件举报的核查和处罚文书：打印一次，不再改", description = "404 for a case that may not be seen.")
    Page penaltyPapers(@PathVariable String caseNo) {
        CurrentPerson.require(LINE);
        return page(desk.of(caseNo));
    }

    @PostMapping("/cases/{caseNo}/penalty-papers/evidence-lists")
    @Operation(summary = "打印证据清单：还没有上清单的证据（程序规定第二十四条、第三十四条）", description = "409 when there is nothing new.")
    Page listEvidence(@PathVariable String caseNo, @RequestBody Listing body) {
        SignedIn who = CurrentPerson.require(LINE);
        return page(desk.listEvidence(caseNo, who, Boolean.TRUE.equals(body.preserved())));
    }

    @GetMapping("/penalty-papers/{paperId}.pdf")
    @Operation(summary = "文书（PDF），总是打印时的那一份")
    ResponseEntity<byte[]> penaltyPaper(@PathVariable long paperId) {
        CurrentPerson.require(LINE);
        PenaltyPaper paper = desk.find(paperId);
        byte[] pdf = desk.pdf(paperId);
        audit.record("PENALTY_PAPER_READ", paper.caseNo(), "paper=" + paperId);
        return Downloads.of(pdf, paper.number() + paper.title() + ".pdf", "application/pdf");
    }

    private Page page(List<PenaltyPaper> papers) {
        Map<String, String> names = people.displayNames(
                papers.stream().map(PenaltyPaper::by).distinct().toList());
        return new Page(papers.stream()
                .map(one -> new View(
                        one.id(),
                        one.kind().name(),
                        one.number(),
                        one.title(),
                        names.getOrDefault(one.by(), one.by()),
                        one.at(),
                        one.sm3()))
                .toList());
    }
}
