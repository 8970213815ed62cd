package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.Kind;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.Evidence;
import org.fangxin.intake.Submission;
import org.fangxin.intake.internal.file.Cleaning.Outcome;
import org.fangxin.intake.store.AttachmentStore;
import org.fangxin.intake.store.AttachmentStore.Stored;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence (Art. 10, 28): takes files in, gives them to cases, and gives them out again. */
@Component
public class EvidenceFiles implements AttachmentCatalogue, Evidence {
    private static final String REPORTED_NAME = "举报材料.";
    /** Of a file that was a report's nothing may tell that it was one. */
    private static final String PLAIN_NAME = "证据材料.";

    private final FileVault vault;
    private final AttachmentStore store;
    private final TransactionTemplate transaction;

    EvidenceFiles(FileVault vault, AttachmentStore store, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Files that cases take: of a mixed submission the report gets copies of its own, cleaned. */
    public record Taken(List<String> forOthers, List<String> forReport) {
        public List<String> of(Kind kind) {
            return kind == Kind.REPORT ? forReport : forOthers;
        }
    }

    /**
     * Takes in an upload: looks at its content, cleans a report's, seals it.
     *
     * @param plain the bytes as they came; stays the caller's
     * @throws Problem 413 or 422 in a sentence that names the file
     */
    public Stored upload(Path plain, @Nullable String sentName, boolean forReport, @Nullable String by, Instant now)
            throws IOException {
        String shown = FileName.shown(sentName);
        long size = Files.size(plain);
        if (size > FileType.Family.LARGEST) {
            throw tooLarge(shown, size, FileType.Family.LARGEST, "缩小或剪短");
        }
        ContentCheck.Verdict verdict = ContentCheck.check(plain);
        FileType type = verdict.type().orElseThrow(() -> refused(shown, verdict.sentence()));
        if (size > type.family().most()) {
            throw tooLarge(shown, size, type.family().most(), type.family() == FileType.Family.MEDIA ? "剪短" : "缩小");
        }
        Stored stored = keep(plain, FileName.safe(shown, type), type, forReport);
        Scopes.within(Scope.SYSTEM, () -> transaction.executeWithoutResult(status -> store.insert(stored, by, now)));
        return stored;
    }

    @Override
    public String keep(byte[] content, String fileName, @Nullable String by, Instant now) throws IOException {
        Path plain = vault.workFile();
        try {
            Files.write(plain, content);
            return upload(plain, fileName, false, by, now).id();
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /**
     * Gives uploads to the cases of a submission. Needs a transaction in the program's scope.
     *
     * @throws Problem 422 when one is unknown or was given away before
     */
    public Taken take(List<String> ids, Submission submission, Instant now) {
        if (ids.isEmpty()) {
            return new Taken(List.of(), List.of());
        }
        List<Stored> files = free(ids, "attachments");
        store.bind(ids, now);
        boolean report = submission.has(Kind.REPORT);
        boolean others = submission.kinds().size() > 1 || !report;
        List<String> forOthers = new ArrayList<>();
        List<String> forReport = new ArrayList<>();
        for (Stored file : files) {
            boolean reportsOnly = file.forReport() && report;
            if (others && !reportsOnly) {
                forOthers.add(file.id());
            }
            if (report) {
                forReport.add(file.forReport() ? file.id() : cleanCopy(file, now));
            }
        }
        return new Taken(List.copyOf(forOthers), List.copyOf(forReport));
    }

    @Override
    public List<String> takeFor(Kind kind, List<String> ids, Instant now) {
        List<Stored> files = free(ids, "attachments");
        store.bind(ids, now);
        return files.stream()
                .map(file -> kind == Kind.REPORT && !file.forReport() ? cleanCopy(file, now) : file.id())
                .toList();
    }

    @Override
    public List<String> handOver(Kind from, Kind to, List<String> ids, Instant now) {
        boolean crosses = (from == Kind.REPORT) != (to == Kind.REPORT);
        if (!crosses) {
            return List.copyOf(ids);
        }
        return store.find(ids).stream()
                .map(file -> to == Kind.REPORT ? cleanCopy(file, now) : plainCopy(file, now))
                .toList();
    }

    /** One stored file; the caller has checked that its case may be seen. */
    public List<Stored> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> store.find(ids)));
    }

    @Override
    public boolean isKept(String id) {
        return vault.has(id);
    }

    @Override
    public InputStream open(String id) throws IOException {
        return vault.open(id);
    }

    @Override
    public List<Info> of(Collection<String> attachmentIds) {
        return find(attachmentIds).stream()
                .map(file -> new Info(file.id(), file.fileName(), file.size(), file.type(), file.sm3()))
                .toList();
    }

    private List<Stored> free(List<String> ids, String field) {
        List<Stored> files = store.find(ids);
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            boolean known = files.stream().anyMatch(file -> file.id().equals(id) && !file.bound());
            if (!known) {
                throw Problem.invalid(field + "[" + i + "]", "unknown", "有一个文件没有找到，可能放得太久已经删除。请重新上传这个文件。");
            }
        }
        return files;
    }

    private Stored keep(Path plain, String name, FileType type, boolean forReport) throws IOException {
        String id = vault.freshId();
        if (!forReport) {
            String sm3 = vault.keep(id, plain);
            return new Stored(
                    id, name, type.mediaType(), Files.size(plain), sm3, Outcome.ORIGINAL.name(), false, false, null);
        }
        Path clean = vault.workFile();
        try {
            Files.delete(clean);
            Outcome outcome = Cleaning.clean(plain, type, clean);
            Path kept = outcome == Outcome.STRIPPED ? clean : plain;
            String sm3 = vault.keep(id, kept);
            // a name can tell who: 张三的身份证.jpg
            return new Stored(
                    id,
                    REPORTED_NAME + type.extension(),
                    type.mediaType(),
                    Files.size(kept),
                    sm3,
                    outcome.name(),
                    true,
                    false,
                    null);
        } finally {
            Files.deleteIfExists(clean);
        }
    }

    private String cleanCopy(Stored file, Instant now) {
        return copy(file, true, now);
    }

    private String plainCopy(Stored file, Instant now) {
        return copy(file, false, now);
    }

    private String copy(Stored file, boolean forReport, Instant now) {
        try {
            Path plain = vault.workFile();
            try (InputStream in = vault.open(file.id())) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
                FileType type = FileType.of(file.type()).orElseThrow();
                String name = forReport ? file.fileName() : PLAIN_NAME + type.extension();
                Stored copy = keep(plain, name, type, forReport);
                store.insert(copy, null, now);
                store.bind(List.of(copy.id()), now);
                return copy.id();
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem refused(String name, String sentence) {
        return Problem.invalid("file", "unsupported", "“" + name + "”" + sentence);
    }

    private static Problem tooLarge(String name, long size, long most, String remedy) {
        String sentence = "“%s”有 %d MB，超过 %d MB。请%s再传；其他文件不受影响。"
                .formatted(name, (size + (1 << 20) - 1) >> 20, most >> 20, remedy);
        return new Problem(
                413,
                "too-large",
                "文件太大",
                sentence,
                List.of(new Problem.FieldError("file", "too-large", sentence)),
                java.util.Map.of());
    }
}
