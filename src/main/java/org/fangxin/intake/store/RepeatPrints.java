package org.fangxin.intake.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.ReporterMatch;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.database.Inserts;
import org.fangxin.intake.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keyed fingerprints of who reported (Art. 35). The application writes them and cannot read a row: the database answers
 * which reports in the transaction's sight share one, and with what.
 */
@Component
public class RepeatPrints implements ReporterMatch {
    private static final String TRACKING = "REPORT-TRACKING";

    private final JdbcClient jdbc;
    private final BlindIndex index;
    private final Macs macs;
    private final Inserts inserts;

    RepeatPrints(JdbcClient jdbc, BlindIndex index, Macs macs, Inserts inserts) {
        this.jdbc = jdbc;
        this.index = index;
        this.macs = macs;
        this.inserts = inserts;
    }

    /** What a fingerprint is of. */
    private enum Print {
        ID_NUMBER,
        PHONE,
        EMAIL,
        NAME,
        TRACKING
    }

    private record Pair(String caseNo, Print print) {}

    private record Compared(Print print, boolean same) {}

    /** Beside the vault, under every key that there is: what an earlier key wrote is found too. */
    void note(String caseNo, String submissionNo, Submission.Person person) {
        note(caseNo, Print.PHONE, all(BlindIndex.Kind.PHONE, person.phone()));
        note(caseNo, Print.ID_NUMBER, all(BlindIndex.Kind.ID_NUMBER, person.idNumber()));
        note(caseNo, Print.NAME, all(BlindIndex.Kind.NAME, person.name()));
        String email = person.email();
        if (email != null) {
            note(
                    caseNo,
                    Print.EMAIL,
                    List.of(macs.lasting("REPORT-EMAIL", email.strip().toLowerCase(Locale.ROOT))));
        }
        note(caseNo, Print.TRACKING, List.of(macs.lasting(TRACKING, submissionNo)));
    }

    private List<byte[]> all(BlindIndex.Kind kind, @Nullable String value) {
        return value == null || value.isBlank() ? List.of() : index.candidates(kind, value);
    }

    private void note(String caseNo, Print print, List<byte[]> values) {
        for (byte[] value : values) {
            inserts.add(
                    "insert into intake.reporter_print (case_no, kind, print) values (?, ?, ?)",
                    caseNo,
                    print.name(),
                    value);
        }
    }

    /** The same reporter behind another number. */
    void copy(String from, String to) {
        jdbc.sql("select intake.copy_prints(?, ?)").params(from, to).query(rs -> {});
    }

    /** Reports in sight by the same reporter, with how that is known; never more than the transaction sees. */
    @Transactional(readOnly = true)
    public Map<String, Set<KnownBy>> same(String caseNo) {
        Map<String, Set<Print>> shared = new HashMap<>();
        jdbc.sql("select case_no, kind from intake.same_reporter(?)")
                .param(caseNo)
                .query((rs, n) -> new Pair(rs.getString(1), Print.valueOf(rs.getString(2))))
                .list()
                .forEach(pair -> shared.computeIfAbsent(pair.caseNo(), no -> EnumSet.noneOf(Print.class))
                        .add(pair.print()));
        Map<String, Set<KnownBy>> same = new LinkedHashMap<>();
        shared.forEach((other, prints) -> {
            Set<KnownBy> known = known(prints);
            if (!known.isEmpty()) {
                same.put(other, known);
            }
        });
        return same;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<KnownBy, Boolean> compare(String caseNo, String otherCaseNo) {
        Map<Print, Boolean> compared = new EnumMap<>(Print.class);
        jdbc.sql("select kind, same from intake.compare_reporters(?, ?)")
                .params(caseNo, otherCaseNo)
                .query((rs, n) -> new Compared(Print.valueOf(rs.getString(1)), rs.getBoolean(2)))
                .list()
                .forEach(one -> compared.put(one.print(), one.same()));
        Map<KnownBy, Boolean> known = new EnumMap<>(KnownBy.class);
        any(compared, Print.PHONE, Print.EMAIL).ifPresent(same -> known.put(KnownBy.CONTACT, same));
        any(compared, Print.TRACKING).ifPresent(same -> known.put(KnownBy.TRACKING_CODE, same));
        // a name may be written in two ways: only the ID number says no, name and telephone together say yes
        any(compared, Print.ID_NUMBER).ifPresent(same -> known.put(KnownBy.IDENTITY, same));
        if (compared.getOrDefault(Print.NAME, false) && compared.getOrDefault(Print.PHONE, false)) {
            known.putIfAbsent(KnownBy.IDENTITY, true);
        }
        return known;
    }

    private static Optional<Boolean> any(Map<Print, Boolean> compared, Print... prints) {
        List<Boolean> told = Arrays.stream(prints)
                .filter(compared::containsKey)
                .map(compared::get)
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(told.contains(true));
    }

    private static Set<KnownBy> known(Collection<Print> prints) {
        Set<KnownBy> known = EnumSet.noneOf(KnownBy.class);
        if (prints.contains(Print.ID_NUMBER) || prints.containsAll(List.of(Print.NAME, Print.PHONE))) {
            known.add(KnownBy.IDENTITY);
        }
        if (prints.contains(Print.PHONE) || prints.contains(Print.EMAIL)) {
            known.add(KnownBy.CONTACT);
        }
        if (prints.contains(Print.TRACKING)) {
            known.add(KnownBy.TRACKING_CODE);
        }
        return known;
    }
}
