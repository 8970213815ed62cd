package org.fangxin.casefile.internal;

import java.util.List;
import org.fangxin.casefile.ActRule;

/** The acts of a report, a consultation and a suggestion. */
final class ReportRules {
    static final List<ActRule> ALL = List.of();

    private ReportRules() {}
}
