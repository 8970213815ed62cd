package org.fangxin.law.internal;

import org.fangxin.law.Rule;

/** What must be done by a rule's date, in a word: 到场, 答复, 办结. */
final class RuleWords {
    private RuleWords() {}

    static String ends(Rule rule) {
        return RuleFiles.shipped().find(rule.id()).map(RuleEntry::ends).orElse("办结");
    }
}
