package org.fangxin.rapid.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The hours of a span in which nobody is on duty. Pure. */
public final class Gaps {
    /** A stretch of time, its end not in it. */
    public record Span(Instant from, Instant to) {}

    private Gaps() {}

    public static List<Span> in(Span whole, List<Span> covered) {
        List<Span> gaps = new ArrayList<>();
        Instant reached = whole.from();
        for (Span one :
                covered.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            if (one.from().isAfter(reached) && reached.isBefore(whole.to())) {
                gaps.add(new Span(reached, one.from().isBefore(whole.to()) ? one.from() : whole.to()));
            }
            reached = one.to().isAfter(reached) ? one.to() : reached;
        }
        if (reached.isBefore(whole.to())) {
            gaps.add(new Span(reached, whole.to()));
        }
        return gaps;
    }
}
