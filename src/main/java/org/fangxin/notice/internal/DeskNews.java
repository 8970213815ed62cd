package org.fangxin.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.JournalReader.Heard;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.store.InboxStore;
import org.fangxin.notice.store.InboxStore.Reminder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers hear on the desk: of cases given to them, of what came in, of telling that failed, of days that are over. */
@Component
class DeskNews {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration FRESH = Duration.ofDays(7);
    private static final int BATCH = 200;

    private final InboxStore inbox;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DeskNews(InboxStore inbox, CaseFiles cases, TransactionTemplate transaction, InstantSource clock) {
        this.inbox = inbox;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    void hear(CaseState state, String event, List<Heard> entries, Instant now) {
        for (Heard heard : entries) {
            if (heard.entry() instanceof Entry.MaterialRequested asked) {
                inbox.remind(new Reminder(state.caseNo(), event, "material-over", asked.until()));
            }
            if (heard.recordedAt().isAfter(now.minus(FRESH))) {
                matter(heard.entry()).ifPresent(matter -> {
                    List<String> persons = new ArrayList<>(persons(state, heard.entry()));
                    persons.remove(heard.actorId());
                    inbox.tell(persons, state.caseNo(), event, matter, Map.of(), now);
                });
            }
        }
    }

    private static Optional<String> matter(Entry entry) {
        return Optional.ofNullable(
                switch (entry) {
                    case Entry.Assigned _ -> "assigned";
                    case Entry.TeamDispatched _ -> "dispatched";
                    case Entry.MaterialSupplied _ -> "material-supplied";
                    case Entry.NoticeFailed _ -> "notice-failed";
                    case Entry.Withdrawn _, Entry.ReportWithdrawn _ -> "withdrawn";
                    case Entry.MerchantResponded _ -> "merchant-responded";
                    case Entry.Escalated _ -> "escalated";
                    case Entry.RecusalRequested _ -> "recusal-requested";
                    default -> null;
                });
    }

    private static Set<String> persons(CaseState state, Entry entry) {
        return switch (entry) {
            case Entry.Assigned assigned -> Set.copyOf(assigned.persons());
            case Entry.TeamDispatched team -> Set.copyOf(team.persons());
            default -> state.handlers();
        };
    }

    /** Of a message that could not be sent. */
    void failed(CaseState state, String event, String template, Instant now) {
        inbox.tell(state.handlers(), state.caseNo(), event, "not-sent", Map.of("template", template), now);
    }

    /** After the last day of what was asked for, the handlers are told: the file decides then (Art. 16). */
    @Scheduled(fixedDelayString = "${fangxin.notice.reminders-every-ms:60000}")
    void remind() {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    Instant now = clock.instant();
                    LocalDate today = now.atZone(ZONE).toLocalDate();
                    for (Reminder reminder : inbox.over(today, BATCH)) {
                        cases.find(reminder.caseNo())
                                .filter(state -> state.is(Flag.MATERIAL_REQUESTED) && state.closedAt() == null)
                                .ifPresent(state -> over(state, reminder, now));
                        inbox.reminded(reminder, now);
                    }
                }));
    }

    private void over(CaseState state, Reminder reminder, Instant now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("until", reminder.after().toString());
        inbox.tell(state.handlers(), state.caseNo(), reminder.event(), reminder.matter(), facts, now);
    }
}
