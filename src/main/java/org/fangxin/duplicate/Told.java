package org.fangxin.duplicate;

import org.jspecify.annotations.Nullable;

/**
 * What has been told so far of a matter.
 *
 * @param content the story, or empty
 * @param goods what was bought, in the person's words
 */
public record Told(
        @Nullable String merchantName,
        @Nullable String uscc,
        @Nullable String goods,
        @Nullable String goodsCode,
        String content) {}
