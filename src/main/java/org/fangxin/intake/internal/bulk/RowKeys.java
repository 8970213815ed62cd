package org.fangxin.intake.internal.bulk;

import org.fangxin.intake.Submission;
import org.fangxin.intake.store.Macs;
import org.springframework.stereotype.Component;

/**
 * By what a row is known again: its number within files of one kind, else all that it says. Numbers of different systems
 * may coincide, so the kind of file counts too.
 */
@Component
class RowKeys {
    /** Fingerprints of the row and of what it says. */
    record Key(byte[] row, byte[] content) {}

    private final Macs macs;

    RowKeys(Macs macs) {
        this.macs = macs;
    }

    Key of(RowReading.Good good, String headerSm3) {
        Submission s = good.submission();
        byte[] content = macs.lasting(
                "IMPORT-CONTENT",
                s.content(),
                String.valueOf(s.person()),
                String.valueOf(s.merchant()),
                String.valueOf(s.occurredOn()),
                String.valueOf(s.amount()),
                s.demands().toString());
        return good.externalNo().isEmpty()
                ? new Key(content, content)
                : new Key(macs.lasting("IMPORT-NUMBER", headerSm3, good.externalNo()), content);
    }
}
