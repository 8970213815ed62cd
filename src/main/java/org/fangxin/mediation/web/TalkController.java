package org.fangxin.mediation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.mediation.internal.Agreeing;
import org.fangxin.mediation.internal.RoomOffers;
import org.fangxin.mediation.internal.RoomTalk;
import org.fangxin.mediation.internal.Transcribing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

/** What the mediator says and does in the room. */
@RestController
@RequestMapping("/api/v1/cases/{caseNo}/mediation-room")
@Tag(name = "mediation", description = "网上调解室")
class TalkController {
    private final RoomHost host;
    private final RoomTalk talk;
    private final RoomOffers offers;
    private final Agreeing agreeing;
    private final Transcribing records;
    private final RoomReading reading;

    TalkController(
            RoomHost host,
            RoomTalk talk,
            RoomOffers offers,
            Agreeing agreeing,
            Transcribing records,
            RoomReading reading) {
        this.host = host;
        this.talk = talk;
        this.offers = offers;
        this.agreeing = agreeing;
        this.records = records;
        this.reading = reading;
    }

    @PostMapping("/messages")
    @Operation(summary = "发言；to 选一方的，只和这一方说，另一方看不到")
    ResponseEntity<Void> sayInRoom(
            @PathVariable String caseNo,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Requests.Message body) {
        talk.say(host.seat(caseNo), Requests.text(body.text()), Requests.files(body), body.to(), key);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/proposals")
    @Operation(summary = "提出方案：双方都同意了，再由调解人员确认")
    ResponseEntity<Void> proposeInRoom(
            @PathVariable String caseNo,
            @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Requests.Proposing body) {
        offers.propose(
                host.seat(caseNo),
                Requests.items(body),
                body.note(),
                body.expiresAt() == null ? null : body.expiresAt().toInstant(),
                key);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/proposals/{proposalId}/withdraw")
    @Operation(summary = "撤回自己的方案")
    ResponseEntity<Void> withdrawProposal(@PathVariable String caseNo, @PathVariable String proposalId) {
        offers.withdraw(host.seat(caseNo), proposalId);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/proposals/{proposalId}/return")
    @Operation(summary = "退回双方同意的方案，写明原因")
    ResponseEntity<Void> returnProposal(
            @PathVariable String caseNo, @PathVariable String proposalId, @RequestBody Requests.Reason body) {
        offers.giveBack(host.seat(caseNo), proposalId, Requests.text(body.reason()));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/proposals/{proposalId}/confirm")
    @Operation(
            summary = "确认双方同意的方案：记下这次调解、整理调解记录、达成调解协议，一次办成",
            description =
                    "调解由本机关或者受委托组织的工作人员主持（第二十一条），所以协议要经调解人员确认。" + "letter 为 true 的，另外制作调解书，由双方签字、盖章；网上调解不是必须制作（第二十四条）。")
    Answers.Confirmed confirmProposal(
            @PathVariable String caseNo,
            @PathVariable String proposalId,
            @RequestBody(required = false) Requests.@Nullable Confirming body) {
        boolean letter = body != null && Boolean.TRUE.equals(body.letter());
        CaseFiles.Done done = agreeing.confirm(host.seat(caseNo), RoomHost.actor(), proposalId, letter);
        return new Answers.Confirmed(caseNo, done.state().stage().name(), done.entries(), done.warnings());
    }

    @PostMapping("/transcripts")
    @Operation(summary = "整理为调解记录：成为案卷的一部分，不能再改；只和一方说的不在里面")
    ResponseEntity<Answers.TranscriptView> makeTranscript(@PathVariable String caseNo) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Answers.TranscriptView.of(records.make(host.seat(caseNo))));
    }

    @GetMapping("/transcripts/{transcriptId}")
    @Operation(summary = "一份整理好的调解记录")
    Answers.TranscriptView readTranscript(@PathVariable String caseNo, @PathVariable String transcriptId) {
        return reading.transcript(host.seat(caseNo), transcriptId);
    }

    @GetMapping("/files/{attachmentId}")
    @Operation(summary = "调解室里的一个文件")
    ResponseEntity<StreamingResponseBody> roomFile(@PathVariable String caseNo, @PathVariable String attachmentId) {
        return reading.file(host.seat(caseNo), attachmentId);
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "实时事件（line、room、closed）；断开后带 Last-Event-ID 接着看")
    SseEmitter roomEvents(
            @PathVariable String caseNo,
            @RequestHeader(value = "Last-Event-ID", required = false) @Nullable String last) {
        return reading.mediatorEvents(host.seat(caseNo), last);
    }
}
