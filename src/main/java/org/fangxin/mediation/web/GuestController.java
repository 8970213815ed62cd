package org.fangxin.mediation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.internal.Doorway;
import org.fangxin.mediation.internal.RoomOffers;
import org.fangxin.mediation.internal.RoomTalk;
import org.fangxin.mediation.internal.Viewers;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The room for a party. The secret comes in a body once and the pass in a header afterwards: neither ever stands in an
 * address, where proxies and logs keep it.
 */
@RestController
@RequestMapping("/api/v1/public/mediation")
@Tag(name = "mediation", description = "网上调解室")
class GuestController {
    static final String PASS = "X-Mediation-Pass";

    private final Doorway doorway;
    private final GuestReading reading;
    private final RoomTalk talk;
    private final RoomOffers offers;
    private final Viewers viewers;
    private final LiveStreams streams;

    GuestController(
            Doorway doorway,
            GuestReading reading,
            RoomTalk talk,
            RoomOffers offers,
            Viewers viewers,
            LiveStreams streams) {
        this.doorway = doorway;
        this.reading = reading;
        this.talk = talk;
        this.offers = offers;
        this.viewers = viewers;
        this.streams = streams;
    }

    @PostMapping("/enter")
    @Operation(summary = "当事人凭链接和查询码（商家凭口令）进入")
    Answers.Entered enterRoom(@RequestBody Requests.Entering body, HttpServletRequest request) {
        return Answers.Entered.of(doorway.enter(
                Requests.text(body.token()), Requests.text(body.code()), String.valueOf(request.getRemoteAddr())));
    }

    @PostMapping("/leave")
    @Operation(summary = "离开：这台设备上的通行证作废")
    ResponseEntity<Void> leaveRoom(@RequestHeader(value = PASS, required = false) @Nullable String pass) {
        doorway.leave(pass);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/room")
    @Operation(summary = "这一方看到的调解室")
    Answers.RoomAnswer guestRoom(@RequestHeader(value = PASS, required = false) @Nullable String pass) {
        return reading.room(pass);
    }

    @PostMapping("/messages")
    @Operation(summary = "发言；to=MEDIATOR 的只给调解人员看")
    ResponseEntity<Void> guestSays(
            @RequestHeader(value = PASS, required = false) @Nullable String pass,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Requests.Message body) {
        return done(pass, seat -> talk.say(seat, Requests.text(body.text()), Requests.files(body), body.to(), key));
    }

    @PostMapping("/proposals")
    @Operation(summary = "提出方案或者反提方案")
    ResponseEntity<Void> guestProposes(
            @RequestHeader(value = PASS, required = false) @Nullable String pass,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Requests.Proposing body) {
        return done(
                pass,
                seat -> offers.propose(
                        seat,
                        Requests.items(body),
                        body.note(),
                        body.expiresAt() == null ? null : body.expiresAt().toInstant(),
                        key));
    }

    @PostMapping("/proposals/{proposalId}/{move}")
    @Operation(summary = "对方案：accept 同意、decline 不同意、withdraw 撤回自己的")
    ResponseEntity<Void> guestMoves(
            @RequestHeader(value = PASS, required = false) @Nullable String pass,
            @PathVariable String proposalId,
            @PathVariable String move) {
        return done(pass, seat -> {
            switch (move.toLowerCase(Locale.ROOT)) {
                case "accept" -> offers.accept(seat, proposalId);
                case "decline" -> offers.decline(seat, proposalId);
                case "withdraw" -> offers.withdraw(seat, proposalId);
                default -> throw Problem.notFound();
            }
        });
    }

    @GetMapping("/transcripts/{transcriptId}")
    @Operation(summary = "整理好的调解记录，双方都能看")
    Answers.TranscriptView guestTranscript(
            @RequestHeader(value = PASS, required = false) @Nullable String pass, @PathVariable String transcriptId) {
        return reading.transcript(pass, transcriptId);
    }

    @GetMapping("/files/{attachmentId}")
    @Operation(summary = "调解室里的一个文件")
    ResponseEntity<StreamingResponseBody> guestFile(
            @RequestHeader(value = PASS, required = false) @Nullable String pass, @PathVariable String attachmentId) {
        AttachmentCatalogue.Info file = reading.file(pass, attachmentId);
        return reading.send(file);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "实时事件（line、room、closed）；断开后带 Last-Event-ID 接着看")
    SseEmitter guestEvents(
            @RequestHeader(value = PASS, required = false) @Nullable String pass,
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String last) {
        Seat seat = reading.seat(pass);
        String owner = seat.roomId() + "/" + seat.side();
        return streams.open(owner, viewers.guest(Requests.text(pass), seat), RoomReading.cursor(last));
    }

    private ResponseEntity<Void> done(@Nullable String pass, java.util.function.Consumer<Seat> work) {
        doorway.within(() -> {
            work.accept(doorway.require(pass));
            return true;
        });
        return ResponseEntity.noContent().build();
    }
}
