package org.fangxin.intake;

import java.io.IOException;
import java.time.Instant;

/** Puts a file that the program has in hand through the same checks as an upload; an act or a message may then take it. */
public interface Evidence {
    /**
     * @param by person id, or null for the program itself
     * @return the id under which an act's {@code attachments} name it
     * @throws org.fangxin.problem.Problem 413 or 422 in a sentence that names the file
     */
    String keep(byte[] content, String fileName, @org.jspecify.annotations.Nullable String by, Instant now)
            throws IOException;
}
