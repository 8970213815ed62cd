package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Actor;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.notice.internal.HandDesk;
import org.fangxin.notice.store.OutboxStore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices on the desk: of one case, and all that wait for somebody's hand. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "notices", description = "告知：渠道、回执、需要人工办理的")
class NoticeController {
    private static final int MOST = 200;
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);

    @Schema(name = "NoticeDone")
    record Done(@Nullable String channel, @Nullable String proof) {}

    @Schema(name = "NoticeAgain")
    record Again(@Nullable String channel) {}

    private final HandDesk desk;
    private final OutboxStore outbox;
    private final NoticeViews views;

    NoticeController(HandDesk desk, OutboxStore outbox, NoticeViews views) {
        this.desk = desk;
        this.outbox = outbox;
        this.views = views;
    }

    @GetMapping("/cases/{caseNo}/notices")
    @Transactional(readOnly = true)
    @Operation(summary = "一件案件的全部告知：渠道、状态、回执", description = "All notices of a case with their receipts, newest first.")
    NoticeViews.Views ofCase(@PathVariable String caseNo) {
        CurrentPerson.require();
        List<NoticeViews.View> items =
                desk.ofCase(caseNo).stream().map(views::of).toList();
        return new NoticeViews.Views(items, Map.of());
    }

    @GetMapping("/notices")
    @Transactional(readOnly = true)
    @Operation(
            summary = "需要人工办理的告知：打电话、寄信、没有发出的",
            description = "Notices that wait for somebody's hand, oldest first, inside the caller's scope.")
    NoticeViews.Views open() {
        CurrentPerson.require(OFFICERS);
        List<NoticeViews.View> items = outbox.open(MOST).stream().map(views::of).toList();
        return new NoticeViews.Views(items, outbox.openCounts());
    }

    @PostMapping("/notices/{noticeId}/done")
    @Operation(summary = "已经人工告知：记入案件，写明方式和凭证编号", description = "Told by hand; recorded with the case.")
    NoticeViews.View done(@PathVariable long noticeId, @RequestBody Done body) {
        desk.done(noticeId, actor(), body.channel(), body.proof());
        return view(noticeId);
    }

    @PostMapping("/notices/{noticeId}/again")
    @Operation(summary = "重发，或者换一种方式", description = "Once more, by the same channel or another.")
    NoticeViews.View again(@PathVariable long noticeId, @RequestBody Again body) {
        desk.again(noticeId, actor(), body.channel());
        return view(noticeId);
    }

    @PostMapping("/notices/{noticeId}/returned")
    @Operation(summary = "被退回：原来的告知不算，期限重新打开", description = "It came back; the telling does not count.")
    NoticeViews.View returned(@PathVariable long noticeId) {
        desk.returned(noticeId, actor());
        return view(noticeId);
    }

    private NoticeViews.View view(long noticeId) {
        return views.of(desk.one(noticeId));
    }

    private static Actor actor() {
        SignedIn who = CurrentPerson.require();
        return Actor.of(who);
    }
}
