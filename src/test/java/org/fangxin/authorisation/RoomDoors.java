package org.fangxin.authorisation;

import static org.fangxin.authorisation.Reach.CONDUCTING;
import static org.fangxin.authorisation.Reach.EVERYBODY;
import static org.fangxin.authorisation.Reach.SIGNED_IN;

import java.util.List;
import java.util.stream.Stream;

/** The doors of the online room. The planted case has none, so that even its mediator finds most of them missing. */
final class RoomDoors {
    private static final String ROOM = "/api/v1/cases/{caseNo}/mediation-room";
    private static final String NONE = "404 here: no room is planted";
    private static final String GUEST = "/api/v1/public/mediation";
    private static final String PASS = "with a pass, got by link and code; one answer for whatever is wrong";
    private static final String ITEMS = "{\"items\":[{\"what\":\"退款\"}]}";

    private RoomDoors() {}

    static List<Door> all() {
        return Stream.of(mediator(), guest()).flatMap(List::stream).toList();
    }

    private static List<Door> mediator() {
        return List.of(
                Door.of("GET " + ROOM, CONDUCTING),
                Door.of("POST " + ROOM, CONDUCTING).sending("{}"),
                none("POST " + ROOM + "/invitations").sending("{\"side\":\"RESPONDENT\"}"),
                none("DELETE " + ROOM + "/invitations/{invitationId}").at(ROOM + "/invitations/inv-none"),
                none("PUT " + ROOM + "/video").sending("{}"),
                none("POST " + ROOM + "/end"),
                none("POST " + ROOM + "/messages").sending("{\"text\":\"您好\"}"),
                none("POST " + ROOM + "/proposals").sending(ITEMS),
                none("POST " + ROOM + "/proposals/{proposalId}/withdraw").at(ROOM + "/proposals/p/withdraw"),
                none("POST " + ROOM + "/proposals/{proposalId}/return")
                        .at(ROOM + "/proposals/p/return")
                        .sending("{}"),
                none("POST " + ROOM + "/proposals/{proposalId}/confirm").at(ROOM + "/proposals/p/confirm"),
                none("POST " + ROOM + "/transcripts"),
                none("GET " + ROOM + "/transcripts/{transcriptId}").at(ROOM + "/transcripts/rec-none"),
                none("GET " + ROOM + "/files/{attachmentId}"),
                none("GET " + ROOM + "/events"),
                Door.of("GET /api/v1/mediation/diary", SIGNED_IN).noted("sessions and agreements of the own scope"));
    }

    private static Door none(String call) {
        return Door.of(call, CONDUCTING).saying(404).noted(NONE);
    }

    private static List<Door> guest() {
        return List.of(
                guest("POST " + GUEST + "/enter").sending("{\"token\":\"none\",\"code\":\"000000\"}"),
                Door.of("POST " + GUEST + "/leave", EVERYBODY).noted("ends the pass, if there is one"),
                guest("GET " + GUEST + "/room"),
                guest("POST " + GUEST + "/messages").sending("{\"text\":\"您好\"}"),
                guest("POST " + GUEST + "/proposals").sending(ITEMS),
                guest("POST " + GUEST + "/proposals/{proposalId}/{move}").at(GUEST + "/proposals/p/accept"),
                guest("GET " + GUEST + "/transcripts/{transcriptId}").at(GUEST + "/transcripts/rec-none"),
                guest("GET " + GUEST + "/files/{attachmentId}").at(GUEST + "/files/none"),
                guest("GET " + GUEST + "/events"));
    }

    private static Door guest(String call) {
        return Door.of(call, EVERYBODY).saying(404).noted(PASS);
    }
}
