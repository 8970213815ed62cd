package org.fangxin.casefile.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What narrows the worklist; every null means "any".
 *
 * @param view open (default without stage and words), toDecide, toVerify, toAnswer, waiting, closed, all
 * @param officer person id in charge
 * @param agency code of a subtree inside the caller's scope
 * @param due OVERDUE, TODAY, NEAR
 * @param owed only those of which somebody is still to be told, closed ones too
 * @param words case number, merchant, text, or a phone number or name in full
 * @param textsOf the person in whose own cases alone text, names and telephones are searched: who only mediates reads the
 *     whitelist of other cases (Art. 37) and may not learn the rest by asking for it; null: in all that the scope shows
 */
public record WorklistFilter(
        @Nullable String view,
        List<String> kinds,
        List<String> stages,
        @Nullable String agency,
        @Nullable String officer,
        @Nullable String category,
        @Nullable String merchant,
        @Nullable String due,
        @Nullable LocalDate dueBefore,
        boolean owed,
        @Nullable String words,
        @Nullable String textsOf) {}
