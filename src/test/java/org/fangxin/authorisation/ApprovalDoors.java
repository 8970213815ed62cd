package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.MEDIATOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of approval sheets. None is planted: what names one says 404 to everybody. */
final class ApprovalDoors {
    private static final Role[] ASKERS = {HANDLER, INVESTIGATOR, MEDIATOR, INTAKE, UNIT_HEAD, LEADER};
    private static final String ONE = "/api/v1/approvals/999999";
    private static final String NONE = "404 here: none is planted";

    private ApprovalDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/approvals", SIGNED_IN, ASKERS).noted("those of cases that may be seen"),
                Door.of("GET /api/v1/cases/{caseNo}/approvals", CASE, ASKERS),
                Door.of("POST /api/v1/cases/{caseNo}/approvals", CASE, ASKERS)
                        .sending("{\"act\":\"record-finding\",\"fields\":{},\"words\":\"\"}")
                        .noted("by who may do the act itself, or enter it with a leader's paper"),
                none("POST /api/v1/approvals/{requestId}/opinion", "/opinion", UNIT_HEAD),
                none("POST /api/v1/approvals/{requestId}/decision", "/decision", LEADER)
                        .sending("{\"approve\":true}")
                        .noted("never by who asked; " + NONE),
                none("POST /api/v1/approvals/{requestId}/withdrawal", "/withdrawal", ASKERS),
                Door.of("GET /api/v1/approvals/{requestId}/sheet.pdf", SIGNED_IN, ASKERS)
                        .at(ONE + "/sheet.pdf")
                        .saying(404)
                        .noted(NONE));
    }

    private static Door none(String call, String path, Role... roles) {
        return Door.of(call, SIGNED_IN, roles)
                .at(ONE + path)
                .sending("{}")
                .saying(404)
                .noted(NONE);
    }
}
