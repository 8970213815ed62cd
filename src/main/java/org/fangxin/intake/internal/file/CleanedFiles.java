package org.fangxin.intake.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.fangxin.intake.SharedFiles;
import org.springframework.stereotype.Component;

/** Cleans a copy at the moment when it is given out. */
@Component
class CleanedFiles implements SharedFiles {
    private final EvidenceFiles files;
    private final FileVault vault;

    CleanedFiles(EvidenceFiles files, FileVault vault) {
        this.files = files;
        this.vault = vault;
    }

    @Override
    public Optional<Shared> find(String attachmentId) {
        return files.find(List.of(attachmentId)).stream()
                .findFirst()
                .map(file -> new Shared(file.id(), file.fileName(), file.type(), file.size()));
    }

    @Override
    public void copy(Shared file, OutputStream out) throws IOException {
        Path plain = vault.workFile();
        Path clean = vault.workFile();
        try {
            try (InputStream in = files.open(file.attachmentId())) {
                Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(clean);
            FileType type = FileType.of(file.type()).orElseThrow();
            Cleaning.Outcome outcome = Cleaning.clean(plain, type, clean);
            Files.copy(outcome == Cleaning.Outcome.STRIPPED ? clean : plain, out);
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(clean);
        }
    }
}
