package org.fangxin.inspection.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fangxin.casefile.Actor;
import org.fangxin.identity.People;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.Sample;
import org.springframework.stereotype.Component;

/** What an order does beside itself: the clocks of its case, and who is told. */
@Component
class OrderEffects {
    private final CaseClocks clocks;
    private final SampleNews news;
    private final People people;

    OrderEffects(CaseClocks clocks, SampleNews news, People people) {
        this.clocks = clocks;
        this.news = news;
        this.people = people;
    }

    /** @param askedBy the officer whose order it is; one who left meanwhile is stood in for by the program */
    void ordered(Sample sample, String askedBy) {
        Actor officer = people.find(askedBy)
                .map(one -> new Actor(one.personId(), one.agencyCode(), one.roles()))
                .orElse(Actor.SYSTEM);
        clocks.ordered(sample, officer);
    }

    /** The promise of the case is that of the business where the sample was taken. */
    void lifted(Sample sample, Sample.Addressee to) {
        Sample.Order order = sample.orderTo(to).orElseThrow();
        if (to.sampled()) {
            clocks.lifted(sample, Objects.requireNonNull(order.lifting()).number());
        }
    }

    void tellDeciders(Sample sample, OrderRequest request) {
        List<String> deciders = news.heads(sample, true).stream()
                .filter(one -> !one.equals(request.askedBy()))
                .toList();
        String matter = request.kind() == OrderRequest.Kind.ORDER ? "offshelf-asked" : "lifting-asked";
        news.tell(deciders, sample, matter, request.askedAt());
    }

    void tellAsker(Sample sample, OrderRequest request, boolean approved, Instant now) {
        news.tell(List.of(request.askedBy()), sample, approved ? "offshelf-approved" : "offshelf-declined", now);
    }
}
