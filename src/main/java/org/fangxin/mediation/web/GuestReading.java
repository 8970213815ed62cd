package org.fangxin.mediation.web;

import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.internal.Doorway;
import org.fangxin.mediation.internal.RoomSight;
import org.fangxin.mediation.store.RoomStore;
import org.fangxin.mediation.store.TranscriptStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a party reads of a room, after its pass was proven. */
@Component
class GuestReading {
    private static final int MOST = 1000;

    private final Doorway doorway;
    private final RoomStore rooms;
    private final RoomSight sight;
    private final TranscriptStore transcripts;
    private final RoomFiles files;

    GuestReading(Doorway doorway, RoomStore rooms, RoomSight sight, TranscriptStore transcripts, RoomFiles files) {
        this.doorway = doorway;
        this.rooms = rooms;
        this.sight = sight;
        this.transcripts = transcripts;
        this.files = files;
    }

    Seat seat(@Nullable String pass) {
        return doorway.within(() -> doorway.require(pass));
    }

    Answers.RoomAnswer room(@Nullable String pass) {
        return doorway.within(() -> {
            Seat seat = doorway.require(pass);
            RoomStore.Room room = rooms.find(seat.roomId()).orElseThrow(Problem::notFound);
            return new Answers.RoomAnswer(sight.of(seat, room), sight.lines(seat, 0, MOST));
        });
    }

    Answers.TranscriptView transcript(@Nullable String pass, String transcriptId) {
        return doorway.within(() -> {
            Seat seat = doorway.require(pass);
            return transcripts
                    .find(seat.caseNo(), transcriptId)
                    .map(Answers.TranscriptView::of)
                    .orElseThrow(Problem::notFound);
        });
    }

    AttachmentCatalogue.Info file(@Nullable String pass, String attachmentId) {
        return doorway.within(() -> files.find(doorway.require(pass), attachmentId));
    }

    ResponseEntity<StreamingResponseBody> send(AttachmentCatalogue.Info file) {
        return files.send(file);
    }
}
