package org.fangxin.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a base backup is made of.
 *
 * @param form of this paper; 1
 * @param program the version that made it
 * @param system the database's own number
 * @param timeline eight hexadecimal digits; a restored database has a new one
 * @param firstWal name of the first file of the log that it needs
 * @param lastWal name of the last one
 * @param startLsn where in the log it begins
 * @param stopLsn where in the log it is whole
 * @param startedAt when it began
 * @param wholeAt the earliest moment to which it can be put back
 * @param landmarks where the records stood, by name: last case, head of the audit log
 * @param files of the data folder and the log, below the backup's folder
 * @param attachments sealed files, below the folder {@code files} beside it
 */
record Manifest(
        int form,
        String program,
        String system,
        String timeline,
        String firstWal,
        String lastWal,
        String startLsn,
        String stopLsn,
        Instant startedAt,
        Instant wholeAt,
        Map<String, String> landmarks,
        List<Piece> files,
        List<Piece> attachments) {
    long bytes() {
        return files.stream().mapToLong(Piece::size).sum();
    }

    long attachedBytes() {
        return attachments.stream().mapToLong(Piece::size).sum();
    }
}
