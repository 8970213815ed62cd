package org.fangxin.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Files that one party of a complaint gives to the other: without the place, author and device that a file can carry. */
public interface SharedFiles {
    /** What is told of a file before it is given out. */
    record Shared(String attachmentId, String fileName, String type, long size) {}

    /** Empty for an unknown id. The caller has checked that the file was given to who asks. */
    Optional<Shared> find(String attachmentId);

    /** Writes a cleaned copy; the file itself stays as it came. */
    void copy(Shared file, OutputStream out) throws IOException;
}
