package org.fangxin.mediation.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.ProposalStore.Proposal;
import org.fangxin.mediation.store.RoomStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mediator's one confirmation: what both sides accepted becomes the agreement. Mediation is conducted by the agency's or
 * the entrusted body's people (Art. 21), so two clicks of the parties alone would be a settlement of their own (Art. 18),
 * not one by mediation. The session, its record and the agreement are written together, or none of them.
 */
@Component
public class Agreeing {
    private final CaseFiles cases;
    private final RoomStore rooms;
    private final RoomOffers offers;
    private final Transcribing records;
    private final RoomFloor floor;

    Agreeing(CaseFiles cases, RoomStore rooms, RoomOffers offers, Transcribing records, RoomFloor floor) {
        this.cases = cases;
        this.rooms = rooms;
        this.offers = offers;
        this.records = records;
        this.floor = floor;
    }

    /**
     * @param letter whether both want a letter of mediation signed and sealed as well; the law asks for one only after
     *     mediation on site (Art. 24), and forbids none
     * @throws org.fangxin.problem.Problem 409 when it is not accepted or decided already, 422 when the law forbids it
     */
    @Transactional
    public CaseFiles.Done confirm(Seat mediator, Actor by, String proposalId, boolean letter) {
        floor.take(mediator);
        Proposal proposal = offers.accepted(mediator, proposalId);
        Offer offer = offers.read(proposal);
        offers.move(mediator, proposal, proposal.accepted(), "CONFIRMED", "CONFIRMED", null);
        cases.act(mediator.caseNo(), Act.HOLD_MEDIATION, by, null, held(), null);
        records.make(mediator);
        CaseFiles.Done done = cases.act(mediator.caseNo(), Act.SETTLE, by, null, agreement(offer, letter), null);
        rooms.end(mediator.roomId(), "AGREED", floor.now());
        return done;
    }

    private static Map<String, Object> held() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mode", "INTERNET");
        fields.put("present", List.of("COMPLAINANT", "RESPONDENT"));
        fields.put("result", "AGREED");
        fields.put("record", "网上调解，谈话见整理的调解记录。");
        return fields;
    }

    private static Map<String, Object> agreement(Offer offer, boolean letter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mode", "MEDIATED");
        fields.put("letter", letter ? "MADE" : "NOT_ON_SITE");
        fields.put("items", offer.items().stream().map(Agreeing::item).toList());
        if (offer.note() != null) {
            fields.put("terms", offer.note());
        }
        return fields;
    }

    private static Map<String, Object> item(Offer.Point point) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("what", point.what());
        item.put("who", point.who());
        if (point.amount() != null) {
            item.put("amount", point.amount().toPlainString());
        }
        if (point.by() != null) {
            item.put("by", point.by().toString());
        }
        return item;
    }
}
