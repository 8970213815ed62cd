package org.fangxin.casefile.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of the cases of a city, a county or an office: of each of its agencies the first rows in the list's order, and of these
 * the first. However many cases an agency has, an index gives its first ones; a range of agencies would be gathered whole
 * and sorted.
 *
 * @param sql the statement
 * @param values what is bound to it
 */
record ByAgency(String sql, List<Object> values) {
    /** Agencies that have cases here, found one behind the other without going through their cases. */
    private static final String HELD = """
            with recursive held (code) as (
                (select agency_code from casefile.case_file where %1$s order by agency_code limit 1)
                union all
                select (select agency_code from casefile.case_file where %1$s and agency_code > held.code
                         order by agency_code limit 1)
                  from held where held.code is not null)
            """.formatted(InSight.IN_RANGE);

    /**
     * @param rows a select with its condition
     * @param bound its values
     * @param order how the list goes
     * @param disputed cases of other agencies that belong to the list (Art. 33)
     */
    static ByAgency of(String rows, List<Object> bound, String order, int most, List<Long> disputed) {
        List<Object> values = new ArrayList<>(bound);
        values.add(most);
        String mine = rows + " and agency_code = held.code" + order + " limit ?";
        String all = "select mine.* from held cross join lateral (" + mine + ") mine";
        if (!disputed.isEmpty()) {
            values.addAll(bound);
            values.add(disputed.toArray(Long[]::new));
            all += " union all (" + rows + " and id = any (?))";
        }
        values.add(most);
        return new ByAgency(HELD + "select * from (" + all + ") found" + order + " limit ?", List.copyOf(values));
    }
}
