package org.fangxin.mediation.web;

import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.SignedIn;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.internal.Viewers;
import org.fangxin.mediation.store.TranscriptStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a mediator reads of a room. */
@Component
class RoomReading {
    private final TranscriptStore transcripts;
    private final RoomFiles files;
    private final Viewers viewers;
    private final LiveStreams streams;
    private final AuditLog audit;

    RoomReading(TranscriptStore transcripts, RoomFiles files, Viewers viewers, LiveStreams streams, AuditLog audit) {
        this.transcripts = transcripts;
        this.files = files;
        this.viewers = viewers;
        this.streams = streams;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Answers.TranscriptView transcript(Seat seat, String transcriptId) {
        return transcripts
                .find(seat.caseNo(), transcriptId)
                .map(Answers.TranscriptView::of)
                .orElseThrow(Problem::notFound);
    }

    @Transactional
    public ResponseEntity<StreamingResponseBody> file(Seat seat, String attachmentId) {
        AttachmentCatalogue.Info found = files.find(seat, attachmentId);
        audit.record("ATTACHMENT_READ", attachmentId, "case=" + seat.caseNo());
        return files.send(found);
    }

    public SseEmitter mediatorEvents(Seat seat, @Nullable String last) {
        SignedIn who = CurrentPerson.require();
        return streams.open(who.personId(), viewers.mediator(seat, Scopes.current(), who.roles()), cursor(last));
    }

    /** Where a reader was; from the beginning when it does not say. */
    static long cursor(@Nullable String last) {
        try {
            return last == null || last.isBlank() ? 0 : Math.max(0, Long.parseLong(last.strip()));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid("Last-Event-ID", "cursor", "Last-Event-ID 应当是上一条的编号。");
        }
    }
}
