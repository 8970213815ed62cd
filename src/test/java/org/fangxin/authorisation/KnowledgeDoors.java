package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.EVERYBODY;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.REGISTRAR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The knowledge base. */
final class KnowledgeDoors {
    private static final Role[] OFFICERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] WRITERS = {REGISTRAR, INTAKE, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};

    private KnowledgeDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("POST /api/v1/public/answers", EVERYBODY)
                        .sending("{\"question\":\"几天受理\"}")
                        .noted("published and public ones alone"),
                Door.of("POST /api/v1/public/answers/{id}/ratings", EVERYBODY)
                        .at("/api/v1/public/answers/999999/ratings")
                        .sending("{\"version\":1,\"helpful\":true}")
                        .saying(404)
                        .noted("a count; nobody's name; 404 here: none is planted"),
                Door.of("POST /api/v1/knowledge/{id}/ratings", SIGNED_IN, OFFICERS)
                        .at("/api/v1/knowledge/1/ratings")
                        .sending("{\"version\":1,\"helpful\":true}")
                        .noted("a count; nobody's name"),
                Door.of("GET /api/v1/knowledge/{id}/remarks", SIGNED_IN, WRITERS)
                        .at("/api/v1/knowledge/999999/remarks")
                        .saying(404)
                        .noted("of the own subtree; 404 here: none is planted"),
                Door.of("POST /api/v1/knowledge/questions", SIGNED_IN, OFFICERS)
                        .sending("{\"question\":\"几天受理\"}")
                        .noted("published ones of the own agency and those above"),
                Door.of("GET /api/v1/knowledge/kept", SIGNED_IN, WRITERS).noted("of the own subtree"),
                Door.of("POST /api/v1/knowledge", SIGNED_IN, WRITERS).sending("{}"),
                Door.of("PUT /api/v1/knowledge/{id}", SIGNED_IN, WRITERS)
                        .at("/api/v1/knowledge/1")
                        .sending("{}")
                        .noted("of the own subtree"),
                none("/publish"),
                none("/withdraw"),
                Door.of("POST /api/v1/knowledge/{id}/uses", SIGNED_IN, OFFICERS)
                        .at("/api/v1/knowledge/1/uses")
                        .sending("{\"helped\":true}")
                        .noted("a count; nobody's name"));
    }

    private static Door none(String end) {
        return Door.of("POST /api/v1/knowledge/{id}" + end, SIGNED_IN, UNIT_HEAD, LEADER)
                .at("/api/v1/knowledge/999999" + end)
                .saying(404)
                .noted("of the own subtree; 404 here: none is planted");
    }
}
