package org.fangxin.greenchannel.web;

import java.nio.charset.StandardCharsets;
import org.fangxin.greenchannel.internal.GivenFiles;
import org.fangxin.intake.SharedFiles.Shared;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A file as it goes out: to be saved, never to be shown as a page of ours. */
final class FileAnswer {
    private FileAnswer() {}

    static ResponseEntity<StreamingResponseBody> of(GivenFiles files, Shared file) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(file.type()))
                .body(out -> files.copy(file, out));
    }
}
