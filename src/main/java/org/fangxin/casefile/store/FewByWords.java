package org.fangxin.casefile.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The few cases that the words of a list's box can be in, so that no list reads the texts of a whole province for a word that
 * hardly anybody wrote. The list's own condition still decides; this only says where it need not look.
 */
@Component
class FewByWords {
    /** So many entries may wait to be read into the index of words: their cases are looked at one by one. */
    private static final int WAITING = 2_000;

    private static final String PLACE = "select xid::text from casefile.reader where name = 'search'";
    private static final String NOT_READ = """
            select case_id from casefile.journal
             where (xid, seq) > (select xid, seq from casefile.reader where name = 'search') limit ?""";
    private static final String NAMED = "select case_id from casefile.party where name_index = any (?) limit ?";

    private final JdbcClient jdbc;
    private final CasesByWords words;
    private final BlindIndex index;

    FewByWords(JdbcClient jdbc, CasesByWords words, BlindIndex index) {
        this.jdbc = jdbc;
        this.words = words;
        this.index = index;
    }

    /**
     * Ids among which every case lies that the words are in; empty when there are too many for that to help, or the words are
     * of a kind that the index does not take apart as they stand: a single character, part of a number. Empty below a province
     * too: its own cases are few, and while the index is made anew its part of the journal would have to be sought in all of it.
     */
    Optional<List<Long>> of(WorklistFilter filter) {
        String text = filter.words();
        if (text == null
                || !InSight.wide()
                || !inPairs(text)
                || jdbc.sql(PLACE).query(String.class).optional().isEmpty()) {
            return Optional.empty();
        }
        List<Long> waiting = ids(NOT_READ, WAITING + 1);
        if (waiting.size() > WAITING) {
            return Optional.empty();
        }
        List<Long> holding = words.holding(List.of(text));
        List<Long> named = named(text);
        if (holding.size() > CasesByWords.MOST || named.size() > CasesByWords.MOST) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(waiting, holding, named)
                .flatMap(List::stream)
                .distinct()
                .toList());
    }

    private static boolean inPairs(String text) {
        return text.codePointCount(0, text.length()) > 1 && text.codePoints().allMatch(Character::isIdeographic);
    }

    private List<Long> named(String text) {
        byte[][] names = index.candidates(BlindIndex.Kind.NAME, text).toArray(byte[][]::new);
        return ids(NAMED, names, CasesByWords.MOST + 1);
    }

    private List<Long> ids(String sql, Object... values) {
        return jdbc.sql(sql)
                .params(List.of(values))
                .query((rs, n) -> rs.getLong(1))
                .list();
    }
}
