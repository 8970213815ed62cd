package org.fangxin.mediation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.fangxin.casefile.Fields;
import org.fangxin.mediation.MediationRooms;
import org.fangxin.mediation.internal.RoomSight.Said;
import org.fangxin.mediation.internal.RoomSight.Sight;
import org.fangxin.mediation.store.TranscriptStore;
import org.jspecify.annotations.Nullable;

/** Answers of the room's calls. */
final class Answers {
    private Answers() {}

    /**
     * @param room null while the case has none
     * @param suggestedTopic what the respondent may read of the dispute already, for the mediator who opens a room; else null
     */
    @Schema(name = "MediationRoomAnswer")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RoomAnswer(
            @Nullable Sight room,
            List<Said> lines,
            @Nullable String suggestedTopic) {
        RoomAnswer(Sight room, List<Said> lines) {
            this(room, lines, null);
        }

        RoomAnswer suggesting(@Nullable String topic) {
            return new RoomAnswer(room, lines, topic);
        }

        static RoomAnswer none(@Nullable String topic) {
            return new RoomAnswer(null, List.of(), topic);
        }
    }

    @Schema(
            name = "RoomInvited",
            description = "link: path and fragment, shown once; pin: null when the tracking code is asked")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Invited(
            String invitationId,
            String side,
            String link,
            @Nullable String pin,
            OffsetDateTime expiresAt) {
        static Invited of(MediationRooms.Invitation made) {
            return new Invited(
                    made.invitationId(),
                    made.side().name(),
                    made.address(),
                    made.pin(),
                    made.expiresAt().atZone(Fields.ZONE).toOffsetDateTime());
        }
    }

    @Schema(name = "RoomPass", description = "to be sent as X-Mediation-Pass with every call of this party")
    record Entered(String pass, String side, OffsetDateTime expiresAt) {
        static Entered of(MediationRooms.Pass pass) {
            return new Entered(
                    pass.secret(),
                    pass.side().name(),
                    pass.expiresAt().atZone(Fields.ZONE).toOffsetDateTime());
        }
    }

    @Schema(
            name = "MediationTranscript",
            description = "sm3 is the fingerprint of text; the case's journal has the same")
    record TranscriptView(String transcriptId, String text, String sm3, int lines, OffsetDateTime madeAt) {
        static TranscriptView of(TranscriptStore.Transcript t) {
            return new TranscriptView(
                    t.transcriptId(),
                    t.text(),
                    t.sm3(),
                    t.lines(),
                    t.madeAt().atZone(Fields.ZONE).toOffsetDateTime());
        }
    }

    @Schema(name = "RoomConfirmed")
    record Confirmed(String caseNo, String stage, List<String> entries, List<String> warnings) {}
}
