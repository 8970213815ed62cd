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
        return ResponseEntity.ok()
                .headers(headers(name, type))
                .contentLength(content.length)
                .body(content);
    }

    /** For what is written piece by piece. */
    public static HttpHeaders headers(String name, String type) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.setCacheControl("no-store");
        headers.setContentType(MediaType.parseMediaType(type));
        return headers;
    }
}
