package org.fangxin.abuse;

import java.util.List;

/**
 * A fact about a complainant, never a verdict.
 *
 * @param count what was counted, within the asking person's sight
 * @param threshold from which number on it may be considered, as the city or a higher agency has set it
 * @param reached whether it may be considered
 * @param words the fact in a sentence, and why it is not to be considered when it looks like one and is none
 * @param cases the cases behind it, newest first
 */
public record Indicator(Factor factor, int count, int threshold, boolean reached, String words, List<String> cases) {
    public Indicator {
        cases = List.copyOf(cases);
    }
}
