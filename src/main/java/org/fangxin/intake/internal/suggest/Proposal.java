package org.fangxin.intake.internal.suggest;

import java.util.List;
import org.fangxin.intake.TextReader.Source;
import org.jspecify.annotations.Nullable;

/**
 * One value proposed for a field.
 *
 * @param value a code; for a refusal or an urgency what {@link Options} lists
 * @param words of the text that speak for it
 * @param reason in Chinese, or null when the words or the example say it all
 * @param example our sentence that it is nearest to in meaning, when it was found by meaning
 */
public record Proposal(
        Field field,
        String value,
        String label,
        Source source,
        List<String> words,
        @Nullable String reason,
        @Nullable String example) {
    /** Whether it says that there is nothing to see. */
    public boolean silent() {
        return value.equals(Options.NONE) || value.equals(Options.ORDINARY);
    }
}
