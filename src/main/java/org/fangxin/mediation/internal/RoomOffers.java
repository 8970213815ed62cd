package org.fangxin.mediation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.LineStore.Draft;
import org.fangxin.mediation.store.ProposalStore;
import org.fangxin.mediation.store.ProposalStore.Proposal;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proposals and counter-proposals. Both sides accept with one act each; then it waits for the mediator, who conducts the
 * mediation (Art. 21) and makes the agreement of it (Art. 24). All moves of one room come one after the other.
 */
@Component
public class RoomOffers {
    private static final Duration USUAL = Duration.ofDays(3);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Set<Side> BOTH = EnumSet.of(Side.COMPLAINANT, Side.RESPONDENT);

    private final ProposalStore proposals;
    private final LineStore lines;
    private final RoomTalk talk;
    private final RoomFloor floor;
    private final RoomBell bell;
    private final JsonMapper json;

    RoomOffers(
            ProposalStore proposals, LineStore lines, RoomTalk talk, RoomFloor floor, RoomBell bell, JsonMapper json) {
        this.proposals = proposals;
        this.lines = lines;
        this.talk = talk;
        this.floor = floor;
        this.bell = bell;
        this.json = json;
    }

    /** A new one takes the place of those that are open: what counts is what was said last. */
    @Transactional
    public void propose(
            Seat seat,
            List<Map<String, Object>> items,
            @Nullable String note,
            @Nullable Instant expiresAt,
            @Nullable String key) {
        Instant now = floor.now();
        Offer offer = OfferCheck.of(items, note, now.atZone(Fields.ZONE).toLocalDate());
        Instant until = expiresAt == null ? now.plus(USUAL) : expiresAt;
        if (until.isBefore(now) || until.isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("expiresAt", "range", "有效期要在今后 30 天以内。");
        }
        floor.take(seat);
        String body = json.writeValueAsString(offer);
        byte[] hash = key == null || key.isBlank() ? null : RoomSecrets.hash(key);
        if (hash != null && talk.again(seat, hash, body)) {
            return;
        }
        proposals.supersede(seat.roomId(), now);
        String id = RoomSecrets.id("prop");
        Set<Side> accepted = seat.mediates() ? Set.of() : Set.of(seat.side());
        proposals.insert(new Proposal(id, seat.roomId(), seat.side(), body, now, until, accepted, "OPEN", null));
        lines.append(seat, new Draft("PROPOSAL", LineStore.ALL, body, id, List.of(), hash), now);
        bell.afterCommit();
    }

    @Transactional
    public void accept(Seat seat, String proposalId) {
        Proposal proposal = open(seat, proposalId);
        if (seat.mediates() || proposal.accepted().contains(seat.side())) {
            throw Problem.conflict("这个方案要由另一方来同意。", Map.of());
        }
        EnumSet<Side> accepted = EnumSet.of(seat.side());
        accepted.addAll(proposal.accepted());
        boolean both = accepted.containsAll(BOTH);
        move(seat, proposal, accepted, both ? "ACCEPTED" : "OPEN", "ACCEPTED", null);
    }

    @Transactional
    public void decline(Seat seat, String proposalId) {
        Proposal proposal = open(seat, proposalId);
        if (seat.mediates() || proposal.side() == seat.side()) {
            throw Problem.conflict("自己提出的方案可以撤回，由另一方来决定同意不同意。", Map.of());
        }
        move(seat, proposal, proposal.accepted(), "DECLINED", "DECLINED", null);
    }

    /** Only who made it, and only while nobody's acceptance has bound it. */
    @Transactional
    public void withdraw(Seat seat, String proposalId) {
        Proposal proposal = open(seat, proposalId);
        if (proposal.side() != seat.side()) {
            throw Problem.conflict("只有提出的一方能撤回。", Map.of());
        }
        move(seat, proposal, proposal.accepted(), "WITHDRAWN", "WITHDRAWN", null);
    }

    /** The mediator does not make an agreement of it, and says why. */
    @Transactional
    public void giveBack(Seat mediator, String proposalId, String why) {
        floor.take(mediator);
        Proposal proposal = accepted(mediator, proposalId);
        if (why.isBlank()) {
            throw Problem.invalid("reason", "required", "请写退回的原因，双方都看得到。");
        }
        move(mediator, proposal, proposal.accepted(), "RETURNED", "RETURNED", why.strip());
    }

    /** What both sides accepted and the mediator has not decided. Needs the room. */
    Proposal accepted(Seat seat, String proposalId) {
        Proposal proposal = proposals.find(seat.roomId(), proposalId).orElseThrow(Problem::notFound);
        if (!proposal.state().equals("ACCEPTED")) {
            throw Problem.conflict("这个方案双方还没有都同意，或者已经处理过。", Map.of("state", proposal.stateAt(floor.now())));
        }
        return proposal;
    }

    Offer read(Proposal proposal) {
        return json.readValue(proposal.body(), Offer.class);
    }

    void move(Seat seat, Proposal proposal, Set<Side> accepted, String state, String kind, @Nullable String words) {
        Instant now = floor.now();
        proposals.move(proposal.proposalId(), accepted, state, now);
        lines.append(seat, Draft.event(kind, words, proposal.proposalId()), now);
        bell.afterCommit();
    }

    private Proposal open(Seat seat, String proposalId) {
        floor.take(seat);
        Proposal proposal = proposals.find(seat.roomId(), proposalId).orElseThrow(Problem::notFound);
        String state = proposal.stateAt(floor.now());
        if (!state.equals("OPEN")) {
            throw Problem.conflict(
                    state.equals("EXPIRED") ? "这个方案已经过了有效期，请重新提出。" : "这个方案已经处理过了，请看最新的方案。", Map.of("state", state));
        }
        return proposal;
    }
}
