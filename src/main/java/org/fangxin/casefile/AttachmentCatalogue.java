package org.fangxin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What is known of stored files; the room that keeps them answers. */
public interface AttachmentCatalogue {
    /** Name as it was sent (made safe), size in bytes, type found by content, SM3 of the content as 64 hex digits. */
    record Info(String attachmentId, String fileName, long size, String type, String sm3) {}

    /** The files of these ids, in their order; unknown ids are left out. The caller has checked the case's scope. */
    List<Info> of(Collection<String> attachmentIds);

    /** Whether the sealed content of a file is there; after a restore it can be missing. */
    boolean isKept(String attachmentId);

    /** The content of a file in clear; the caller has checked the right to see it, and closes it. */
    InputStream open(String attachmentId) throws IOException;

    /**
     * Gives uploads that belong to no case yet to one, in the running transaction; a report's are cleaned of what tells who
     * took them (Art. 37).
     *
     * @return the ids under which the case holds them
     * @throws org.fangxin.problem.Problem 422 for an id that is unknown or belongs to a case already
     */
    List<String> takeFor(Kind kind, List<String> ids, Instant now);

    /**
     * Files of one case for another that comes of it, in the running transaction. Across the wall of Art. 37 they are
     * copies: into a report cleaned of what tells who took them, out of one without the name that a report's file has.
     *
     * @return the ids under which the new case holds them
     */
    List<String> handOver(Kind from, Kind to, List<String> ids, Instant now);
}
