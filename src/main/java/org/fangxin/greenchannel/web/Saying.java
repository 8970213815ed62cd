package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.fangxin.greenchannel.internal.Conversation.Said;
import org.jspecify.annotations.Nullable;

/** What one side sends: words, files uploaded before, and a key by which a repeated sending is recognised. */
@Schema(name = "GreenSaying")
record Saying(
        @Nullable String text,
        @Nullable List<@Nullable String> attachments,
        @Nullable String clientKey) {
    private static final int LONGEST_KEY = 64;

    Said said() {
        String key = clientKey == null || clientKey.isBlank() || clientKey.length() > LONGEST_KEY ? null : clientKey;
        List<String> files = attachments == null
                ? List.of()
                : attachments.stream().filter(Objects::nonNull).distinct().toList();
        return new Said(text, files, key);
    }
}
