package org.fangxin.casefile;

import java.util.List;
import org.fangxin.casefile.entry.Entry;

/** What the procedure answers to an act: entries for the journal, or a refusal as a value. */
public sealed interface Decision {
    /**
     * The act stands.
     *
     * @param entries in order; at least one
     * @param opens other cases that this act opens in the same transaction (split, clue, conversion)
     * @param elsewhere entries for other existing cases (merged reports)
     * @param warnings Chinese sentences for the officer: the act stands, but something is unusual
     */
    record Taken(List<Entry> entries, List<Opening> opens, List<Elsewhere> elsewhere, List<String> warnings)
            implements Decision {
        public Taken {
            entries = List.copyOf(entries);
            opens = List.copyOf(opens);
            elsewhere = List.copyOf(elsewhere);
            warnings = List.copyOf(warnings);
        }

        public Taken(List<Entry> entries, List<Opening> opens, List<Elsewhere> elsewhere) {
            this(entries, opens, elsewhere, List.of());
        }
    }

    /**
     * The law or the procedure forbids it.
     *
     * @param articles e.g. 第四十一条; may be empty when no article but the procedure itself forbids
     * @param why a Chinese sentence that names the act that would be right
     */
    record Refused(String code, List<String> articles, String why) implements Decision {}

    /** Fields are missing or wrong. */
    record Invalid(List<FieldFault> faults) implements Decision {}

    /** One faulty field: path, stable code, Chinese sentence that says what to do. */
    record FieldFault(String field, String code, String message) {}

    /**
     * A case to be opened from this one; it copies the narrative, goods and merchant of its origin as the gate knows
     * them. Parties that {@code received} names are copied from the origin, each in the role it has there; when it names
     * none, all are copied if {@code withParties}.
     *
     * @param placeholder the token that stands for its number in {@code entries}; the gate replaces it
     */
    record Opening(String placeholder, Kind kind, Entry.Received received, boolean withParties) {}

    /** Entries for another existing case. */
    record Elsewhere(String caseNo, List<Entry> entries) {}

    static Decision taken(Entry... entries) {
        return new Taken(List.of(entries), List.of(), List.of());
    }

    static Decision taken(List<Entry> entries) {
        return new Taken(entries, List.of(), List.of());
    }

    static Refused refused(String code, String why, String... articles) {
        return new Refused(code, List.of(articles), why);
    }
}
