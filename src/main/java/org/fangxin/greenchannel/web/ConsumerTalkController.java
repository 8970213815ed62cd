package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fangxin.casefile.Actor;
import org.fangxin.greenchannel.Talks;
import org.fangxin.greenchannel.internal.Conversation;
import org.fangxin.greenchannel.internal.GivenFiles;
import org.fangxin.greenchannel.web.TalkViews.Side;
import org.fangxin.greenchannel.web.TalkViews.TalkView;
import org.fangxin.intake.TrackedCases;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The consumer's side, on the tracking page: by number and code, sent in the body and never in an address. */
@RestController
@RequestMapping("/api/v1/submissions/{no}/green-channel")
@Tag(name = "green-channel", description = "绿色通道：会员商家、先行协商")
class ConsumerTalkController {
    private final TrackedCases tracked;
    private final Talks talks;
    private final Conversation conversation;
    private final GivenFiles files;
    private final TalkViews views;

    ConsumerTalkController(
            TrackedCases tracked, Talks talks, Conversation conversation, GivenFiles files, TalkViews views) {
        this.tracked = tracked;
        this.talks = talks;
        this.conversation = conversation;
        this.files = files;
        this.views = views;
    }

    @Schema(name = "GreenTrackedRequest")
    record TrackedRequest(
            @Nullable String trackingCode, @Nullable String caseNo) {}

    @Schema(name = "GreenTrackedSaying")
    record TrackedSaying(
            @Nullable String trackingCode,
            @Nullable String caseNo,
            @Nullable String text,
            @Nullable List<@Nullable String> attachments,
            @Nullable String clientKey) {
        Conversation.Said said() {
            return new Saying(text, attachments, clientKey).said();
        }
    }

    /** {@code proposal}: number of the proposal as it was shown. */
    @Schema(name = "GreenAcceptance")
    record AcceptanceRequest(
            @Nullable String trackingCode,
            @Nullable String caseNo,
            @Nullable Integer proposal,
            @Nullable String text,
            @Nullable String clientKey) {}

    @PostMapping
    @Operation(summary = "消费者看与商家的协商")
    TalkView consumerTalk(@PathVariable String no, @RequestBody TrackedRequest asked, HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        return view(own);
    }

    @PostMapping("/messages")
    @Operation(summary = "消费者对商家说")
    TalkView sayToMerchant(@PathVariable String no, @RequestBody TrackedSaying asked, HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        conversation.consumerSays(own.caseNo(), own.actor(), asked.said());
        return view(own);
    }

    @PostMapping("/acceptance")
    @Operation(summary = "消费者接受商家的方案，和解")
    TalkView acceptProposal(@PathVariable String no, @RequestBody AcceptanceRequest asked, HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        if (asked.proposal() == null) {
            throw Problem.invalid("proposal", "required", "请选要接受的方案。");
        }
        Saying words = new Saying(asked.text(), null, asked.clientKey());
        conversation.accepts(own.caseNo(), own.actor(), asked.proposal(), words.said());
        return view(own);
    }

    @PostMapping("/escalation")
    @Operation(summary = "消费者转市场监管部门")
    TalkView escalateToAgency(@PathVariable String no, @RequestBody TrackedSaying asked, HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        conversation.escalates(own.caseNo(), own.actor(), asked.said());
        return view(own);
    }

    @PostMapping("/files/{attachmentId}")
    @Operation(summary = "消费者取协商里的一个文件")
    ResponseEntity<StreamingResponseBody> consumerTalkFile(
            @PathVariable String no,
            @PathVariable String attachmentId,
            @RequestBody TrackedRequest asked,
            HttpServletRequest request) {
        Own own = own(no, asked.trackingCode(), asked.caseNo(), request);
        return FileAnswer.of(files, files.find(own.caseNo(), attachmentId));
    }

    private record Own(String caseNo, Actor actor) {}

    private Own own(String no, @Nullable String code, @Nullable String caseNo, HttpServletRequest request) {
        Actor actor = tracked.complainant(no, code, caseNo, String.valueOf(request.getRemoteAddr()));
        return new Own(String.valueOf(caseNo).strip(), actor);
    }

    private TalkView view(Own own) {
        return talks.of(own.caseNo()).map(talk -> views.of(talk, Side.CONSUMER)).orElseThrow(Problem::notFound);
    }
}
