package org.fangxin.mediation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.Fields;
import org.fangxin.intake.TrackedCases;
import org.fangxin.mediation.internal.OwnDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the tracking page into the online room: number and code, sent in the body, stand for link and code. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/mediation-room")
@Tag(name = "mediation", description = "网上调解室")
class TrackedRoomController {
    @Schema(name = "RoomTracked")
    record Tracked(@Nullable String trackingCode, @Nullable String caseNo) {}

    @Schema(name = "RoomAwaits", description = "until: null when no open room awaits this person")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Awaits(@Nullable OffsetDateTime until) {}

    private final TrackedCases tracked;
    private final OwnDoor door;

    TrackedRoomController(TrackedCases tracked, OwnDoor door) {
        this.tracked = tracked;
        this.door = door;
    }

    @PostMapping
    @Operation(summary = "消费者看有没有等他参加的网上调解室")
    Awaits roomAwaits(@PathVariable String no, @RequestBody Tracked asked, HttpServletRequest request) {
        Actor actor = complainant(no, asked, request);
        return new Awaits(door.awaits(caseNo(asked), actor)
                .map(until -> until.atZone(Fields.ZONE).toOffsetDateTime())
                .orElse(null));
    }

    @PostMapping("/pass")
    @Operation(summary = "消费者从查进度页进入网上调解室", description = "404 when none awaits him.")
    Answers.Entered enterTracked(@PathVariable String no, @RequestBody Tracked asked, HttpServletRequest request) {
        Actor actor = complainant(no, asked, request);
        return Answers.Entered.of(door.admit(caseNo(asked), actor));
    }

    private Actor complainant(String no, Tracked asked, HttpServletRequest request) {
        return tracked.complainant(no, asked.trackingCode(), asked.caseNo(), String.valueOf(request.getRemoteAddr()));
    }

    private static String caseNo(Tracked asked) {
        return Requests.text(asked.caseNo()).strip();
    }
}
