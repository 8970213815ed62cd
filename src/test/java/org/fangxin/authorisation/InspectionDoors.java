package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.REGISTRAR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of the quality chain. No sample is planted: what names one says 404 to everybody. */
final class InspectionDoors {
    private static final Role[] OFFICERS = {HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final Role[] WRITERS = {INVESTIGATOR, UNIT_HEAD};
    private static final Role[] DECIDERS = {UNIT_HEAD, LEADER};
    private static final Role[] TESTERS = {REGISTRAR, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final String ONE = "/api/v1/samples/999999";
    private static final String NONE = "404 here: none is planted";

    private InspectionDoors() {}

    static List<Door> all() {
        String sample = "/api/v1/samples/{sampleId}";
        return List.of(
                Door.of("GET /api/v1/samples", SIGNED_IN, OFFICERS).noted("of a case only for who sees the case"),
                Door.of("POST /api/v1/samples", CASE, WRITERS).sending("{\"caseNo\":\"{caseNo}\"}"),
                none("GET " + sample, "", OFFICERS),
                none("POST " + sample + "/custody", "/custody", WRITERS).sending("{\"to\":\"x\",\"sealIntact\":true}"),
                none("POST " + sample + "/results", "/results", WRITERS)
                        .sending("{\"fit\":true,\"reportedOn\":\"2026-05-06\"}"),
                none("POST " + sample + "/void", "/void", WRITERS).sending("{\"reason\":\"x\"}"),
                none("POST " + sample + "/off-shelf", "/off-shelf", WRITERS),
                none("GET " + sample + "/off-shelf.pdf", "/off-shelf.pdf", OFFICERS),
                none("POST " + sample + "/lifting", "/lifting", WRITERS),
                none("GET " + sample + "/lifting.pdf", "/lifting.pdf", OFFICERS),
                none("POST " + sample + "/requests/{requestId}/decision", "/requests/999999/decision", DECIDERS)
                        .sending("{\"approved\":true}")
                        .noted(NONE + "; never who asked"),
                none("POST " + sample + "/steps", "/steps", WRITERS).sending("{\"kind\":\"SERVED\"}"),
                Door.of("GET /api/v1/cases/{caseNo}/samples", CASE, OFFICERS),
                Door.of("GET /api/v1/sampling-plans", SIGNED_IN, OFFICERS).noted("of the own subtree"),
                Door.of("POST /api/v1/sampling-plans", SIGNED_IN, UNIT_HEAD, LEADER)
                        .sending("{}")
                        .noted("of the own agency"),
                Door.of("GET /api/v1/rapid-tests", SIGNED_IN, TESTERS).noted("of the own subtree"),
                Door.of("POST /api/v1/rapid-tests", SIGNED_IN, TESTERS)
                        .sending("{}")
                        .noted("of the own agency"));
    }

    private static Door none(String call, String path, Role... roles) {
        return Door.of(call, SIGNED_IN, roles)
                .at(ONE + path)
                .sending("{}")
                .saying(404)
                .noted(NONE);
    }
}
