package org.fangxin.abuse.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fangxin.abuse.internal.Findings;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a reviewer. */
@RestController
@RequestMapping("/api/v1/abuse-appeals")
@Tag(name = "abuse")
class AppealController {
    private static final Role[] REVIEWERS = {Role.UNIT_HEAD, Role.LEADER};

    private final Findings findings;

    AppealController(Findings findings) {
        this.findings = findings;
    }

    @Schema(name = "AbuseAppeal", description = "byPerson：投诉人自己在查询页申诉的")
    record Waiting(String caseNo, long findingId, Instant appealedAt, boolean byPerson) {}

    @Schema(name = "AbuseAppeals")
    record WaitingList(List<Waiting> items) {}

    @GetMapping
    @Operation(summary = "等待复核的申诉", description = "只列看得到的案件、本人没有经手的认定，先申诉的在前，最多 50 条。错误：404 没有复核的角色。")
    WaitingList waitingAppeals() {
        String by = CurrentPerson.require(REVIEWERS).personId();
        return new WaitingList(findings.waiting(by).stream()
                .map(one -> new Waiting(
                        one.caseNo(),
                        one.findingId(),
                        Objects.requireNonNull(one.appealedAt()),
                        one.appealedByPerson()))
                .toList());
    }
}
