package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.notice.internal.Preferences;
import org.fangxin.notice.store.InboxStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An officer's own inbox, and whether he wants the daily digest. */
@RestController
@RequestMapping("/api/v1/inbox")
@Tag(name = "inbox", description = "工作提醒")
class InboxController {
    private static final int MOST = 200;
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);

    @Schema(name = "InboxItem")
    record Item(
            long itemId, String caseNo, String matter, Map<String, String> facts, OffsetDateTime at, boolean read) {}

    @Schema(name = "Inbox")
    record Inbox(int unread, List<Item> items) {}

    /** @param upTo the newest item that was seen */
    @Schema(name = "InboxRead")
    record Read(@Nullable Long upTo) {}

    /** @param digest whether a line of the day's near and overdue cases comes each morning */
    @Schema(name = "InboxPreferences")
    record Choice(@Nullable Boolean digest) {}

    private final InboxStore inbox;
    private final Preferences preferences;
    private final InstantSource clock;

    InboxController(InboxStore inbox, Preferences preferences, InstantSource clock) {
        this.inbox = inbox;
        this.preferences = preferences;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(
            summary = "我的工作提醒，新的在前，附未读数",
            description = "The caller's own inbox, newest first, with the unread count.")
    Inbox mine() {
        SignedIn who = CurrentPerson.require(OFFICERS);
        List<Item> items = inbox.of(who.personId(), MOST).stream()
                .map(item -> new Item(
                        item.id(),
                        item.caseNo(),
                        item.matter(),
                        item.facts(),
                        NoticeViews.time(item.createdAt()),
                        item.readAt() != null))
                .toList();
        return new Inbox(inbox.unread(who.personId()), items);
    }

    @PostMapping("/read")
    @Transactional
    @Operation(summary = "标为已读，直到这一条", description = "Marks everything up to this item as read.")
    Inbox read(@RequestBody Read body) {
        SignedIn who = CurrentPerson.require(OFFICERS);
        if (body.upTo() == null) {
            throw Problem.invalid("upTo", "required", "请写明读到哪一条。");
        }
        inbox.read(who.personId(), body.upTo(), clock.instant());
        return mine();
    }

    @GetMapping("/preferences")
    @Operation(summary = "要不要每天的临期汇总", description = "Whether the caller gets the daily digest.")
    Choice preferences() {
        return new Choice(preferences.digest(CurrentPerson.require(OFFICERS).personId()));
    }

    @PutMapping("/preferences")
    @Operation(summary = "改要不要每天的临期汇总", description = "Turns the daily digest on or off.")
    Choice choose(@RequestBody Choice body) {
        SignedIn who = CurrentPerson.require(OFFICERS);
        if (body.digest() == null) {
            throw Problem.invalid("digest", "required", "请选要还是不要每天的汇总。");
        }
        preferences.digest(who.personId(), body.digest());
        return body;
    }
}
