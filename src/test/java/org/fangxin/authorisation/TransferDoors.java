package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CASE;
import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** Transfers to other authorities: their part of the table. */
final class TransferDoors {
    private static final Role[] LINE = {HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final Role[] PENALTY = {INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final Role[] HEADS = {UNIT_HEAD, LEADER};
    private static final String NO = "/api/v1/transfers/{transferNo}";
    private static final String NONE = "/api/v1/transfers/999999";

    private TransferDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET /api/v1/transfers", SIGNED_IN, HEADS).noted("of cases that may be seen"),
                Door.of("GET /api/v1/cases/{caseNo}/transfers", CASE, LINE),
                Door.of("GET /api/v1/cases/{caseNo}/transfer-choices", CASE, LINE)
                        .noted("titles of papers, evidence and records"),
                Door.of("GET /api/v1/cases/{caseNo}/penalty-papers", CASE, PENALTY),
                Door.of("POST /api/v1/cases/{caseNo}/penalty-papers/evidence-lists", CASE, PENALTY)
                        .sending("{}")
                        .saying(409)
                        .noted("409 without new evidence"),
                Door.of("GET /api/v1/penalty-papers/{paperId}.pdf", SIGNED_IN, PENALTY)
                        .at("/api/v1/penalty-papers/999999.pdf")
                        .saying(404)
                        .noted("of cases that may be seen; recorded"),
                writes("/pieces", "who sees the case that it left"),
                writes("/steps", "who sees the case that it left"),
                reads("/list.pdf", "/list.pdf"),
                reads("/bundle.zip", "/bundle.zip"),
                reads("/pieces/{position}", "/pieces/1"),
                reads("/steps/{stepId}/file", "/steps/1/file"));
    }

    private static Door writes(String what, String who) {
        return Door.of("POST " + NO + what, SIGNED_IN, LINE)
                .at(NONE + what)
                .sending("{}")
                .saying(404)
                .noted(who);
    }

    private static Door reads(String what, String path) {
        return Door.of("GET " + NO + what, SIGNED_IN, LINE)
                .at(NONE + path)
                .saying(404)
                .noted("who sees the case that it left or the case that was opened of it; recorded");
    }
}
