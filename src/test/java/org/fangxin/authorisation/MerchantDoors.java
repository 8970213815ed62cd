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

/** The doors of the registry of market entities. What it holds is public. */
final class MerchantDoors {
    private static final String ONE = "/api/v1/merchants/{id}";
    private static final String EXTRACTS = "/api/v1/merchants/extracts";
    private static final String NOBODYS = "/api/v1/merchants/999999999";
    private static final Role[] READERS = Role.OFFICERS.toArray(Role[]::new);
    private static final Role[] KEEPERS = {REGISTRAR, INTAKE, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};

    private MerchantDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/merchants", SIGNED_IN, READERS).at("/api/v1/merchants?q=某某"),
                none("GET " + ONE, "", READERS),
                Door.of("POST /api/v1/merchants", SIGNED_IN, KEEPERS)
                        .sending("{}")
                        .saying(422)
                        .noted("a name is needed"),
                Door.of("POST " + EXTRACTS + " multipart/form-data", SIGNED_IN, REGISTRAR, UNIT_HEAD)
                        .at(EXTRACTS)
                        .sendingFile("")
                        .saying(422)
                        .noted("a file is needed"),
                Door.of("GET " + EXTRACTS, SIGNED_IN, REGISTRAR, UNIT_HEAD).noted("those of the own subtree"),
                extract("", REGISTRAR, UNIT_HEAD),
                extract("/faults", REGISTRAR, UNIT_HEAD),
                none("GET " + ONE + "/near-names", "/near-names", KEEPERS),
                none("PUT " + ONE, "", KEEPERS).sending("{\"name\":\"某某\"}"),
                none("POST " + ONE + "/merge", "/merge", KEEPERS).sending("{\"into\":1}"),
                none("POST " + ONE + "/separate", "/separate", KEEPERS).sending("{}"),
                Door.of("GET /api/v1/public/merchants", EVERYBODY)
                        .at("/api/v1/public/merchants?q=某某")
                        .noted("names, addresses and codes as published; rate-limited"));
    }

    private static Door extract(String tail, Role... roles) {
        return Door.of("GET " + EXTRACTS + "/{extractId}" + tail, SIGNED_IN, roles)
                .at(EXTRACTS + "/none" + tail)
                .saying(404)
                .noted("404 here: none is planted");
    }

    private static Door none(String call, String tail, Role... roles) {
        return Door.of(call, SIGNED_IN, roles).at(NOBODYS + tail).saying(404).noted("404 here: none is planted");
    }
}
