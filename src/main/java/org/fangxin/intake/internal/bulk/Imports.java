package org.fangxin.intake.internal.bulk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.file.FileName;
import org.fangxin.intake.internal.file.FileVault;
import org.fangxin.intake.store.ImportStore;
import org.fangxin.intake.store.ImportStore.Job;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.SheetRow;
import org.fangxin.sheet.Sheets;
import org.fangxin.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts imports: keeps the file, reads its header, settles or guesses the meaning of the columns, counts the rows. */
@Component
public class Imports {
    private static final int SAMPLES = 3;
    private static final int LOOKED_AT = 200;

    private final ImportStore imports;
    private final FileVault files;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Imports(ImportStore imports, FileVault files, PlatformTransactionManager transactions, InstantSource clock) {
        this.imports = imports;
        this.files = files;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What is to be imported.
     *
     * @param mapping header → code of a field, or null to take what was settled before or is guessed
     * @param by person id of the officer, or {@code system}
     */
    public record Request(
            Path file,
            String fileName,
            String agency,
            boolean dryRun,
            @Nullable Map<String, String> mapping,
            String by) {}

    /** A column with three real values and the code of the field it is taken for. */
    public record Column(String header, List<String> samples, String guess) {}

    /** A started import; {@code alreadyUnderWay} when this very file is being imported now and nothing was started. */
    public record Started(Job job, List<Column> columns, boolean alreadyUnderWay, List<String> notes) {}

    private record Preview(Columns guessed, List<SheetRow> some, int total, List<String> notes) {}

    /**
     * Keeps the file and writes the import down; running it is {@link ImportWorker}'s.
     *
     * @throws UnreadableFile when it is no table
     */
    public Started start(Request request) throws IOException {
        Preview preview;
        try (Sheet sheet = Sheets.open(() -> java.nio.file.Files.newInputStream(request.file()), request.fileName())) {
            preview = preview(sheet);
        }
        String fileId = files.freshId();
        String sm3 = files.keep(fileId, request.file());
        return within(() -> write(request, preview, fileId, sm3));
    }

    /** The real import of a file that was tried: by the same columns, or by others when they were settled anew. */
    public Optional<Started> runTried(String importId, @Nullable Map<String, String> mapping, String by) {
        return within(() -> imports.find(importId)
                .filter(tried -> tried.dryRun() && tried.fileId() != null)
                .map(tried -> {
                    Optional<Job> underWay = imports.underWay(tried.agency(), tried.fileSm3());
                    if (underWay.isPresent()) {
                        return new Started(underWay.get(), List.of(), true, List.of());
                    }
                    Map<String, String> settled = mapping == null ? tried.mapping() : mapping;
                    Job job = job(
                            tried.agency(),
                            tried.fileName(),
                            Objects.requireNonNull(tried.fileId()),
                            tried.fileSm3(),
                            false,
                            settled,
                            tried.total(),
                            by);
                    imports.insert(job);
                    return new Started(job, List.of(), false, List.of());
                }));
    }

    private Started write(Request request, Preview preview, String fileId, String sm3) {
        List<String> header = preview.guessed().header();
        String fingerprint = Columns.fingerprint(header);
        Columns columns = columns(request, preview, fingerprint);
        if (request.mapping() != null) {
            imports.settle(request.agency(), fingerprint, columns.mapping(), request.by(), clock.instant());
        }
        Optional<Job> underWay = request.dryRun() ? Optional.empty() : imports.underWay(request.agency(), sm3);
        if (underWay.isPresent()) {
            return new Started(underWay.get(), described(columns, preview), true, preview.notes());
        }
        Job job = job(
                request.agency(),
                FileName.shown(request.fileName()),
                fileId,
                sm3,
                request.dryRun(),
                columns.mapping(),
                preview.total(),
                request.by());
        imports.insert(job);
        return new Started(job, described(columns, preview), false, preview.notes());
    }

    private Columns columns(Request request, Preview preview, String fingerprint) {
        List<String> header = preview.guessed().header();
        if (request.mapping() != null) {
            return Columns.settled(header, request.mapping());
        }
        return imports.settledMapping(request.agency(), fingerprint)
                .map(settled -> Columns.settled(header, settled))
                .orElse(preview.guessed());
    }

    private Job job(
            String agency,
            String fileName,
            String fileId,
            String sm3,
            boolean dryRun,
            Map<String, String> mapping,
            int total,
            String by) {
        Instant now = clock.instant();
        String id = "im-" + files.freshId().substring(0, 16);
        return new Job(
                id, agency, fileName, fileId, sm3, "RUNNING", dryRun, mapping, total, 0, 0, 0, 0, null, by, now, null);
    }

    private static Preview preview(Sheet sheet) {
        List<SheetRow> some = new ArrayList<>();
        int total = 0;
        for (Iterator<SheetRow> rows = sheet.rows(); rows.hasNext(); total++) {
            SheetRow row = rows.next();
            if (some.size() < LOOKED_AT && row.fault().isEmpty()) {
                some.add(row);
            }
        }
        if (total == 0) {
            throw new UnreadableFile("文件里只有表头，没有可以导入的行。");
        }
        return new Preview(Columns.guess(sheet.header(), some), some, total, sheet.notes());
    }

    private static List<Column> described(Columns columns, Preview preview) {
        List<Column> described = new ArrayList<>();
        for (int i = 0; i < columns.header().size(); i++) {
            int column = i;
            List<String> samples = preview.some().stream()
                    .limit(SAMPLES)
                    .map(row -> column < row.cells().size() ? row.cells().get(column) : "")
                    .map(value -> org.fangxin.intake.internal.form.Texts.cut(value, 100))
                    .toList();
            Field field = columns.meaning().get(i);
            described.add(new Column(columns.header().get(i), samples, field == Field.IGNORE ? "" : field.code()));
        }
        return described;
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
