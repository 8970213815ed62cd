package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.ARCHIVIST;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of terms, holds and disposal lists. No list is planted: those doors say 404 to everybody. */
final class RetentionDoors {
    private static final Role[] KEEPERS = {ARCHIVIST, UNIT_HEAD, LEADER};
    private static final Role[] REVIEWERS = {UNIT_HEAD, LEADER};
    private static final String NONE = "of the own agency; 404 here: none is planted";
    private static final String OWN = "of the own agency and its 所: numbers, kinds and days";

    private RetentionDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/retention/due", SIGNED_IN, KEEPERS).noted(OWN),
                Door.of("GET /api/v1/retention/holds", SIGNED_IN, KEEPERS).noted("of the own agency"),
                Door.of("POST /api/v1/retention/holds", SIGNED_IN, KEEPERS)
                        .sending("{}")
                        .noted("an archived case of the own agency"),
                Door.of("POST /api/v1/retention/holds/{holdId}/lift", SIGNED_IN, KEEPERS)
                        .at("/api/v1/retention/holds/999999/lift")
                        .sending("{\"reason\":\"不再需要保留\"}")
                        .saying(404)
                        .noted(NONE),
                Door.of("GET /api/v1/retention/lists", SIGNED_IN, KEEPERS).noted("of the own agency"),
                Door.of("POST /api/v1/retention/lists", SIGNED_IN, ARCHIVIST)
                        .sending("{}")
                        .noted("cases of the own agency whose term is over"),
                none("GET", "", KEEPERS),
                none("GET", "/csv", KEEPERS),
                none("POST", "/review", REVIEWERS).sending("{\"approve\":true,\"words\":\"已逐件核对\"}"));
    }

    private static Door none(String method, String end, Role... roles) {
        return Door.of(method + " /api/v1/retention/lists/{listNo}" + end, SIGNED_IN, roles)
                .at("/api/v1/retention/lists/D620826-1999-001" + end)
                .saying(404)
                .noted(NONE);
    }
}
