package org.fangxin.merchant;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.fangxin.merchant.internal.ExtractReader;
import org.fangxin.merchant.internal.ExtractRow;
import org.fangxin.merchant.store.ExtractStore;
import org.fangxin.merchant.store.ExtractStore.Merged;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in an extract of the registry, portion by portion. Each portion is one short transaction, so that no reader of the
 * journal waits for it; run again after a crash it finds the finished portions unchanged.
 */
@Component
public class ExtractImport {
    private static final int PORTION = 20_000;

    private final ExtractStore store;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    ExtractImport(ExtractStore store, InstantSource clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param read rows below the header
     * @param same rows that say what is known, or that another row of the portion replaced
     * @param left rows that were left out
     */
    public record Outcome(int read, int added, int changed, int same, int left) {}

    /**
     * @param person id of who imports
     * @param problems hears of each fault
     * @param progress hears after each portion how far it is
     * @throws org.fangxin.sheet.UnreadableFile when the file is no table or lacks a column
     */
    public Outcome run(Sheets.Source source, String person, Consumer<RowProblem> problems, Consumer<Outcome> progress) {
        try (Sheet sheet = Sheets.open(source)) {
            ExtractReader reader = new ExtractReader(sheet.header(), problems);
            Tally tally = new Tally();
            List<ExtractRow> portion = new ArrayList<>(PORTION);
            for (Iterator<SheetRow> rows = sheet.rows(); rows.hasNext(); ) {
                tally.read++;
                reader.read(rows.next()).ifPresentOrElse(portion::add, () -> tally.left++);
                if (portion.size() == PORTION) {
                    tally.add(write(portion, person));
                    portion.clear();
                    progress.accept(tally.outcome());
                }
            }
            tally.add(write(portion, person));
            transaction.executeWithoutResult(status -> store.finish());
            progress.accept(tally.outcome());
            return tally.outcome();
        }
    }

    private Merged write(List<ExtractRow> portion, String person) {
        return portion.isEmpty()
                ? new Merged(0, 0)
                : Objects.requireNonNull(transaction.execute(status -> store.merge(portion, person, clock.instant())));
    }

    private static final class Tally {
        int read;
        int left;
        int added;
        int changed;

        void add(Merged merged) {
            added += merged.added();
            changed += merged.changed();
        }

        Outcome outcome() {
            return new Outcome(read, added, changed, read - left - added - changed, left);
        }
    }
}
