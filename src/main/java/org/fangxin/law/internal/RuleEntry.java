package org.fangxin.law.internal;

import org.fangxin.law.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule with the words its reason needs.
 *
 * @param lawName full name of the law, or 服务承诺
 * @param begins what happens on the day of start: 收到投诉
 * @param ends what must be done by the date: 办结
 * @param counting article that says how to count, or null for a promise
 * @param pauseArticle article that lets time be left out, or null
 */
public record RuleEntry(
        Rule rule,
        String lawName,
        String begins,
        String ends,
        @Nullable String counting,
        @Nullable String pauseArticle) {}
