package org.fangxin.mediation.web;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.problem.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Files that were shown in a room, to whoever may read the line that shows them. */
@Component
class RoomFiles {
    private final AttachmentCatalogue files;
    private final LineStore lines;

    RoomFiles(AttachmentCatalogue files, LineStore lines) {
        this.files = files;
        this.lines = lines;
    }

    /** Needs the seat's scope. @throws Problem 404 for what is missing and for what this seat may not see */
    AttachmentCatalogue.Info find(Seat seat, String attachmentId) {
        if (!lines.shows(seat, attachmentId)) {
            throw Problem.notFound();
        }
        return files.of(List.of(attachmentId)).stream().findFirst().orElseThrow(Problem::notFound);
    }

    ResponseEntity<StreamingResponseBody> send(AttachmentCatalogue.Info file) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .body(out -> {
                    try (InputStream in = files.open(file.attachmentId())) {
                        in.transferTo(out);
                    }
                });
    }
}
