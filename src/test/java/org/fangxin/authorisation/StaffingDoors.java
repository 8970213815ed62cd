package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of staffing. No absence is planted: those doors say 404 to everybody. */
final class StaffingDoors {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] HEADS = {UNIT_HEAD, LEADER, SUPERIOR};
    private static final String ABSENCES = "/api/v1/staffing/absences";
    private static final String ONE = ABSENCES + "/{absenceId}";
    private static final String NONE = "404 here: none is planted";

    private StaffingDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/staffing/standing", SIGNED_IN, OFFICERS).noted("the caller's own"),
                Door.of("GET /api/v1/staffing/workload", SIGNED_IN, HEADS).noted("of the own subtree"),
                Door.of("GET /api/v1/staffing/cases/{caseNo}/proposal", CASE, INTAKE, UNIT_HEAD),
                Door.of("GET /api/v1/staffing/rules", SIGNED_IN, INTAKE, UNIT_HEAD, LEADER, SUPERIOR)
                        .noted("of a unit in the own subtree"),
                Door.of("POST /api/v1/staffing/rules", SIGNED_IN, UNIT_HEAD, LEADER)
                        .sending("{}")
                        .noted("for the own unit and those that act in its name"),
                Door.of("POST /api/v1/staffing/rules/drafts/{draftId}/decision", SIGNED_IN, LEADER)
                        .at("/api/v1/staffing/rules/drafts/999999/decision")
                        .sending("{\"activate\":true}")
                        .saying(404)
                        .noted(NONE),
                Door.of("GET " + ABSENCES, SIGNED_IN, OFFICERS)
                        .at(ABSENCES + "?from=2026-05-01&to=2026-05-07")
                        .noted("of the own subtree; reasons for the person and heads"),
                Door.of("POST " + ABSENCES, SIGNED_IN, OFFICERS)
                        .sending("{}")
                        .noted("for oneself; heads also for others of the own subtree"),
                none("POST", "/decision", HEADS).sending("{\"approve\":true}"),
                none("POST", "/withdraw", OFFICERS),
                none("POST", "/return", OFFICERS),
                none("GET", "/handover", OFFICERS),
                none("POST", "/handover", OFFICERS).sending("{\"phase\":\"START\"}"));
    }

    private static Door none(String method, String end, Role... roles) {
        return Door.of(method + " " + ONE + end, SIGNED_IN, roles)
                .at(ABSENCES + "/999999" + end)
                .saying(404)
                .noted(NONE);
    }
}
