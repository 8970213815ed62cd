package org.fangxin.inspection.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.inspection.OrderRequest;
import org.fangxin.inspection.Sample;
import org.fangxin.inspection.store.SampleStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells officer and unit head once when twenty-four hours ran out: of an order owed, of an answer, of a confirmation. */
@Component
public class OrderSweep {
    private final SampleStore store;
    private final SampleNews news;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    @Value("${fangxin.command:}")
    private String command = "";

    OrderSweep(SampleStore store, SampleNews news, InstantSource clock, TransactionTemplate transaction) {
        this.store = store;
        this.news = news;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${fangxin.inspection.remind-every-ms:600000}", initialDelay = 50_000)
    void sweep() {
        if (command.isEmpty()) {
            remind();
        }
    }

    /** Each person once for a sample, a business that was ordered, and what is lacking. */
    public void remind() {
        Instant now = clock.instant();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    store.withoutOrder()
                            .forEach(one -> tell(one, event(one), one.orderDueAt(), "order-owed", false, now));
                    store.ordered().forEach(one -> one.orders().forEach(order -> answer(one, order, now)));
                    store.waiting().forEach(one -> one.waiting().forEach(request -> confirmation(one, request, now)));
                }));
    }

    private void answer(Sample one, Sample.Order order, Instant now) {
        tell(one, event(one, order.to()), one.answerDueAt(order), "answer-owed", false, now);
    }

    private void confirmation(Sample one, OrderRequest request, Instant now) {
        String event = request.to().sampled() ? event(one) : event(one) + "-request-" + request.id();
        tell(one, event, request.dueAt(), "confirmation-owed", true, now);
    }

    private static String event(Sample one) {
        return "sample-" + one.id();
    }

    /** The first order had no business in its event; names of businesses are kept out of events. */
    private static String event(Sample one, Sample.Addressee to) {
        int place = one.orders().stream().map(Sample.Order::to).toList().indexOf(to);
        return to.sampled() ? event(one) : event(one) + "-order-" + place;
    }

    private void tell(Sample one, String event, @Nullable Instant dueAt, String matter, boolean leaders, Instant now) {
        if (dueAt != null && now.isAfter(dueAt)) {
            Set<String> people = new LinkedHashSet<>(SampleNews.officers(one));
            people.addAll(news.heads(one, leaders));
            news.tell(people, one, event, matter, now);
        }
    }
}
