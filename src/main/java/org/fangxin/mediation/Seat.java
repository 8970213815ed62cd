package org.fangxin.mediation;

/**
 * Somebody's place in a room, proven for this one request.
 *
 * @param author person id of a mediator, party id of a side
 */
public record Seat(String roomId, String caseNo, Side side, String author) {
    public boolean mediates() {
        return side == Side.MEDIATOR;
    }
}
