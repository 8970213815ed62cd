package org.fangxin.mediation.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.mediation.store.DiaryStore;
import org.fangxin.mediation.store.DiaryStore.Due;
import org.fangxin.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of agreements: on the working day before a point is due whoever owes it, after it the person in charge. Each
 * reminder is an act of the program's, so that it is in the journal and told once.
 */
@Component
public class PerformanceSweep {
    private static final Logger LOG = LoggerFactory.getLogger(PerformanceSweep.class);

    private final DiaryStore diary;
    private final CaseFiles cases;
    private final WorkingCalendar calendar;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final boolean command;

    PerformanceSweep(
            DiaryStore diary,
            CaseFiles cases,
            WorkingCalendar calendar,
            InstantSource clock,
            PlatformTransactionManager transactions,
            @Value("${fangxin.command:}") String command) {
        this.diary = diary;
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.command = !command.isEmpty();
    }

    @Scheduled(
            fixedDelayString = "${fangxin.mediation.performance-every-ms:60000}",
            initialDelayString = "${fangxin.mediation.performance-first-ms:20000}")
    void sweep() {
        if (!command) {
            Scopes.within(Scope.SYSTEM, this::remindAll);
        }
    }

    /** One transaction each; several instances share the work. What is refused stays for the next sweep and is logged. */
    public void remindAll() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        LocalDate next = calendar.workingDayFrom(today.plusDays(1));
        Set<String> tried = new HashSet<>();
        while (remindOne(next, today, tried)) {
            LOG.debug("reminded {} points so far", tried.size());
        }
    }

    private boolean remindOne(LocalDate next, LocalDate today, Set<String> tried) {
        List<Due> taken = new java.util.ArrayList<>(1);
        try {
            transaction.executeWithoutResult(status -> {
                taken.addAll(diary.toRemind(next, today, tried));
                taken.forEach(due -> remind(due, today));
            });
        } catch (Problem refused) {
            // the case went on meanwhile and the diary has not heard it yet
            LOG.info("A reminder waits: {}", refused.type());
        }
        taken.forEach(due -> tried.add(due.caseNo() + "/" + due.item()));
        return !taken.isEmpty();
    }

    private void remind(Due due, LocalDate today) {
        boolean overdue = due.dueOn().isBefore(today);
        diary.reminded(due, overdue);
        cases.act(due.caseNo(), Act.REMIND_PERFORMANCE, Actor.SYSTEM, null, Map.of("item", due.item()), null);
    }
}
