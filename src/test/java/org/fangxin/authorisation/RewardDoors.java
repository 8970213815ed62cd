package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.EVERYBODY;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.REGISTRAR;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** Rewards: their part of the table. */
final class RewardDoors {
    private static final Role[] LINE = {INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final Role[] HEADS = {UNIT_HEAD, LEADER};
    private static final String TRACKING = "with number and tracking code together; rate-limited";
    private static final String OWN = "/api/v1/submissions/{fresh}/reward";
    private static final String CODE = "{\"trackingCode\":\"0000000000000000\",\"caseNo\":\"620826-990101-0001\"}";

    private RewardDoors() {}

    static List<Door> all() {
        List<Door> all = new java.util.ArrayList<>(penalties());
        all.addAll(rewards());
        return all;
    }

    private static List<Door> penalties() {
        String file = "/api/v1/cases/{caseNo}/penalty-file";
        return List.of(
                Door.of("GET /api/v1/penalty-files", SIGNED_IN, INVESTIGATOR, UNIT_HEAD, LEADER, SUPERIOR)
                        .noted("of reports that may be seen"),
                Door.of("GET /api/v1/penalty-files/figures", SIGNED_IN, UNIT_HEAD, LEADER, SUPERIOR)
                        .noted("counted over what may be seen"),
                Door.of("GET " + file, CASE, INVESTIGATOR, UNIT_HEAD, LEADER, SUPERIOR)
                        .saying(404)
                        .noted("404 before the filing"),
                Door.of("PUT " + file, CASE, LINE).sending("{}").saying(404).noted("404 before the filing"),
                Door.of("POST " + file + "/publication", CASE, LINE)
                        .sending("{}")
                        .saying(404)
                        .noted("404 before the filing"),
                Door.of("POST " + file + "/publication/withdrawal", CASE, LINE)
                        .sending("{}")
                        .saying(404)
                        .noted("404 before the filing"));
    }

    private static List<Door> rewards() {
        return List.of(
                Door.of("GET /api/v1/rewards", SIGNED_IN, LINE).noted("of reports that may be seen"),
                Door.of("GET /api/v1/rewards/books", SIGNED_IN, HEADS).noted("of reports that may be seen"),
                Door.of("POST /api/v1/cases/{caseNo}/reward/grade", CASE, LINE)
                        .sending("{\"grade\":1,\"reasons\":\"\"}")
                        .noted("refused for a complaint"),
                Door.of("POST /api/v1/cases/{caseNo}/reward/approve", CASE, HEADS)
                        .sending("{}")
                        .noted("two people, neither of whom graded"),
                Door.of("POST /api/v1/cases/{caseNo}/reward/refuse", CASE, HEADS),
                Door.of("POST /api/v1/cases/{caseNo}/reward/new-code", CASE, LEADER),
                Door.of("POST /api/v1/reward-payments", SIGNED_IN, REGISTRAR, INTAKE)
                        .sending("{}")
                        .noted("of the own subtree; a wrong number is answered as a wrong code"),
                Door.of("POST /api/v1/submissions/{no}/reward", EVERYBODY)
                        .at(OWN)
                        .sending(CODE)
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/reward/application", EVERYBODY)
                        .at(OWN + "/application")
                        .sending(CODE)
                        .saying(404)
                        .noted(TRACKING),
                Door.of("POST /api/v1/submissions/{no}/reward/code", EVERYBODY)
                        .at(OWN + "/code")
                        .sending(CODE)
                        .saying(404)
                        .noted(TRACKING + "; the payout code this once"));
    }
}
