package org.fangxin.enforcement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.enforcement.Transfer;
import org.fangxin.enforcement.internal.TransferDesk;
import org.fangxin.enforcement.internal.TransferSweep.Waiting;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Transfers to other authorities at the desk: the list, what follows, and all of them for leaders. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "transfers", description = "移送：案卷清单、送达、回执、对方机关的答复（第四十二条；程序规定第十四条、第十七条）")
class TransferController {
    static final Role[] LINE = {Role.HANDLER, Role.INVESTIGATOR, Role.UNIT_HEAD, Role.LEADER};
    private static final Role[] HEADS = {Role.UNIT_HEAD, Role.LEADER};

    private final TransferDesk desk;
    private final Waiting waiting;
    private final CaseFiles cases;
    private final People people;
    private final InstantSource clock;

    TransferController(TransferDesk desk, Waiting waiting, CaseFiles cases, People people, InstantSource clock) {
        this.desk = desk;
        this.waiting = waiting;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    @Schema(name = "TransferChosen")
    record Chosen(
            @Schema(description = "要移送的材料，按列出的 pieceId") @Nullable
            List<String> pieceIds) {}

    @Schema(name = "TransferNote")
    record Note(
            @Schema(description = "DELIVERED 送达、RECEIPT 回执、ANSWER 答复") @Nullable
            String kind,

            @Schema(description = "哪一天；移送当日到今天") @Nullable LocalDate on,

            @Schema(description = "回执编号（回执必填）或者答复文号") @Nullable
            String number,

            @Schema(description = "签收人；回执必填") @Nullable String signer,

            @Schema(description = "ACCEPTED、NOT_ACCEPTED、FILED、RETURNED；答复必填") @Nullable
            String outcome,

            @Schema(description = "答复内容；没有文号的必填") @Nullable String words,
            @Schema(description = "上传的回执或者答复文书") @Nullable String attachmentId) {}

    @GetMapping("/transfers")
    @Operation(summary = "看得到的移送，新的在前，最多五百件")
    TransferViews.Page all() {
        CurrentPerson.require(HEADS);
        return new TransferViews.Page(views(desk.all()));
    }

    @GetMapping("/cases/{caseNo}/transfers")
    @Operation(summary = "本件移送出去的，和本件从哪一次移送来的；移送清单上的材料可以逐份看")
    TransferViews.Page ofCase(@PathVariable String caseNo) {
        CurrentPerson.require(LINE);
        return new TransferViews.Page(views(desk.ofCase(caseNo)));
    }

    @GetMapping("/cases/{caseNo}/transfer-choices")
    @Operation(summary = "可以移送的材料：文书、证据、记录；举报的不含举报人身份")
    TransferViews.Choices choices(@PathVariable String caseNo) {
        SignedIn who = CurrentPerson.require(LINE);
        return new TransferViews.Choices(desk.choosable(caseNo, who).stream()
                .map(one -> new TransferViews.Choice(one.id(), one.title(), one.at(), one.contentType()))
                .toList());
    }

    @PostMapping("/transfers/{transferNo}/pieces")
    @Operation(summary = "选定移送材料，做移送案卷清单；只做一次，已经做好的 409")
    TransferViews.View choose(@PathVariable long transferNo, @RequestBody Chosen chosen) {
        SignedIn who = CurrentPerson.require(LINE);
        List<String> ids = chosen.pieceIds();
        return view(desk.choose(transferNo, ids == null ? List.of() : ids, who));
    }

    @PostMapping("/transfers/{transferNo}/steps")
    @Operation(summary = "记送达、回执或者对方机关的答复；记下的不改不删，再记一次即可更正")
    TransferViews.View note(@PathVariable long transferNo, @RequestBody Note note) {
        SignedIn who = CurrentPerson.require(LINE);
        return view(desk.note(
                transferNo,
                new TransferDesk.Told(
                        note.kind(),
                        note.on(),
                        note.number(),
                        note.signer(),
                        note.outcome(),
                        note.words(),
                        note.attachmentId()),
                who));
    }

    private TransferViews.View view(Transfer one) {
        return views(List.of(one)).getFirst();
    }

    private List<TransferViews.View> views(List<Transfer> all) {
        Instant now = clock.instant();
        Map<String, String> names = people.displayNames(all.stream()
                .flatMap(one ->
                        Stream.concat(Stream.of(one.by()), one.steps().stream().map(Transfer.Step::by)))
                .distinct()
                .toList());
        return all.stream()
                .map(one -> {
                    boolean received = cases.glance(one.caseNo()).isEmpty();
                    return TransferViews.view(
                            one,
                            new TransferViews.Beside(
                                    received,
                                    !received && waiting.receiptLate(one, now),
                                    !received && waiting.answerLate(one, now)),
                            names);
                })
                .toList();
    }
}
