package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.SIGNED_IN;
import static org.fangxin.identity.Role.HANDLER;
import static org.fangxin.identity.Role.INTAKE;
import static org.fangxin.identity.Role.INVESTIGATOR;
import static org.fangxin.identity.Role.LEADER;
import static org.fangxin.identity.Role.REGISTRAR;
import static org.fangxin.identity.Role.SUPERIOR;
import static org.fangxin.identity.Role.UNIT_HEAD;

import java.util.List;
import org.fangxin.identity.Role;

/** The doors of credit, graded supervision and talks. None is planted: what names one says 404 to everybody. */
final class CreditDoors {
    private static final Role[] READERS = {REGISTRAR, INTAKE, HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER, SUPERIOR};
    private static final Role[] WORKERS = {HANDLER, INVESTIGATOR, UNIT_HEAD, LEADER};
    private static final Role[] HEADS = {UNIT_HEAD, LEADER};
    private static final String CREDIT = "/api/v1/credit";
    private static final String NONE = "404 here: none is planted";

    private CreditDoors() {}

    static List<Door> all() {
        return List.of(
                Door.of("GET " + CREDIT + "/rules", SIGNED_IN, READERS).noted("public rules, no business"),
                Door.of("POST " + CREDIT + "/rules/preview", SIGNED_IN, HEADS)
                        .sending("{}")
                        .saying(422)
                        .noted("numbers of the own agency; writes nothing"),
                Door.of("POST " + CREDIT + "/rules/drafts", SIGNED_IN, HEADS)
                        .sending("{}")
                        .saying(422)
                        .noted("for the own agency and below"),
                none("POST " + CREDIT + "/rules/drafts/{draftId}/decision", "/rules/drafts/999999/decision", LEADER),
                none("POST " + CREDIT + "/rechecks/{recheckId}/result", "/rechecks/999999/result", WORKERS),
                none("POST " + CREDIT + "/inspections/{inspectionId}/report", "/inspections/999999/report", WORKERS),
                none("GET " + CREDIT + "/cases/{caseNo}/inspection", "/cases/none/inspection", READERS),
                none("GET " + CREDIT + "/merchants/{id}", "/merchants/999999999", READERS),
                none("GET " + CREDIT + "/merchants/{id}/course", "/merchants/999999999/course", READERS),
                none("POST " + CREDIT + "/merchants/{id}/grades", "/merchants/999999999/grades", WORKERS),
                none("POST " + CREDIT + "/merchants/{id}/facts", "/merchants/999999999/facts", WORKERS),
                none("POST " + CREDIT + "/facts/{factId}/withdrawal", "/facts/999999/withdrawal", WORKERS),
                none("POST " + CREDIT + "/grades/{gradeId}/confirmation", "/grades/999999/confirmation", WORKERS),
                none("POST " + CREDIT + "/grades/{gradeId}/other", "/grades/999999/other", WORKERS),
                none("POST " + CREDIT + "/grades/{gradeId}/approval", "/grades/999999/approval", HEADS),
                none("POST " + CREDIT + "/grades/{gradeId}/objections", "/grades/999999/objections", WORKERS),
                none("POST " + CREDIT + "/grades/{gradeId}/answer", "/grades/999999/answer", HEADS),
                none("GET " + CREDIT + "/merchants/{id}/talks", "/merchants/999999999/talks", READERS),
                Door.of("POST " + CREDIT + "/talks", SIGNED_IN, WORKERS)
                        .sending("{}")
                        .saying(422)
                        .noted("of cases that may be seen"),
                none("POST " + CREDIT + "/talks/{talkId}/follow-ups", "/talks/none/follow-ups", WORKERS),
                none("POST " + CREDIT + "/commitments/{commitmentId}/result", "/commitments/999999/result", WORKERS),
                Door.of("GET " + CREDIT + "/plan", SIGNED_IN, READERS).noted("of the own agency"),
                Door.of("POST " + CREDIT + "/drawings", SIGNED_IN, HEADS)
                        .sending("{}")
                        .saying(422)
                        .noted("for the own agency"),
                none("GET " + CREDIT + "/drawings/{drawingId}", "/drawings/999999", READERS),
                none("GET " + CREDIT + "/merchants/{id}/inspections", "/merchants/999999999/inspections", READERS),
                none("POST " + CREDIT + "/inspections/{inspectionId}/result", "/inspections/999999/result", WORKERS),
                none("POST " + CREDIT + "/merchants/{id}/relation", "/merchants/999999999/relation", WORKERS));
    }

    private static Door none(String call, String tail, Role... roles) {
        Door door = Door.of(call, SIGNED_IN, roles).at(CREDIT + tail);
        return (door.writes() ? door.sending("{}") : door).saying(404).noted(NONE);
    }
}
