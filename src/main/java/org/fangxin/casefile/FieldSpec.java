package org.fangxin.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an act's body, as {@code GET /api/v1/acts} shows it and the desk draws it.
 *
 * @param options for CODE and CODES: what may be chosen, each with its article when it has one
 * @param hint what to write, in plain Chinese; null when the label says it all
 */
public record FieldSpec(
        String name,
        String label,
        Type type,
        boolean required,
        List<Option> options,
        @Nullable String hint) {
    /**
     * TEXT is free text: kept beside the journal, never in it. CASE, PARTY, OFFICER and AGENCY hold ids; FILES ids of
     * files of the same case, which the gate checks. PERSON holds name, phone, idNumber, address and email of somebody
     * who joins the case: sealed among its parties, and nowhere else. ITEMS are the points of an agreement, whose words
     * are kept as free text; UPLOADS ids of uploads that the act takes into the case. A CHECKLIST is one of
     * {@link SiteChecklists} with an answer to each point, whose remarks are kept as free text. A PROPOSAL is what a rule
     * proposed when the officer chose: {@code assignmentRule} and {@code proposed}, carried along and never typed.
     */
    public enum Type {
        TEXT,
        CODE,
        CODES,
        DATE,
        DATETIME,
        AMOUNT,
        INTEGER,
        BOOLEAN,
        OFFICER,
        OFFICERS,
        AGENCY,
        CASE,
        PARTY,
        LIST,
        APPROVAL,
        NOTICE,
        FILES,
        PERSON,
        ITEMS,
        UPLOADS,
        CHECKLIST,
        PROPOSAL
    }

    public record Option(
            String code, String label, @Nullable String article) {}

    public static FieldSpec of(String name, String label, Type type, boolean required) {
        return new FieldSpec(name, label, type, required, List.of(), null);
    }

    public static FieldSpec choice(String name, String label, Type type, boolean required, Option... options) {
        return new FieldSpec(name, label, type, required, List.of(options), null);
    }

    public FieldSpec hinted(String text) {
        return new FieldSpec(name, label, type, required, options, text);
    }
}
