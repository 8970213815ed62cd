package org.fangxin.greenchannel.internal;

import java.io.IOException;
import java.io.OutputStream;
import org.fangxin.greenchannel.store.ThreadStore;
import org.fangxin.intake.SharedFiles;
import org.fangxin.intake.SharedFiles.Shared;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;

/** The files that consumer and merchant gave each other in a thread, and no other file of the case. */
@Component
public class GivenFiles {
    private final Own own;
    private final ThreadStore threads;
    private final SharedFiles files;

    GivenFiles(Own own, ThreadStore threads, SharedFiles files) {
        this.own = own;
        this.threads = threads;
        this.files = files;
    }

    /** @throws Problem 404 for a file that was not given in this thread */
    public Shared find(String caseNo, String attachmentId) {
        return own.program(() -> threads.gave(caseNo, attachmentId)
                        ? files.find(attachmentId)
                        : java.util.Optional.<Shared>empty())
                .orElseThrow(Problem::notFound);
    }

    public void copy(Shared file, OutputStream out) throws IOException {
        files.copy(file, out);
    }
}
