package org.fangxin.abuse.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.fangxin.abuse.Indicator;
import org.fangxin.abuse.store.PersonCases;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.law.Settings;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts beside a complaint, by the thresholds of the city or a higher agency (Art. 17, paragraph 2). */
@Component
public class Indicators {
    /** Length of a city's code; what a county or a 所 chose does not count. */
    private static final int CITY = 4;

    private final CaseFiles cases;
    private final PersonCases people;
    private final Settings settings;
    private final InstantSource clock;

    Indicators(CaseFiles cases, PersonCases people, Settings settings, InstantSource clock) {
        this.cases = cases;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Empty for other cases than complaints: who reported is nobody's to count (Art. 37).
     *
     * @throws Problem 404 when the caller does not see the case
     */
    @Transactional(readOnly = true)
    public List<Indicator> of(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        if (state.kind() != Kind.COMPLAINT) {
            return List.of();
        }
        Thresholds from = thresholds(state.agency());
        return Facts.of(people.of(caseNo, clock.instant().minus(Duration.ofDays(from.days()))), from);
    }

    private Thresholds thresholds(String agency) {
        String city = agency.length() > CITY ? agency.substring(0, CITY) : agency;
        return new Thresholds(
                settings.number("abuse.days", city),
                settings.number("abuse.sameMatter", city),
                settings.number("abuse.merchants", city),
                settings.number("abuse.names", city),
                settings.number("abuse.addressNames", city),
                settings.number("abuse.quantity", city));
    }
}
