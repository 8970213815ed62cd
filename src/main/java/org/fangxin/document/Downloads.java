package org.fangxin.document;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files handed out: saved, never shown inside a page, kept by no cache. */
public final class Downloads {
    private Downloads() {}

    /** {@code name} as the file is to be saved; {@code type} a MIME type. */
    public static ResponseEntity<byte[]> of(byte[] content, String name, String type) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(type))
                .contentLength(content.length)
                .body(content);
    }
}
