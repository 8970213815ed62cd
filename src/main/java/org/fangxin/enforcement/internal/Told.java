package org.fangxin.enforcement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.jspecify.annotations.Nullable;

/**
 * What one entry tells, in the words of a paper.
 *
 * @param seq of the entry
 * @param texts what was written beside it, by field
 * @param names display names of everybody by id
 * @param certificates numbers of their certificates, of those who have one on the register
 * @param merchant the case's business, or empty
 */
record Told(
        String caseNo,
        long seq,
        Instant at,
        String actor,
        Map<String, String> texts,
        Map<String, String> names,
        Map<String, String> certificates,
        String merchant) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH时mm分").withZone(Fields.ZONE);

    String text(String field) {
        return texts.getOrDefault(field, "");
    }

    String name(@Nullable String person) {
        return person == null ? "" : names.getOrDefault(person, person);
    }

    String names(List<String> persons) {
        return persons.stream().map(this::name).collect(Collectors.joining("、"));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** A code of a field of an act of a report, in the words of its form. */
    static String label(Act act, String field, String code) {
        return Procedures.rule(act, Kind.REPORT).stream()
                .flatMap(rule -> rule.fields().stream())
                .filter(one -> one.name().equals(field))
                .flatMap(one -> one.options().stream())
                .filter(option -> option.code().equals(code))
                .map(option -> option.label())
                .findFirst()
                .orElse(code);
    }
}
