package org.fangxin.merchant.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.merchant.ExtractImport;
import org.fangxin.merchant.ExtractImport.Outcome;
import org.fangxin.merchant.RowProblem;
import org.fangxin.merchant.store.ExtractJobStore;
import org.fangxin.merchant.store.ExtractJobStore.Job;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.fangxin.sheet.UnreadableFile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in one extract to its end and writes down how far it is. Run again it finds what is in already, unchanged. */
@Component
class ExtractRun {
    private static final int KEPT = 10_000;

    private final ExtractImport extracts;
    private final ExtractJobStore store;
    private final ExtractFolder folder;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ExtractRun(
            ExtractImport extracts,
            ExtractJobStore store,
            ExtractFolder folder,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.extracts = extracts;
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.transaction = transaction;
    }

    void run(String id) {
        Scopes.within(Scope.SYSTEM, () -> take(id));
    }

    private void take(String id) {
        Job job = transaction.execute(status -> store.find(id).orElse(null));
        if (job == null || !job.state().equals("RUNNING")) {
            return;
        }
        try {
            Path file = folder.of(id);
            if (!Files.exists(file)) {
                finish(id, "文件不在了，请重新选择文件导入。");
                return;
            }
            Sheets.Source source = () -> Files.newInputStream(file);
            int total = rows(source, job.fileName());
            transaction.executeWithoutResult(status -> store.begin(id, total, clock.instant()));
            Faults faults = new Faults(id);
            Outcome outcome = extracts.run(source, job.by(), faults::add, so -> advance(id, so, faults));
            advance(id, outcome, faults);
            finish(id, null);
            drop(id);
        } catch (UnreadableFile unreadable) {
            finish(id, unreadable.getMessage());
            drop(id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void drop(String id) {
        try {
            folder.drop(id);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int rows(Sheets.Source source, String fileName) {
        int total = 0;
        try (Sheet sheet = Sheets.open(source, fileName)) {
            for (Iterator<SheetRow> rows = sheet.rows(); rows.hasNext(); rows.next()) {
                total++;
            }
        }
        if (total == 0) {
            throw new UnreadableFile("文件里只有表头，没有可以导入的行。");
        }
        return total;
    }

    private void advance(String id, Outcome so, Faults faults) {
        transaction.executeWithoutResult(status -> {
            faults.write();
            store.advance(id, so, faults.all, clock.instant());
        });
    }

    private void finish(String id, @org.jspecify.annotations.Nullable String problem) {
        transaction.executeWithoutResult(status -> store.finish(id, problem, clock.instant()));
    }

    /** Faults since the last portion; counted all, kept up to a number that a person still reads. */
    private final class Faults {
        private final String id;
        private final List<RowProblem> fresh = new ArrayList<>();
        private int written;
        private int all;

        Faults(String id) {
            this.id = id;
        }

        void add(RowProblem one) {
            all++;
            if (written + fresh.size() < KEPT) {
                fresh.add(one);
            }
        }

        void write() {
            store.faults(id, written + 1, fresh);
            written += fresh.size();
            fresh.clear();
        }
    }
}
