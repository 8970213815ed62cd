package org.fangxin.search.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index is asked.
 *
 * @param everywhere a tsquery over all that a case says
 * @param listed the same over what stands on every list
 * @param bearings a tsquery that goes with each of them: agency, kind, year, class; or empty
 * @param own the person in whose own cases alone everything is searched, in others only what is listed; null: everything
 * @param agency code of the subtree to walk, empty for the nation
 * @param stages one of these, or any when empty
 */
public record Ask(
        String everywhere,
        String listed,
        String bearings,
        @Nullable String own,
        String agency,
        List<String> stages) {

    private static final int PROVINCE = 2;
    private static final int CITY = 4;
    private static final int COUNTY = 6;
    private static final int STATION = 9;

    /** Whether an agency's code is one of the levels whose dates are walked: province, city, county or 所. */
    public static boolean walks(String agency) {
        return agency.length() == PROVINCE
                || agency.length() == CITY
                || agency.length() == COUNTY
                || agency.length() == STATION;
    }

    /** The column whose index is walked, newest first; null for the nation. */
    @Nullable
    String level() {
        return switch (agency.length()) {
            case 0 -> null;
            case PROVINCE -> "province";
            case CITY -> "city";
            case COUNTY -> "county";
            default -> "agency_code";
        };
    }

    /** @param months words of months that narrow it further, or empty */
    String condition(List<Object> values, String months) {
        StringBuilder sql = new StringBuilder();
        if (own == null) {
            sql.append("terms @@ ?::tsquery");
            values.add(with(everywhere, months));
        } else {
            sql.append("(terms @@ ?::tsquery or ? = any (handlers) and terms @@ ?::tsquery)");
            values.addAll(List.of(with(listed, months), own, with(everywhere, months)));
        }
        if (!stages.isEmpty()) {
            sql.append(" and stage = any (?)");
            values.add(stages.toArray(String[]::new));
        }
        return sql.toString();
    }

    /** Whether a hit is one by what is listed alone; always so when everything may be searched. */
    String openly(List<Object> values) {
        if (own == null) {
            return "true";
        }
        values.add(listed);
        return "terms @@ ?::tsquery";
    }

    private String with(String words, String months) {
        List<String> parts = new ArrayList<>(List.of("(" + words + ")"));
        if (!bearings.isEmpty()) {
            parts.add(bearings);
        }
        if (!months.isEmpty()) {
            parts.add(months);
        }
        return String.join(" & ", parts);
    }
}
