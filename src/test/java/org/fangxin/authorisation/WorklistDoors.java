package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.SIGNED_IN;

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
                none("DELETE /api/v1/views/{viewId}", "/api/v1/views/999999", WORKERS));
    }

    private static Door none(String call, String path, Role... roles) {
        Door door = Door.of(call, SIGNED_IN, roles).at(path);
        return (call.startsWith("P") ? door.sending("{}") : door).saying(404).noted(NONE);
    }
}
