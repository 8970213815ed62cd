package org.fangxin.notice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Carriers;
import org.fangxin.notice.internal.NoticeSettings;
import org.fangxin.notice.internal.Values;
import org.fangxin.notice.internal.Wording;
import org.fangxin.notice.internal.Wording.Text;
import org.fangxin.notice.internal.WordingDesk;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The system administrator's page: which channels work, and the words of each message. */
@RestController
@RequestMapping("/api/v1/notice-wordings")
@Tag(name = "notice-wordings", description = "告知的渠道和用语")
class WordingController {
    @Schema(name = "NoticeChannelState")
    record ChannelState(
            NoticeChannel channel,
            String label,
            boolean working,
            @Nullable String off) {}

    /** @param parts how many SMS it is, by the example; 0 for other channels */
    @Schema(name = "NoticeWording")
    record View(
            String template,
            String title,
            NoticeChannel channel,
            String subject,
            String body,
            boolean own,
            String preview,
            int length,
            int parts) {}

    @Schema(name = "NoticeWordings")
    record Views(String agency, List<ChannelState> channels, List<View> items) {}

    /** @param body null to go back to what the agency above has, or the program's own words */
    @Schema(name = "NoticeWordingChange")
    record Change(@Nullable String subject, @Nullable String body) {}

    private final Wording wording;
    private final WordingDesk desk;
    private final Carriers carriers;
    private final NoticeSettings settings;

    WordingController(Wording wording, WordingDesk desk, Carriers carriers, NoticeSettings settings) {
        this.wording = wording;
        this.desk = desk;
        this.carriers = carriers;
        this.settings = settings;
    }

    @GetMapping
    @Transactional(readOnly = true)
    @Operation(
            summary = "渠道是否接通，各种告知的用语、预览和短信条数",
            description = "Which channels work, and the words of each message with a preview (system administrator).")
    Views all() {
        SignedIn who = CurrentPerson.require(Role.SYSTEM_ADMIN);
        List<View> items = new ArrayList<>();
        for (String template : wording.templates()) {
            for (NoticeChannel channel : NoticeChannel.values()) {
                if (channel != NoticeChannel.LETTER
                        && wording.standard(template, channel).isPresent()) {
                    items.add(view(who.agencyCode(), template, channel));
                }
            }
        }
        return new Views(who.agencyCode(), channels(), items);
    }

    @PutMapping("/{template}/{channel}")
    @Operation(
            summary = "改一种告知的用语，占位符会检查",
            description = "Changes the words of a message for the own agency's subtree (system administrator).")
    View change(@PathVariable String template, @PathVariable String channel, @RequestBody Change change) {
        SignedIn who = CurrentPerson.require(Role.SYSTEM_ADMIN);
        NoticeChannel by = known(template, channel);
        desk.change(who, template, by, change.subject(), change.body());
        return view(who.agencyCode(), template, by);
    }

    @PostMapping("/{template}/{channel}/preview")
    @Operation(summary = "预览还没有保存的用语", description = "How unsaved words would read (system administrator).")
    View preview(@PathVariable String template, @PathVariable String channel, @RequestBody Change change) {
        SignedIn who = CurrentPerson.require(Role.SYSTEM_ADMIN);
        NoticeChannel by = known(template, channel);
        Text text = WordingDesk.checked(by, change.subject(), Objects.requireNonNullElse(change.body(), ""));
        return view(who.agencyCode(), template, by, text, true);
    }

    private NoticeChannel known(String template, String channel) {
        return Arrays.stream(NoticeChannel.values())
                .filter(one -> one.name().equalsIgnoreCase(channel))
                .filter(one -> wording.standard(template, one).isPresent())
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private View view(String agency, String template, NoticeChannel channel) {
        Text words = wording.of(agency, template, channel).orElseThrow();
        boolean own = !words.equals(wording.standard(template, channel).orElse(null));
        return view(agency, template, channel, words, own);
    }

    private View view(String agency, String template, NoticeChannel channel, Text words, boolean own) {
        String filled = Wording.fill(words.body(), Values.examples(wording.agencyName(agency)));
        String shown = channel == NoticeChannel.SMS ? settings.sms().signature() + filled : filled;
        return new View(
                template,
                wording.title(template),
                channel,
                words.subject(),
                words.body(),
                own,
                shown,
                shown.length(),
                channel == NoticeChannel.SMS ? Wording.parts(shown) : 0);
    }

    private List<ChannelState> channels() {
        return Arrays.stream(NoticeChannel.values())
                .map(channel -> new ChannelState(
                        channel,
                        channel.chinese(),
                        !channel.sent() || carriers.working(channel),
                        channel.sent() ? carriers.off(channel).orElse(null) : null))
                .toList();
    }
}
