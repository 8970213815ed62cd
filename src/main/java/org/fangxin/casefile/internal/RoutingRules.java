package org.fangxin.casefile.internal;

import java.util.List;
import java.util.stream.Stream;
import org.fangxin.casefile.ActRule;

/** Who has a complaint or report: inside one tree, up to a superior, between two agencies. */
final class RoutingRules {
    static final List<ActRule> ALL = Stream.of(DistributionRules.ALL, SuperiorRules.ALL, DisputeRules.ALL)
            .flatMap(List::stream)
            .toList();

    private RoutingRules() {}
}
