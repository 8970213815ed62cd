package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cases that the words of a list's box can be in, so that no list reads the texts of a whole country for a word that hardly
 * anybody wrote. The list's own condition still decides; this only says where it need not look.
 */
@Component
class FewByWords {
    /** So many entries may wait to be read into the index of words: their cases are looked at one by one. */
    private static final int WAITING = 2_000;

    /** So many are gone through one by one before anybody notices. */
    private static final int GONE_THROUGH = 1_000;

    private static final String PLACE = "select xid::text from casefile.reader where name = 'search'";
    private static final String NOT_READ = "select casefile.unheard('search', ?)";
    private static final String SOME = "select count(*) from (select from casefile.case_file where id > ? and "
            + InSight.IN_RANGE + " limit ?) few";
    private static final String NAMED =
            "select case_id from casefile.party where name_index = any (?) or phone_index = any (?) limit ?";

    private static final String OLDEST =
            "select received_at from casefile.case_file where id = any (?) order by received_at limit 1";
    private static final int LAST = 20;

    private final JdbcClient jdbc;
    private final CasesByWords words;
    private final BlindIndex index;
    private final int goneThrough;

    @Autowired
    FewByWords(JdbcClient jdbc, CasesByWords words, BlindIndex index) {
        this(jdbc, words, index, GONE_THROUGH);
    }

    FewByWords(JdbcClient jdbc, CasesByWords words, BlindIndex index, int goneThrough) {
        this.jdbc = jdbc;
        this.words = words;
        this.index = index;
        this.goneThrough = goneThrough;
    }

    /**
     * Cases that the words can be in.
     *
     * @param all whether every case lies among them that the words are in; otherwise they are the newest of many
     * @param since of what came in after it, all that the words are in lies among them; null where nothing is known
     */
    record Few(List<Long> ids, boolean all, @Nullable Instant since) {}

    /**
     * Where there are many cases, what one of the words asked for is in: the first that few have, or else the first of all.
     * Letters and digits count as they stand apart, numbers of cases whole or by their last parts. Empty without words, where the
     * cases are few, and while the index of words is made anew, as all that it has not read would have to be gone through.
     */
    Optional<Few> of(WorklistFilter filter) {
        List<String> asked = filter.eachWord();
        if (asked.isEmpty()
                || !many()
                || jdbc.sql(PLACE).query(String.class).optional().isEmpty()) {
            return Optional.empty();
        }
        List<Long> waiting = ids(NOT_READ, WAITING + 1);
        if (waiting.size() > WAITING) {
            return Optional.empty();
        }
        Few first = null;
        for (String word : asked) {
            Few few = holding(word, waiting);
            if (few.all()) {
                return Optional.of(few);
            }
            first = first == null ? few : first;
        }
        return Optional.ofNullable(first);
    }

    private boolean many() {
        return InSight.wide()
                || jdbc.sql(SOME)
                                .params(0L, goneThrough + 1)
                                .query(Integer.class)
                                .single()
                        > goneThrough;
    }

    private Few holding(String word, List<Long> waiting) {
        List<Long> holding = words.holding(List.of(word));
        List<Long> named = ids(
                NAMED, prints(BlindIndex.Kind.NAME, word), prints(BlindIndex.Kind.PHONE, word), CasesByWords.MOST + 1);
        List<Long> ids = Stream.of(waiting, holding, named)
                .flatMap(List::stream)
                .distinct()
                .toList();
        if (named.size() > CasesByWords.MOST) {
            return new Few(ids, false, null);
        }
        boolean all = holding.size() <= CasesByWords.MOST;
        return new Few(ids, all, all ? null : oldest(holding));
    }

    /** When the oldest of them came in; of the last ones, as one may have become invisible since it was read. */
    private @Nullable Instant oldest(List<Long> newestFirst) {
        List<Long> last = newestFirst.subList(Math.max(0, newestFirst.size() - LAST), newestFirst.size());
        return jdbc.sql(OLDEST)
                .param(last.toArray(Long[]::new))
                .query((rs, n) -> rs.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private byte[][] prints(BlindIndex.Kind kind, String word) {
        return index.candidates(kind, word).toArray(byte[][]::new);
    }

    private List<Long> ids(String sql, Object... values) {
        return jdbc.sql(sql)
                .params(List.of(values))
                .query((rs, n) -> rs.getLong(1))
                .list();
    }
}
