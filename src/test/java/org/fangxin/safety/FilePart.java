package org.fangxin.safety;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One file as a browser's form sends it; name and type are what the sender says they are. */
record FilePart(String name, String type, byte[] content) {
    private static final String BOUNDARY = "fangxin-safety-boundary";
    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    HttpRequest.BodyPublisher body() {
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(BOUNDARY, name.replace("\"", "%22"), type);
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return HttpRequest.BodyPublishers.ofByteArrays(
                List.of(head.getBytes(StandardCharsets.UTF_8), content, tail.getBytes(StandardCharsets.US_ASCII)));
    }
}
