package org.fangxin.casefile.internal;

import java.util.List;
import org.fangxin.casefile.ActRule;

/** The acts of a complaint. */
final class ComplaintRules {
    static final List<ActRule> ALL = List.of();

    private ComplaintRules() {}
}
