package org.fangxin.mediation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Optional;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.internal.Hosting;
import org.fangxin.mediation.internal.RoomSight;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mediator's room: opening it, asking both sides in, ending it. Only for those in charge of the case. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/mediation-room")
@Tag(name = "mediation", description = "网上调解室")
class RoomController {
    private static final int MOST = 1000;

    private final RoomHost host;
    private final Hosting hosting;
    private final RoomStore rooms;
    private final RoomSight sight;
    private final RespondentViews views;

    RoomController(RoomHost host, Hosting hosting, RoomStore rooms, RoomSight sight, RespondentViews views) {
        this.host = host;
        this.hosting = hosting;
        this.rooms = rooms;
        this.sight = sight;
        this.views = views;
    }

    @GetMapping
    @Operation(summary = "本案的网上调解室；没有开过的，room 为空")
    @Transactional(readOnly = true)
    public Answers.RoomAnswer seeRoom(@PathVariable String caseNo) {
        host.inCharge(caseNo);
        Optional<Room> room = rooms.ofCase(caseNo);
        String topic = room.filter(found -> found.endedAt() == null).isPresent()
                ? null
                : views.of(caseNo).map(RespondentView::dispute).orElse(null);
        return room.map(found -> {
                    Seat seat = host.seat(caseNo);
                    return new Answers.RoomAnswer(sight.of(seat, found), sight.lines(seat, 0, MOST)).suggesting(topic);
                })
                .orElseGet(() -> Answers.RoomAnswer.none(topic));
    }

    @PostMapping
    @Operation(summary = "开网上调解室；没有约过网上调解的，同时约定", description = "争议事项由工作人员写，双方都看得到。")
    ResponseEntity<Answers.RoomAnswer> openRoom(@PathVariable String caseNo, @RequestBody Requests.Opening body) {
        host.inCharge(caseNo);
        hosting.open(
                caseNo,
                RoomHost.actor(),
                Requests.text(body.topic()),
                body.at() == null ? null : body.at().toInstant());
        return ResponseEntity.status(HttpStatus.CREATED).body(seeRoom(caseNo));
    }

    @PostMapping("/invitations")
    @Operation(summary = "邀请一方：链接只显示这一次，以前给这一方的链接作废")
    ResponseEntity<Answers.Invited> inviteToRoom(@PathVariable String caseNo, @RequestBody Requests.Invite body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Answers.Invited.of(hosting.invite(host.seat(caseNo), side(body.side()))));
    }

    @DeleteMapping("/invitations/{invitationId}")
    @Operation(summary = "收回一个链接；用它进来的立即断开")
    ResponseEntity<Void> revokeRoomLink(@PathVariable String caseNo, @PathVariable String invitationId) {
        hosting.revoke(host.seat(caseNo), invitationId);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/video")
    @Operation(summary = "附上本局视频会议的链接（只限 https），双方都看得到；空的就是取消")
    ResponseEntity<Void> showVideo(@PathVariable String caseNo, @RequestBody Requests.Video body) {
        hosting.video(host.seat(caseNo), body.video());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/end")
    @Operation(summary = "结束网上调解：以后只能看，不能再发")
    ResponseEntity<Void> endRoom(@PathVariable String caseNo) {
        hosting.end(host.seat(caseNo));
        return ResponseEntity.noContent().build();
    }

    private static Side side(@Nullable String code) {
        String upper = Requests.text(code).strip().toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "COMPLAINANT" -> Side.COMPLAINANT;
            case "RESPONDENT" -> Side.RESPONDENT;
            default -> throw Problem.invalid("side", "code", "请选邀请投诉人还是被投诉人。");
        };
    }
}
