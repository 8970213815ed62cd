package org.fangxin.casefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.internal.FilterWords;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the worklist; every null means "any".
 *
 * @param view open (default without stage and words), toDecide, toVerify, toAnswer, waiting, closed, all
 * @param officer person id in charge; {@code none}: nobody is
 * @param agency code of a subtree inside the caller's scope
 * @param heldBy the one agency or office whose cases these are, without those below it
 * @param due OVERDUE, TODAY, NEAR
 * @param owed only those of which somebody is still to be told, closed ones too
 * @param words case number, merchant, text, or a phone number or name in full; several with blanks between them must all be there
 * @param textsOf the person in whose own cases alone text, names and telephones are searched: who only mediates reads the
 *     whitelist of other cases (Art. 37) and may not learn the rest by asking for it; null: in all that the scope shows
 */
public record WorklistFilter(
        @Nullable String view,
        List<String> kinds,
        List<String> stages,
        @Nullable String agency,
        @Nullable String heldBy,
        @Nullable String officer,
        @Nullable String category,
        @Nullable String merchant,
        @Nullable String due,
        @Nullable LocalDate dueBefore,
        boolean owed,
        @Nullable String words,
        @Nullable String textsOf) {
    /** Stands for a case that nobody is in charge of. */
    public static final String NOBODY = "none";

    /**
     * The filter as it comes in by name: from an address, a saved view or an export's request.
     *
     * @param asked names and values; blank values narrow nothing
     * @throws org.fangxin.problem.Problem 422 for a name or a value that is not known, with what may stand there
     */
    public static WorklistFilter of(Map<String, String> asked, Actor reader) {
        return FilterWords.read(asked, reader);
    }

    /** Whether this is the very list whose counter stands on the first tab. */
    public boolean isPlain() {
        WorklistFilter plain = plain();
        return equals(plain) || view == null && equals(plain.viewed(null));
    }

    /** The words one by one: a case is found that has each of them somewhere. */
    public List<String> eachWord() {
        return words == null ? List.of() : eachWord(words);
    }

    /** Words as they are typed, taken apart at the blanks. */
    public static List<String> eachWord(String typed) {
        return Arrays.stream(typed.split("[\\s\u3000]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private WorklistFilter viewed(@Nullable String other) {
        return new WorklistFilter(
                other, kinds, stages, agency, heldBy, officer, category, merchant, due, dueBefore, owed, words,
                textsOf);
    }

    /** The plain list of the same people and agency: what the tabs count. */
    public WorklistFilter plain() {
        return new WorklistFilter(
                "open", kinds, List.of(), agency, heldBy, officer, null, null, null, null, false, null, null);
    }
}
