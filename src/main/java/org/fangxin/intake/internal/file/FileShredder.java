package org.fangxin.intake.internal.file;

import java.io.IOException;
import org.fangxin.intake.DestroyedFiles;
import org.springframework.stereotype.Component;

/** {@link DestroyedFiles} in the folder of sealed files. */
@Component
class FileShredder implements DestroyedFiles {
    private final FileVault vault;

    FileShredder(FileVault vault) {
        this.vault = vault;
    }

    @Override
    public void destroy(String attachmentId) throws IOException {
        vault.delete(attachmentId);
    }
}
