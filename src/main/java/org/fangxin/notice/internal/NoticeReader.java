package org.fangxin.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.backup.Restorations;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Duty;
import org.fangxin.casefile.JournalReader;
import org.fangxin.law.Settings;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.OutboxStore.Fresh;
import org.fangxin.notice.store.OutboxStore.Row;
import org.fangxin.notice.store.OutboxStore.State;
import org.fangxin.notice.store.OutboxStore.ToRecord;
import org.fangxin.notice.store.ReceiptStore;
import org.fangxin.notice.store.ReceiptStore.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hears the journal and keeps what is to be told, once for each event, person and channel. Sends nothing: that is the
 * sender's. What was kept stays when the journal is read anew, or everybody would be told twice.
 */
@Component
class NoticeReader implements JournalReader {
    /** Older than this is history: an import, a paper entered late. */
    private static final Duration FRESH = Duration.ofDays(2);

    private final CaseFiles cases;
    private final Routes routes;
    private final OutboxStore outbox;
    private final ReceiptStore receipts;
    private final DeskNews news;
    private final Settings settings;
    private final Restorations restorations;
    private final InstantSource clock;

    NoticeReader(
            CaseFiles cases,
            Routes routes,
            OutboxStore outbox,
            ReceiptStore receipts,
            DeskNews news,
            Settings settings,
            Restorations restorations,
            InstantSource clock) {
        this.cases = cases;
        this.routes = routes;
        this.outbox = outbox;
        this.receipts = receipts;
        this.news = news;
        this.settings = settings;
        this.restorations = restorations;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void take(List<Heard> batch) {
        Map<String, Map<String, List<Heard>>> byCase = new LinkedHashMap<>();
        batch.forEach(heard -> byCase.computeIfAbsent(heard.caseNo(), no -> new LinkedHashMap<>())
                .computeIfAbsent(heard.actId(), id -> new ArrayList<>())
                .add(heard));
        byCase.forEach((caseNo, acts) ->
                hear(cases.find(caseNo).orElseThrow(() -> new IllegalStateException("No such case")), acts));
    }

    /** The outbox is no copy of the journal but a record of what was sent: reading anew must not send anew. */
    @Override
    public void forget() {}

    private void hear(CaseState state, Map<String, List<Heard>> acts) {
        Instant now = clock.instant();
        // heard only now, but told perhaps by the database that is gone
        Instant restored = restorations.last().orElse(Instant.MIN);
        outbox.follow(state.caseNo(), state.agency());
        acts.forEach((actId, entries) -> {
            Plan.of(state, entries, now.minus(FRESH)).stream()
                    .filter(draft -> draft.owed() || fresh(entries, now))
                    .filter(draft -> !outbox.knows(state.caseNo(), actId, draft.addressee()))
                    .forEach(draft -> keep(
                            state, actId, draft, !entries.getLast().recordedAt().isAfter(restored), now));
            news.hear(state, actId, entries, now);
        });
        takeBack(state.caseNo(), now);
    }

    private static boolean fresh(List<Heard> entries, Instant now) {
        return entries.getLast().recordedAt().isAfter(now.minus(FRESH));
    }

    private void keep(CaseState state, String event, Draft draft, boolean held, Instant now) {
        LocalDate due = draft.owed() ? dueOn(state) : null;
        Instant allowed = QuietHours.of(settings, state.agency()).next(now, due);
        for (NoticeChannel channel : routes.channels(state, draft)) {
            boolean page = channel == NoticeChannel.IN_APP;
            Fresh fresh = new Fresh(
                    state.caseNo(),
                    state.agency(),
                    event,
                    draft.addressee(),
                    draft.role(),
                    page ? List.of() : draft.duties(),
                    draft.template(),
                    draft.facts(),
                    channel,
                    page ? State.SHOWN : channel.byHand() ? State.BY_HAND : State.WAITING,
                    channel.sent() ? allowed : now);
            outbox.insert(fresh, now).ifPresent(row -> {
                if (page) {
                    receipts.add(row.id(), 0, Outcome.SHOWN, null, null, now);
                } else if (held && row.state() == State.WAITING) {
                    outbox.settle(row.id(), State.DEAD, ToRecord.NOTHING, "RESTORED", now);
                }
            });
        }
    }

    /** The nearest date of the case: what is owed is told before it. */
    private @Nullable LocalDate dueOn(CaseState state) {
        return cases.dates(state).stream()
                .filter(dated -> dated.clock().open() && dated.due().dueOn() != null)
                .findFirst()
                .map(dated -> Objects.requireNonNull(dated.due().dueOn()))
                .orElse(null);
    }

    /** Told meanwhile by an officer, or no longer owed: nobody is told twice. */
    private void takeBack(String caseNo, Instant now) {
        List<Row> unsent = outbox.unsent(caseNo);
        if (unsent.isEmpty()) {
            return;
        }
        // the duties as they are once the messages are held: what came back a moment ago has opened its duty again
        CaseState state = cases.find(caseNo).orElseThrow(() -> new IllegalStateException("No such case"));
        Set<String> open = state.duties().open().stream().map(Duty::id).collect(Collectors.toSet());
        for (Row row : unsent) {
            // what came back opens its duty again as soon as that is recorded: until then it is no longer told either
            boolean cameBack = row.toRecord() == ToRecord.FAILED;
            if (!cameBack && row.duties().stream().noneMatch(open::contains)) {
                outbox.settle(row.id(), State.DONE, ToRecord.NOTHING, row.fault(), now);
            }
        }
    }
}
