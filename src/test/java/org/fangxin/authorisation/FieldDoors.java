package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of field mode. No pass is planted: those doors say 404 to everybody. */
final class FieldDoors {
    private static final Role[] FIELD = {HANDLER, INVESTIGATOR, UNIT_HEAD, INTAKE};
    private static final Role[] READERS = {HANDLER, INVESTIGATOR, UNIT_HEAD, INTAKE, LEADER, SUPERIOR};
    private static final String PASSES = "/api/v1/field/passes";
    private static final String NOBODYS = PASSES + "/00000000-0000-0000-0000-000000000000";
    private static final String NONE = "404 here: none is planted";

    private FieldDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET " + PASSES, SIGNED_IN, READERS).noted("the own; for heads also who of theirs is outside"),
                Door.of("POST " + PASSES, SIGNED_IN, FIELD).sending("{}").noted("open cases that the caller may see"),
                none("GET", "", FIELD),
                none("POST", "/cases", FIELD).sending("{\"caseNos\":[\"1\"]}"),
                none("POST", "/key", FIELD),
                none("POST", "/end", READERS).sending("{\"how\":\"REVOKED\"}"));
    }

    private static Door none(String method, String end, Role... roles) {
        return Door.of(method + " " + PASSES + "/{passId}" + end, SIGNED_IN, roles)
                .at(NOBODYS + end)
                .saying(404)
                .noted(NONE);
    }
}
