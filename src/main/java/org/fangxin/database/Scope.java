package org.fangxin.database;

import java.util.Set;

/**
 * What one transaction may see and write; row-level security on every table with case or personal data holds it.
 *
 * @param from first agency code seen (inclusive), e.g. {@code 6208}; empty for the nation
 * @param to first code no longer seen (exclusive), e.g. {@code 6209}; {@code :} for the nation
 * @param person id of the officer acting, or empty
 * @param reports which reports may be seen: all in the range, only those the person is in charge of, or none
 * @param leads heads a unit or the agency: then also reports about whose competence the agency disputes (Art. 33)
 * @param standsFor ids of absent people whom the person substitutes at this moment
 */
public record Scope(String from, String to, String person, Reports reports, boolean leads, Set<String> standsFor) {
    public Scope {
        standsFor = Set.copyOf(standsFor);
    }

    public Scope(String from, String to, String person, Reports reports) {
        this(from, to, person, reports, false, Set.of());
    }

    /** Sight of reports (Art. 37): existence included. */
    public enum Reports {
        ALL,
        OWN,
        NONE
    }

    /** Sees nothing: what a request without sign-in has. */
    public static final Scope NOTHING = new Scope("", "", "", Reports.NONE);

    /** The program itself: readers, the gate once the decision is taken. Never handed to a request. */
    public static final Scope SYSTEM = new Scope("", ":", "", Reports.ALL);

    /** The half-open range of a subtree: {@code 00} and the empty code mean the nation. */
    public static Scope subtree(String agencyCode, String person, Reports reports) {
        if (agencyCode.isEmpty() || agencyCode.equals("00")) {
            return new Scope("", ":", person, reports);
        }
        int last = agencyCode.length() - 1;
        String end = agencyCode.substring(0, last) + (char) (agencyCode.charAt(last) + 1);
        return new Scope(agencyCode, end, person, reports);
    }

    /** The same for who heads a unit or the agency. */
    public Scope leading() {
        return new Scope(from, to, person, reports, true, standsFor);
    }

    /** The same for who substitutes absent people: what only they are in charge of is in his sight too. */
    public Scope standingFor(Set<String> absent) {
        return new Scope(from, to, person, reports, leads, absent);
    }

    /** Whether an agency's code lies in the range. */
    public boolean covers(String agencyCode) {
        return agencyCode.compareTo(from) >= 0 && agencyCode.compareTo(to) < 0;
    }
}
