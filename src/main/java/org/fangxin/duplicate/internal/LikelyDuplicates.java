package org.fangxin.duplicate.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Kind;
import org.fangxin.duplicate.Likely;
import org.fangxin.duplicate.Likely.Why;
import org.fangxin.duplicate.Told;
import org.fangxin.duplicate.internal.NearNames.Key;
import org.fangxin.duplicate.store.CandidateRows;
import org.fangxin.duplicate.store.CandidateRows.Row;
import org.fangxin.merchant.Likeness;
import org.fangxin.problem.Problem;
import org.fangxin.search.WordsNear;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Likely duplicates within the thread's scope: candidates by business, person and rare words, a few hundred at most; of those
 * what {@link Comparison} finds telling. A report is never compared by who reported (Art. 37).
 */
@Component
public class LikelyDuplicates {
    /** From so many characters on a story can be compared. */
    public static final int TELLING = 20;

    private static final int SHOWN = 10;
    private static final int OF_MERCHANT = 80;
    private static final int OF_PERSON = 60;
    private static final int BY_WORDS = 160;
    /** Art. 16 (4): nobody complains of what is older. */
    static final Duration WINDOW = Duration.ofDays(3 * 365L);

    private static final Comparator<Likely> LIKELIEST = Comparator.comparing(
                    (Likely one) -> one.samePerson() && one.sameMerchant())
            .reversed()
            .thenComparing(Comparator.comparing(Likely::likeness).reversed())
            .thenComparing(Comparator.comparing(Likely::receivedAt).reversed());

    private final CandidateRows rows;
    private final WordsNear words;
    private final NearNames names;
    private final InstantSource clock;

    LikelyDuplicates(CandidateRows rows, WordsNear words, NearNames names, InstantSource clock) {
        this.rows = rows;
        this.words = words;
        this.names = names;
        this.clock = clock;
    }

    /** Of what is being typed; the likeliest first, at most ten. */
    @Transactional(readOnly = true)
    public List<Likely> of(Told told, @Nullable String phone, @Nullable String idNumber, String agency) {
        Map<Long, Set<Why>> person = rows.ofPerson(phone, idNumber, OF_PERSON);
        Optional<Key> core = names.key(told.merchantName(), agency);
        return likely(told, core, person, rows.rows(candidates(told, core, person.keySet(), agency)));
    }

    /**
     * Of a case, as its officer sees it.
     *
     * @throws Problem 404 when the caller does not see the case
     */
    @Transactional(readOnly = true)
    public List<Likely> of(String caseNo, String agency) {
        Row mine = rows.numbered(List.of(caseNo)).stream().findFirst().orElseThrow(Problem::notFound);
        Map<Long, Set<Why>> person =
                mine.kind() == Kind.REPORT ? Map.of() : rows.ofComplainantsOf(mine.id(), OF_PERSON);
        Optional<Key> core = names.key(mine.told().merchantName(), mine.agency());
        List<Row> others = rows.rows(candidates(mine.told(), core, person.keySet(), agency)).stream()
                .filter(row -> row.id() != mine.id() && row.kind() == mine.kind())
                .toList();
        return likely(mine.told(), core, person, others);
    }

    /** Those among these cases that the person is known to have told already. */
    @Transactional(readOnly = true)
    public List<Likely> among(Told told, Collection<String> caseNos) {
        return likely(told, Optional.empty(), Map.of(), rows.numbered(caseNos));
    }

    private Set<Long> candidates(Told told, Optional<Key> core, Collection<Long> ofPerson, String agency) {
        Instant since = clock.instant().minus(WINDOW);
        Set<Long> ids = new LinkedHashSet<>(ofPerson);
        ids.addAll(rows.ofMerchant(told.uscc(), told.merchantName(), since, OF_MERCHANT));
        core.ifPresent(key -> ids.addAll(names.of(key, since, OF_MERCHANT)));
        if (telling(told.content())) {
            ids.addAll(words.of(told.content(), agency, since, BY_WORDS));
        }
        return ids;
    }

    private static boolean telling(String content) {
        return content.codePointCount(0, content.length()) >= TELLING;
    }

    private List<Likely> likely(Told told, Optional<Key> core, Map<Long, Set<Why>> person, List<Row> others) {
        return others.stream()
                .map(row -> compared(told, core, row, person.getOrDefault(row.id(), Set.of())))
                .filter(Comparison::tells)
                .sorted(LIKELIEST)
                .limit(SHOWN)
                .toList();
    }

    private Likely compared(Told told, Optional<Key> core, Row row, Set<Why> person) {
        int likeness = telling(told.content())
                ? Likeness.percent(told.content(), row.told().content())
                : 0;
        String merchant = row.told().merchantName();
        return new Likely(
                row.id(),
                row.caseNo(),
                row.submissionNo(),
                row.kind(),
                row.stage(),
                row.agency(),
                row.receivedAt(),
                merchant == null ? "" : merchant,
                row.told().content(),
                Comparison.reasons(told, row.told(), near(core, row), person, likeness),
                likeness);
    }

    private boolean near(Optional<Key> core, Row row) {
        return core.isPresent() && core.equals(names.key(row.told().merchantName(), row.agency()));
    }
}
