package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.enforcement.PenaltyFile;
import org.fangxin.enforcement.store.PenaltyStore;
import org.fangxin.law.DueDate;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.notice.OfficerInbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds of a publication that is to be taken back, at once; of one that is to be made, when three working days are left. */
@Component
public class PublicationSweep {
    private static final int NEAR = 3;

    private final PenaltyStore store;
    private final PublicationDates dates;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final OfficerInbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    @Value("${fangxin.command:}")
    private String command = "";

    PublicationSweep(
            PenaltyStore store,
            PublicationDates dates,
            CaseFiles cases,
            WorkingCalendar calendar,
            OfficerInbox inbox,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.dates = dates;
        this.cases = cases;
        this.calendar = calendar;
        this.inbox = inbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${fangxin.enforcement.remind-every-ms:600000}", initialDelay = 50_000)
    void sweep() {
        if (command.isEmpty()) {
            remind();
        }
    }

    /** Each person once for what is owed by a day. */
    public void remind() {
        Instant now = clock.instant();
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status ->
                        store.toPublish().forEach(file -> dates.due(file).ifPresent(due -> remind(file, due, now)))));
    }

    private void remind(PenaltyFile file, DueDate due, Instant now) {
        LocalDate day = due.dueOn();
        if (day == null) {
            return;
        }
        boolean back = due.rule().equals(PublicationDates.TAKE_BACK);
        if (!back && calendar.workingDaysBetween(now.atZone(Fields.ZONE).toLocalDate(), day) > NEAR) {
            return;
        }
        String matter = back ? "penalty-take-back" : "penalty-publish";
        inbox.tell(people(file), file.caseNo(), matter + "-" + day, matter, Map.of("day", day.toString()), now);
    }

    /** Who investigated it, and who has it now. */
    private Set<String> people(PenaltyFile file) {
        Set<String> people = new LinkedHashSet<>(file.officers());
        cases.find(file.caseNo()).ifPresent(state -> people.addAll(state.handlers()));
        return people;
    }
}
