package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.REGISTRAR;

import java.util.List;
import org.fangxin.identity.Role;

/** What is proposed on a case, and how often it was right. */
final class SuggestionDoors {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);

    private SuggestionDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/cases/{caseNo}/suggestions", CASE),
                Door.of(
                                "POST /api/v1/cases/{caseNo}/suggestions/{field}",
                                CASE,
                                INTAKE,
                                REGISTRAR,
                                HANDLER,
                                INVESTIGATOR)
                        .at("/api/v1/cases/{caseNo}/suggestions/urgency")
                        .sending("{}")
                        .noted("the act that it does asks for its own role"),
                Door.of("GET /api/v1/suggestions/figures", SIGNED_IN, OFFICERS).noted("of cases that may be seen"));
    }
}
