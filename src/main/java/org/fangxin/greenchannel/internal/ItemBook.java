package org.fangxin.greenchannel.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.JournalReader;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.greenchannel.store.ItemStore.Item;
import org.fangxin.greenchannel.store.ItemStore.State;
import org.fangxin.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps of each complaint that went to a merchant what lists and figures need. Everything comes from the case's journal:
 * read when it is written by this room, and again by the reader, which also hears what others do.
 */
@Component
class ItemBook implements JournalReader {
    static final String TALKS = "promise.odr.merchant";
    private static final String DECLINED = "MERCHANT_DECLINED";

    private final ItemStore items;
    private final CaseFiles cases;
    private final CaseHistory histories;
    private final WorkingCalendar calendar;

    ItemBook(ItemStore items, CaseFiles cases, CaseHistory histories, WorkingCalendar calendar) {
        this.items = items;
        this.cases = cases;
        this.histories = histories;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "green-channel";
    }

    @Override
    public void take(List<Heard> batch) {
        Set<String> touched = new LinkedHashSet<>();
        for (Heard heard : batch) {
            boolean ours = heard.entry() instanceof Entry.OfGreenChannel;
            if (ours
                    || (!touched.contains(heard.caseNo())
                            && items.find(heard.caseNo()).isPresent())) {
                touched.add(heard.caseNo());
            }
        }
        touched.forEach(this::look);
    }

    @Override
    public void forget() {
        items.forget();
    }

    /**
     * Reads the case anew; in the program's scope. The row is locked before the journal is read: whoever waited here reads
     * what the other wrote, and never puts an older reading over a newer one.
     */
    void look(String caseNo) {
        items.locked(caseNo);
        histories.of(caseNo, Actor.SYSTEM).flatMap(this::read).ifPresent(items::put);
    }

    private Optional<Item> read(Story story) {
        CaseState state = story.state();
        Recorded routed = first(story, Entry.RoutedToMerchant.class).orElse(null);
        if (state.kind() != Kind.COMPLAINT || routed == null) {
            return Optional.empty();
        }
        Optional<Recorded> answered = answer(story);
        Optional<LocalDate> answeredOn = answered.map(entry -> day(entry.occurredAt()));
        LocalDate routedOn = day(routed.occurredAt());
        Ending ending = ending(story);
        return Optional.of(new Item(
                state.caseNo(),
                ((Entry.RoutedToMerchant) routed.entry()).member(),
                state.agency(),
                List.copyOf(state.recused()),
                ending.state(),
                routed.occurredAt(),
                routedOn,
                dueOn(state),
                answered.map(Recorded::occurredAt).orElse(null),
                answeredOn.orElse(null),
                answeredOn.map(on -> calendar.workingDaysBetween(routedOn, on)).orElse(null),
                ending.at(),
                ending.by()));
    }

    private record Ending(
            State state, @Nullable Instant at, @Nullable String by) {}

    private static Ending ending(Story story) {
        Optional<Recorded> settled = first(story, Entry.GreenSettled.class);
        Optional<Recorded> escalated = first(story, Entry.Escalated.class);
        if (settled.isPresent()) {
            return new Ending(State.SETTLED, settled.get().occurredAt(), null);
        }
        if (escalated.isPresent()) {
            String by = ((Entry.Escalated) escalated.get().entry()).by();
            return new Ending(State.ESCALATED, escalated.get().occurredAt(), by);
        }
        return story.state().stage() == Stage.GREEN_CHANNEL
                ? new Ending(State.OPEN, null, null)
                : new Ending(State.WITHDRAWN, story.told().getLast().recorded().occurredAt(), null);
    }

    /** To say no is an answer too. */
    private static Optional<Recorded> answer(Story story) {
        return first(story, Entry.MerchantResponded.class)
                .or(() -> first(story, Entry.Escalated.class)
                        .filter(entry -> ((Entry.Escalated) entry.entry()).by().equals(DECLINED)));
    }

    private static Optional<Recorded> first(Story story, Class<? extends Entry> type) {
        return story.told().stream()
                .map(CaseHistory.Told::recorded)
                .filter(recorded -> type.isInstance(recorded.entry()))
                .findFirst();
    }

    private @Nullable LocalDate dueOn(CaseState state) {
        return cases.dates(state).stream()
                .filter(dated -> dated.clock().rule().equals(TALKS))
                .map(dated -> dated.due().dueOn())
                .filter(due -> due != null)
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Fields.ZONE).toLocalDate();
    }
}
