package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.OWN_COUNTY;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of fast reaction. No shift and no swap is planted: those doors say 404 to everybody. */
final class RapidDoors {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] PLANNERS = {UNIT_HEAD, LEADER, INTAKE};
    private static final String RAPID = "/api/v1/rapid";
    private static final String CASES = RAPID + "/cases/{caseNo}";
    private static final String ROSTER = RAPID + "/roster";
    private static final String NONE = "404 here: none is planted";

    private RapidDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET " + RAPID + "/board", SIGNED_IN, OFFICERS).noted("cases that may be seen"),
                Door.of("GET " + RAPID + "/own", SIGNED_IN, OFFICERS).noted("cases to which the caller was sent"),
                Door.of("GET " + RAPID + "/figures", SIGNED_IN, OFFICERS).noted("of cases that may be seen"),
                Door.of("GET " + RAPID + "/figures/{figure}", SIGNED_IN, OFFICERS)
                        .at(RAPID + "/figures/ARRIVE")
                        .noted("of cases that may be seen"),
                Door.of("GET " + CASES, CASE, OFFICERS),
                Door.of("POST " + CASES + "/dispatch", CASE, OFFICERS)
                        .sending("{}")
                        .noted("the act dispatch asks for its own roles"),
                Door.of("POST " + CASES + "/hints/{kind}", CASE, OFFICERS)
                        .at(CASES + "/hints/FOOD")
                        .sending("{\"confirmed\":false}")
                        .noted("the acts that flag ask for their own roles"),
                Door.of("POST " + CASES + "/excuses", CASE, OFFICERS)
                        .sending("{\"rule\":\"promise.timely.distribute\"}"),
                Door.of("POST " + CASES + "/visits", CASE, OFFICERS)
                        .sending("{}")
                        .noted("the act record-arrival asks for its own roles"),
                Door.of("GET " + RAPID + "/places", SIGNED_IN, OFFICERS).noted("of the own county"),
                Door.of("PUT " + RAPID + "/places/{division}", OWN_COUNTY, UNIT_HEAD, LEADER)
                        .at(RAPID + "/places/620826")
                        .sending("{\"area\":\"TOWN\"}"),
                Door.of("GET " + ROSTER, SIGNED_IN, OFFICERS).at(ROSTER + "?from=2026-05-01&to=2026-05-07"),
                Door.of("POST " + ROSTER + "/shifts", SIGNED_IN, PLANNERS)
                        .sending("{}")
                        .noted("for the own subtree"),
                Door.of("PUT " + ROSTER + "/shifts/{shiftId}", SIGNED_IN, PLANNERS)
                        .at(ROSTER + "/shifts/999999")
                        .sending("{}")
                        .saying(404)
                        .noted(NONE),
                Door.of("DELETE " + ROSTER + "/shifts/{shiftId}", SIGNED_IN, PLANNERS)
                        .at(ROSTER + "/shifts/999999")
                        .saying(404)
                        .noted(NONE),
                Door.of("POST " + ROSTER + "/import multipart/form-data", SIGNED_IN, PLANNERS)
                        .at(ROSTER + "/import")
                        .sendingFile("")
                        .saying(422)
                        .noted("a file is needed; for the own agency"),
                Door.of("POST " + ROSTER + "/copy", SIGNED_IN, PLANNERS)
                        .sending("{}")
                        .noted("for the own subtree"),
                Door.of("POST " + ROSTER + "/shifts/{shiftId}/swaps", SIGNED_IN, OFFICERS)
                        .at(ROSTER + "/shifts/999999/swaps")
                        .sending("{}")
                        .saying(404)
                        .noted(NONE),
                Door.of("POST " + ROSTER + "/swaps/{swapId}/answer", SIGNED_IN, OFFICERS)
                        .at(ROSTER + "/swaps/999999/answer")
                        .sending("{}")
                        .saying(404)
                        .noted(NONE));
    }
}
