package org.fangxin.document.internal;

import java.util.List;
import java.util.Map;
import org.fangxin.document.Blank;
import org.fangxin.document.Documents.Draft;
import org.fangxin.document.store.Letterheads.Letterhead;

/**
 * A form ready to be printed but for its number.
 *
 * @param agency code of the agency that issues it
 * @param olderLaw whether Order 20 governs the case
 * @param values what stands at each placeholder
 */
record Composition(
        Draft draft,
        String agency,
        int year,
        Letterhead letterhead,
        boolean olderLaw,
        Signatures.Template template,
        List<Blank> blanks,
        Map<String, Object> values) {

    /** Labels of what is still to be written. */
    List<Blank> missing() {
        return blanks.stream()
                .filter(blank -> blank.required() && blank.value().isBlank())
                .toList();
    }

    /** As printed, e.g. 崇市监投受〔2026〕第3号. */
    String number(int serial) {
        return letterhead.mark() + draft.form().mark() + "〔" + year + "〕第" + serial + "号";
    }

    boolean sealed() {
        return draft.form().sealed() && letterhead.seal() != null;
    }
}
