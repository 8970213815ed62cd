package org.fangxin.intake.internal.bulk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.TextReader;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.ImportRowStore;
import org.fangxin.intake.store.ImportRowStore.Result;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.fangxin.sheet.UnreadableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one import from where it stands to its end, in small transactions: rows, their cases and the count of rows are
 * written together, so that whoever goes on after a crash neither leaves out nor doubles one.
 */
@Component
class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int BATCH = 50;

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final Landing landing;
    private final FileVault files;
    private final TextReader reader;
    private final RegionNames regions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile boolean stopping;

    ImportRun(
            ImportStore imports,
            ImportRowStore rows,
            Landing landing,
            FileVault files,
            TextReader reader,
            RegionNames regions,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.imports = imports;
        this.rows = rows;
        this.landing = landing;
        this.files = files;
        this.reader = reader;
        this.regions = regions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ends after the batch at hand; the import stays RUNNING and goes on at the next start. */
    void stop() {
        stopping = true;
    }

    void run(String importId) {
        Job job = within(() -> imports.find(importId).orElseThrow());
        if (!job.state().equals("RUNNING")) {
            return;
        }
        try (Sheet sheet = Sheets.open(() -> files.open(Objects.requireNonNull(job.fileId())))) {
            if (through(job, sheet)) {
                finish(importId, null);
            }
        } catch (UnreadableFile unreadable) {
            finish(importId, String.valueOf(unreadable.getMessage()));
        }
    }

    /** False when another took the import over, or when the program is stopping. */
    private boolean through(Job job, Sheet sheet) {
        Columns columns = Columns.settled(sheet.header(), job.mapping());
        String headerSm3 = Columns.fingerprint(sheet.header());
        LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
        RowReader reading = new RowReader(columns, reader, regions, today);
        Iterator<SheetRow> all = sheet.rows();
        int at = 0;
        while (at < job.processed() && all.hasNext()) {
            all.next();
            at++;
        }
        while (all.hasNext()) {
            List<RowReading> batch = new ArrayList<>();
            while (batch.size() < BATCH && all.hasNext()) {
                batch.add(reading.read(all.next()));
            }
            if (stopping || !commit(job, batch, headerSm3, at)) {
                return false;
            }
            at += batch.size();
        }
        return true;
    }

    private boolean commit(Job job, List<RowReading> batch, String headerSm3, int at) {
        try {
            return write(job, batch, headerSm3, at);
        } catch (RuntimeException together) {
            LOG.warn(
                    "Import {}: rows after {} are taken one by one: {}",
                    job.id(),
                    at,
                    together.getClass().getName());
            return oneByOne(job, batch, headerSm3, at);
        }
    }

    private boolean oneByOne(Job job, List<RowReading> batch, String headerSm3, int from) {
        for (int i = 0; i < batch.size(); i++) {
            RowReading row = batch.get(i);
            try {
                if (!write(job, List.of(row), headerSm3, from + i)) {
                    return false;
                }
            } catch (RuntimeException alone) {
                // the class alone: a database's message may quote the row
                LOG.error(
                        "Import {}: line {} was not written: {}",
                        job.id(),
                        row.line(),
                        alone.getClass().getName());
                RowReading.Bad fault =
                        new RowReading.Bad(row.line(), "（整行）", "", "这一行没有写进去", "重新导入这一行；还不行，把导入编号和行号告诉管理员。");
                if (!write(job, List.of(fault), headerSm3, from + i)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** False when the import no longer stands where this run thinks: another one is at it. */
    private boolean write(Job job, List<RowReading> batch, String headerSm3, int at) {
        return within(() -> {
            Job now = imports.lock(job.id()).orElseThrow();
            if (now.processed() != at || !now.state().equals("RUNNING")) {
                return false;
            }
            Instant instant = clock.instant();
            List<Result> results = landing.land(job, batch, headerSm3, instant);
            rows.insert(job.id(), job.agency(), results);
            imports.advance(
                    job.id(),
                    count(results, Landing.LANDED),
                    count(results, Landing.SKIPPED),
                    count(results, Landing.FAILED));
            return true;
        });
    }

    private void finish(String importId, @org.jspecify.annotations.Nullable String fault) {
        within(() -> {
            imports.finish(importId, fault, clock.instant());
            return true;
        });
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }

    private static int count(List<Result> results, String outcome) {
        return (int) results.stream()
                .filter(result -> result.outcome().equals(outcome))
                .count();
    }
}
