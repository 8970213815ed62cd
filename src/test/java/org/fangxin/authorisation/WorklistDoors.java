package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of views, exports and acts on many cases. None is planted: what names one says 404 to everybody. */
final class WorklistDoors {
    private static final Role[] WORKERS = Role.OFFICERS.toArray(Role[]::new);
    private static final String NONE = "404 here: none is planted";

    private WorklistDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/views", SIGNED_IN, WORKERS).noted("one's own and those shared with the agency"),
                Door.of("POST /api/v1/views", SIGNED_IN, WORKERS)
                        .sending("{}")
                        .saying(422)
                        .noted("one's own"),
                none("PUT /api/v1/views/{viewId}", "/api/v1/views/999999", WORKERS),
                none("DELETE /api/v1/views/{viewId}", "/api/v1/views/999999", WORKERS),
                Door.of("GET /api/v1/exports", SIGNED_IN, WORKERS)
                        .noted("one's own, and for heads and leaders those that wait in the own subtree"),
                Door.of("POST /api/v1/exports", SIGNED_IN, WORKERS)
                        .sending("{}")
                        .saying(422)
                        .noted("of cases that may be seen"),
                none("POST /api/v1/exports/{exportId}/decision", "/api/v1/exports/none/decision", UNIT_HEAD, LEADER)
                        .sending("{\"approve\":true}")
                        .noted("never by who asked; " + NONE),
                none("GET /api/v1/exports/{exportId}/file", "/api/v1/exports/none/file", WORKERS)
                        .noted("by who asked; recorded; " + NONE),
                Door.of("GET /api/v1/bulk/acts", SIGNED_IN, WORKERS).noted("names of acts; no case"),
                Door.of("POST /api/v1/bulk/preview", SIGNED_IN, WORKERS)
                        .sending("{}")
                        .saying(422)
                        .noted("of cases that may be seen; writes nothing"),
                Door.of("POST /api/v1/bulk", SIGNED_IN, WORKERS)
                        .sending("{}")
                        .saying(422)
                        .noted("each case by the one gate, with the act's own role"),
                none("POST /api/v1/bulk/{bulkId}/undo", "/api/v1/bulk/none/undo", WORKERS)
                        .noted("one's own assignments, within ten minutes; " + NONE));
    }

    private static Door none(String call, String path, Role... roles) {
        Door door = Door.of(call, SIGNED_IN, roles).at(path);
        return (call.startsWith("P") ? door.sending("{}") : door).saying(404).noted(NONE);
    }
}
