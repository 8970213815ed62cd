package org.fangxin.intake;

import java.io.IOException;

/** Takes the sealed content of a stored file away for good; the caller has the right to. */
public interface DestroyedFiles {
    /** Nothing happens for a file that is gone already. */
    void destroy(String attachmentId) throws IOException;
}
