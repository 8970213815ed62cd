package org.fangxin.retention.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.casefile.Disposals;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.People;
import org.fangxin.intake.DestroyedFiles;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.DisposalList.Line;
import org.fangxin.retention.DisposalList.State;
import org.fangxin.retention.DisposalList.Strike;
import org.fangxin.retention.Kept;
import org.fangxin.retention.Kept.Bar;
import org.fangxin.retention.internal.DisposalRegister.Gone;
import org.fangxin.retention.store.DisposalSql;
import org.fangxin.retention.store.ListStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out lists that two people approved: case by case, each in one transaction, so that a program that is killed goes on with the
 * next. A case that somebody came to need meanwhile is taken off the list.
 */
@Component
public class Disposing {
    private static final Logger LOG = LoggerFactory.getLogger(Disposing.class);
    private static final int FILES = 500;

    private final ListStore lists;
    private final DueSet due;
    private final Disposals cases;
    private final DisposalSql sql;
    private final DisposalRegister register;
    private final DestroyedFiles files;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Disposing(
            ListStore lists,
            DueSet due,
            Disposals cases,
            DisposalSql sql,
            DisposalRegister register,
            DestroyedFiles files,
            AuditLog audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.lists = lists;
        this.due = due;
        this.cases = cases;
        this.sql = sql;
        this.register = register;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    public void run() {
        Scopes.within(Scope.SYSTEM, () -> {
            Objects.requireNonNull(transaction.execute(status -> lists.unfinished()))
                    .forEach(this::carryOut);
            shredFiles();
        });
    }

    private void carryOut(String listNo) {
        DisposalList list = Objects.requireNonNull(
                transaction.execute(status -> lists.find(listNo).orElseThrow()));
        if (list.state() != State.APPROVED) {
            return;
        }
        register.note(list);
        list.lines().stream().filter(Line::waits).forEach(line -> apart(listNo, line.caseNo()));
    }

    /** What the database refuses of one case keeps no other from its end; the case is tried again in the next round. */
    private void apart(String listNo, String caseNo) {
        try {
            transaction.executeWithoutResult(status -> one(listNo, caseNo));
        } catch (NonTransientDataAccessException refused) {
            LOG.error("Case {} of list {} could not be disposed of and is tried again", caseNo, listNo, refused);
        }
    }

    private void one(String listNo, String caseNo) {
        lists.lock(listNo);
        boolean waits = lists.find(listNo).orElseThrow().lines().stream()
                .anyMatch(line -> line.caseNo().equals(caseNo) && line.waits());
        if (!waits) {
            // another instance was first
            return;
        }
        Instant now = clock.instant();
        Optional<String> barred = barred(caseNo);
        if (barred.isPresent()) {
            lists.strike(listNo, caseNo, new Strike(People.SYSTEM, now, barred.get()));
            audit.record("DISPOSAL_STRUCK", caseNo, "list=" + listNo);
            return;
        }
        cases.close(caseNo, listNo, now);
        sql.dispose(listNo, caseNo, now);
        audit.record("CASE_DISPOSED", caseNo, "list=" + listNo);
        register.note(new Gone(listNo, caseNo, now));
    }

    private Optional<String> barred(String caseNo) {
        Optional<Kept> found = due.find(caseNo, People.SYSTEM);
        if (found.isEmpty()) {
            return Optional.of("案件已经不是归档状态。");
        }
        if (!found.get().over(due.today())) {
            return Optional.of("按现在的设置，保管期限还没有满。");
        }
        return found.get().bars().stream()
                .filter(bar -> bar != Bar.LISTED)
                .findFirst()
                .map(bar -> bar.chinese() + "。");
    }

    /** After the rows: whoever finds a file has no name for it, and a crash in between deletes once more in the next round. */
    void shredFiles() {
        List<String> left = Objects.requireNonNull(transaction.execute(status -> sql.filesLeft(FILES)));
        for (String file : left) {
            try {
                files.destroy(file);
                transaction.executeWithoutResult(status -> sql.fileGone(file));
            } catch (IOException stuck) {
                LOG.error("A file of a disposed case could not be deleted and is tried again: {}", stuck.getMessage());
            }
        }
    }
}
