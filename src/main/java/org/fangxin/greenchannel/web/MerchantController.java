package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.Talks;
import org.fangxin.greenchannel.internal.Conversation;
import org.fangxin.greenchannel.internal.GivenFiles;
import org.fangxin.greenchannel.internal.Inbox;
import org.fangxin.greenchannel.internal.MerchantDoor;
import org.fangxin.greenchannel.internal.MerchantDoor.OwnItem;
import org.fangxin.greenchannel.store.ItemStore.Part;
import org.fangxin.greenchannel.store.ItemStore.Period;
import org.fangxin.greenchannel.web.MemberViews.ItemView;
import org.fangxin.greenchannel.web.TalkViews.Side;
import org.fangxin.greenchannel.web.TalkViews.TalkView;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The merchant's desk: the own complaints, and of a report never a trace. */
@RestController
@RequestMapping("/api/v1/merchant/items")
@Tag(name = "merchant", description = "商家端：收件、答复、方案")
class MerchantController {
    private final MerchantDoor door;
    private final Inbox inbox;
    private final Talks talks;
    private final Conversation conversation;
    private final GivenFiles files;
    private final TalkViews views;
    private final InstantSource clock;

    MerchantController(
            MerchantDoor door,
            Inbox inbox,
            Talks talks,
            Conversation conversation,
            GivenFiles files,
            TalkViews views,
            InstantSource clock) {
        this.door = door;
        this.inbox = inbox;
        this.talks = talks;
        this.conversation = conversation;
        this.files = files;
        this.views = views;
        this.clock = clock;
    }

    @Schema(name = "GreenItems")
    record ItemsView(List<ItemView> items) {}

    @GetMapping
    @Operation(summary = "本店的投诉；part 是指标背后的哪一部分")
    ItemsView merchantInbox(
            @RequestParam(defaultValue = "OPEN") Part part,
            @Parameter(description = "转给商家的日期，从哪天起；不填不限") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "到哪天止，含当天；不填不限") @RequestParam(required = false) @Nullable LocalDate to) {
        return new ItemsView(inbox.of(door.require(), part, new Period(from, to)).stream()
                .map(MemberViews::item)
                .toList());
    }

    @GetMapping("/{caseNo}")
    @Operation(summary = "一件投诉和协商的全部内容")
    TalkView merchantItem(@PathVariable String caseNo) {
        return view(door.item(caseNo));
    }

    @PostMapping("/{caseNo}/messages")
    @Operation(summary = "答复消费者")
    TalkView answerConsumer(@PathVariable String caseNo, @RequestBody Saying asked) {
        OwnItem own = door.item(caseNo);
        conversation.merchantSays(caseNo, own.visitor(), asked.said());
        return view(own);
    }

    @PostMapping("/{caseNo}/proposals")
    @Operation(summary = "提出或者更换方案")
    TalkView proposeSettlement(@PathVariable String caseNo, @RequestBody Proposing asked) {
        OwnItem own = door.item(caseNo);
        conversation.proposes(
                caseNo,
                own.visitor(),
                asked.proposal(clock.instant().atZone(Fields.ZONE).toLocalDate()),
                asked.said());
        return view(own);
    }

    @PostMapping("/{caseNo}/refusal")
    @Operation(summary = "不能和解，转市场监管部门")
    TalkView declineSettlement(@PathVariable String caseNo, @RequestBody Saying asked) {
        OwnItem own = door.item(caseNo);
        conversation.declines(caseNo, own.visitor(), asked.said());
        return view(own);
    }

    @GetMapping("/{caseNo}/files/{attachmentId}")
    @Operation(summary = "取协商里的一个文件")
    ResponseEntity<StreamingResponseBody> merchantFile(@PathVariable String caseNo, @PathVariable String attachmentId) {
        OwnItem own = door.item(caseNo);
        return FileAnswer.of(files, files.find(own.item().caseNo(), attachmentId));
    }

    private TalkView view(OwnItem own) {
        return talks.of(own.item().caseNo())
                .map(talk -> views.of(talk, Side.MERCHANT))
                .orElseThrow(Problem::notFound);
    }
}
