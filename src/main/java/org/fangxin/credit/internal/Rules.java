package org.fangxin.credit.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.store.RuleStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which rule table holds: the agency's own, else that of the nearest agency above, else the one that ships. */
@Component
public class Rules {
    private static final String SHIPPED = "00";
    private static final int COUNTY = 6;

    private final RuleStore store;
    private final Agencies agencies;

    Rules(RuleStore store, Agencies agencies) {
        this.store = store;
        this.agencies = agencies;
    }

    /** The agency that grades for this officer: an office (所) works for its county. */
    public static String grading(SignedIn who) {
        String code = who.agencyCode();
        return code.length() > COUNTY ? code.substring(0, COUNTY) : code;
    }

    @Transactional(readOnly = true)
    public Version on(String agency, LocalDate day) {
        List<String> line = new ArrayList<>(List.of(agency));
        Optional<Agency> above = agencies.superior(agency);
        while (above.isPresent()) {
            line.add(above.get().code());
            above = agencies.superior(above.get().code());
        }
        line.add(SHIPPED);
        return line.stream()
                .flatMap(code -> store.on(code, day).stream())
                .findFirst()
                .orElseThrow(() -> Problem.invalid("validFrom", "no-rule", "这一天没有评级规则。"));
    }

    @Transactional(readOnly = true)
    public Version find(String agency, int no) {
        return store.find(agency, no).orElseThrow(Problem::notFound);
    }

    /** Versions of the agency's own, newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(String agency) {
        return store.of(agency);
    }
}
