package org.fangxin.mediation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of the room's calls. */
final class Requests {
    private Requests() {}

    @Schema(
            name = "RoomOpening",
            description = "topic: what it is about, for both sides; at: the session's time, now when absent")
    record Opening(@Nullable String topic, @Nullable OffsetDateTime at) {}

    @Schema(name = "RoomInvite", description = "side: COMPLAINANT or RESPONDENT")
    record Invite(@Nullable String side) {}

    @Schema(
            name = "RoomMessage",
            description = "to: ALL (default); a side, or MEDIATOR, for a talk with that one alone")
    record Message(
            @Nullable String text,
            @Nullable List<@Nullable String> attachments,
            @Nullable String to) {}

    @Schema(name = "RoomProposing", description = "items: what, who (COMPLAINANT or RESPONDENT), amount, by")
    record Proposing(
            @Nullable List<Map<String, Object>> items,
            @Nullable String note,
            @Nullable OffsetDateTime expiresAt) {}

    @Schema(
            name = "RoomConfirming",
            description = "letter: also make a letter of mediation (Art. 24); false when absent")
    record Confirming(@Nullable Boolean letter) {}

    @Schema(name = "RoomReason")
    record Reason(@Nullable String reason) {}

    @Schema(name = "RoomVideo", description = "an https address of the bureau's own service; empty takes it away")
    record Video(@Nullable String video) {}

    @Schema(name = "RoomEntering", description = "token: what stands behind # in the link; code: tracking code or PIN")
    record Entering(@Nullable String token, @Nullable String code) {}

    static List<String> files(Message message) {
        return message.attachments() == null
                ? List.of()
                : message.attachments().stream()
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<Map<String, Object>> items(Proposing proposing) {
        return proposing.items() == null ? List.of() : proposing.items();
    }
}
