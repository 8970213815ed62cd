package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.intake.TrackedSubmissions;
import org.fangxin.notice.internal.PublicPage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person was told, on the tracking page. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/notices")
@Tag(name = "submissions")
class TrackedNoticesController {
    @Schema(name = "TrackedNotice")
    record Told(String caseNo, OffsetDateTime at, String text) {}

    @Schema(name = "TrackedNotices")
    record AllTold(List<Told> items) {}

    private final TrackedSubmissions submissions;
    private final PublicPage page;

    TrackedNoticesController(TrackedSubmissions submissions, PublicPage page) {
        this.submissions = submissions;
        this.page = page;
    }

    @GetMapping
    @Operation(summary = "凭编号和查询码看收到过哪些告知", description = "What the person was told, by number and tracking code.")
    AllTold told(
            @PathVariable String no,
            @RequestHeader(name = TrackedSubmissions.HEADER, required = false) @Nullable String trackingCode,
            HttpServletRequest request) {
        Map<String, Actor> cases = submissions.require(no, trackingCode, String.valueOf(request.getRemoteAddr()));
        return new AllTold(page.of(cases).stream()
                .map(one -> new Told(one.caseNo(), NoticeViews.time(one.at()), one.text()))
                .toList());
    }
}
