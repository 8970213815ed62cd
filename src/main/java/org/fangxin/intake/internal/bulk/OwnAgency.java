package org.fangxin.intake.internal.bulk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.region.Agencies;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whose program this is: the agency that the settings name, else the one that most of the officers belong to. */
@Component
public class OwnAgency {
    private static final String NATION = "00";

    private final People people;
    private final Agencies agencies;
    private final String named;

    OwnAgency(People people, Agencies agencies, @Value("${fangxin.agency:00}") String named) {
        this.people = people;
        this.agencies = agencies;
        this.named = named;
    }

    /** Its code; 总局 when nothing tells. */
    public String code() {
        if (!named.equals(NATION)) {
            return named;
        }
        List<String> homes = Scopes.within(Scope.SYSTEM, () -> people.officers(NATION)).stream()
                .map(officer -> agencies.actingFor(officer.agencyCode()).code())
                .toList();
        Map<String, Long> counts =
                homes.stream().collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(NATION);
    }
}
