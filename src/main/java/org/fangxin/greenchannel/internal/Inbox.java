package org.fangxin.greenchannel.internal;

import java.util.List;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.greenchannel.Line.Author;
import org.fangxin.greenchannel.internal.MerchantDoor.Visitor;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.greenchannel.store.ItemStore.Part;
import org.fangxin.greenchannel.store.ItemStore.Period;
import org.fangxin.greenchannel.store.ItemStore.State;
import org.fangxin.greenchannel.store.ThreadStore;
import org.fangxin.intake.GreenMembers.Matter;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of a merchant's complaints: for its people with what it is about, for officers by number alone. */
@Component
public class Inbox {
    private static final int MOST = 200;

    private final Own own;
    private final ItemStore items;
    private final ThreadStore threads;
    private final TalkReading talks;
    private final CaseFiles cases;

    Inbox(Own own, ItemStore items, ThreadStore threads, TalkReading talks, CaseFiles cases) {
        this.own = own;
        this.items = items;
        this.threads = threads;
        this.talks = talks;
        this.cases = cases;
    }

    /**
     * @param deadline the merchant's running promise, null once it ended
     * @param matter what it is about; null for officers, who open the case
     * @param yourTurn the consumer spoke last, or nobody yet
     */
    public record Row(
            Item item,
            @Nullable DeadlineView deadline,
            @Nullable Matter matter,
            boolean yourTurn) {}

    /** Read under the person's own scope: the database gives no other merchant's. */
    public List<Row> of(Visitor visitor, Part part, Period period) {
        List<Item> found =
                own.person(visitor.personId(), () -> items.of(visitor.member().memberId(), part, period, MOST));
        return own.program(() -> found.stream().map(this::row).toList());
    }

    /** Within the officer's scope, what he may open as a case. */
    public List<Row> ofMember(String memberId, Part part, Period period) {
        return own.caller(() -> items.of(memberId, part, period, MOST).stream()
                .filter(item -> cases.find(item.caseNo()).isPresent())
                .map(item -> new Row(item, null, null, false))
                .toList());
    }

    private Row row(Item item) {
        boolean open = item.state() == State.OPEN;
        DeadlineView deadline = !open
                ? null
                : talks.promises(item.caseNo()).stream()
                        .filter(one -> one.rule().equals(ItemBook.TALKS))
                        .findFirst()
                        .orElse(null);
        Matter matter =
                threads.consent(item.caseNo()).map(ThreadStore.Consent::matter).orElse(null);
        boolean yourTurn = open
                && threads.lastAuthor(item.caseNo())
                        .filter(Author.MERCHANT::equals)
                        .isEmpty();
        return new Row(item, deadline, matter, yourTurn);
    }
}
