package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of the library of major cases. None is planted: what names one says 404 to everybody. */
final class MajorDoors {
    private static final Role[] READERS = {HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER, SUPERIOR};
    private static final Role[] DECIDERS = {LEADER, SUPERIOR};
    private static final String MAJOR = "/api/v1/major-cases";
    private static final String NONE = "404 here: none is planted";

    private MajorDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET " + MAJOR, SIGNED_IN, READERS).noted("those of cases that may be seen"),
                Door.of("POST " + MAJOR, CASE, READERS).sending("{\"caseNo\":\"{caseNo}\"}"),
                none("POST " + MAJOR + "/{majorId}/decision", MAJOR + "/999999/decision", DECIDERS),
                none("POST " + MAJOR + "/{majorId}/hangings", MAJOR + "/999999/hangings", DECIDERS),
                none("POST " + MAJOR + "/hangings/{hangingId}/reports", MAJOR + "/hangings/999999/reports", READERS),
                none(
                        "POST " + MAJOR + "/hangings/{hangingId}/extension",
                        MAJOR + "/hangings/999999/extension",
                        DECIDERS),
                none("POST " + MAJOR + "/hangings/{hangingId}/lifting", MAJOR + "/hangings/999999/lifting", DECIDERS),
                Door.of("PUT " + MAJOR + "/criteria/{code}", SIGNED_IN, LEADER)
                        .at(MAJOR + "/criteria/VICTIMS")
                        .sending("{}")
                        .noted("for the own agency and below"));
    }

    private static Door none(String call, String path, Role... roles) {
        return Door.of(call, SIGNED_IN, roles)
                .at(path)
                .sending("{}")
                .saying(404)
                .noted(NONE);
    }
}
