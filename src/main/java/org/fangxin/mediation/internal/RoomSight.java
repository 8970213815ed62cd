package org.fangxin.mediation.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.identity.People;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.store.InvitationStore;
import org.fangxin.mediation.store.LineStore;
import org.fangxin.mediation.store.LineStore.Line;
import org.fangxin.mediation.store.ProposalStore;
import org.fangxin.mediation.store.ProposalStore.Proposal;
import org.fangxin.mediation.store.RoomStore.Room;
import org.fangxin.mediation.store.TranscriptStore;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A room as one seat sees it. A party sees of the other what mediation needs: that it is there and what it says; no name,
 * telephone or address, nothing of the case's file but what the officer wrote down for both (procedures §5).
 */
@Component
public class RoomSight {
    private final CaseFiles cases;
    private final Agencies agencies;
    private final People people;
    private final LineStore lines;
    private final ProposalStore proposals;
    private final InvitationStore invitations;
    private final TranscriptStore transcripts;
    private final AttachmentCatalogue files;
    private final RoomFloor floor;
    private final JsonMapper json;

    RoomSight(
            CaseFiles cases,
            Agencies agencies,
            People people,
            LineStore lines,
            ProposalStore proposals,
            InvitationStore invitations,
            TranscriptStore transcripts,
            AttachmentCatalogue files,
            RoomFloor floor,
            JsonMapper json) {
        this.cases = cases;
        this.agencies = agencies;
        this.people = people;
        this.lines = lines;
        this.proposals = proposals;
        this.invitations = invitations;
        this.transcripts = transcripts;
        this.files = files;
        this.floor = floor;
        this.json = json;
    }

    @Schema(name = "RoomPoint", description = "one point of a proposal")
    public record PointView(
            String what,
            String who,
            @Nullable BigDecimal amount,
            @Nullable LocalDate by) {}

    @Schema(
            name = "RoomProposal",
            description = "state: OPEN, ACCEPTED, DECLINED, WITHDRAWN, SUPERSEDED, RETURNED, CONFIRMED, EXPIRED")
    public record Offered(
            String proposalId,
            String side,
            boolean mine,
            List<PointView> items,
            @Nullable String note,
            OffsetDateTime madeAt,
            OffsetDateTime expiresAt,
            List<String> accepted,
            String state) {}

    @Schema(name = "RoomFile")
    public record FileView(String attachmentId, String fileName, long size, String type) {}

    @Schema(
            name = "RoomLine",
            description = "n: number as this reader sees it; audience: ALL, or the one side it was for")
    public record Said(
            long n,
            OffsetDateTime at,
            String side,
            boolean mine,
            String audience,
            String kind,
            String text,
            @Nullable String proposalId,
            List<FileView> files) {}

    @Schema(name = "RoomRecord")
    public record Made(String transcriptId, String sm3, int lines, OffsetDateTime madeAt) {}

    @Schema(name = "RoomInvitation", description = "state: OPEN, USED, EXPIRED, REVOKED")
    public record Way(String invitationId, String side, String factor, OffsetDateTime expiresAt, String state) {}

    /** @param state OPEN, RESTING while a recusal is undecided, ENDED */
    @Schema(name = "MediationRoom")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Sight(
            String roomId,
            String side,
            String topic,
            String agency,
            List<String> mediators,
            String state,
            @Nullable String endedWhy,
            @Nullable String video,
            List<Offered> proposals,
            List<Made> records,
            List<Way> invitations) {}

    public Sight of(Seat seat, Room room) {
        CaseState state = cases.find(room.caseNo()).orElseThrow(Problem::notFound);
        Instant now = floor.now();
        return new Sight(
                room.roomId(),
                seat.side().name(),
                room.topic(),
                agencies.find(agencies.actingFor(state.agency()).code())
                        .map(Agency::name)
                        .orElse(""),
                names(state.mediators()),
                floor.state(room).name(),
                room.endedWhy(),
                room.video(),
                proposals.of(room.roomId()).stream()
                        .map(one -> offered(one, seat, now))
                        .toList(),
                transcripts.of(room.caseNo()).stream()
                        .map(t -> new Made(t.transcriptId(), t.sm3(), t.lines(), local(t.madeAt())))
                        .toList(),
                seat.mediates() ? ways(room.roomId(), now) : List.of());
    }

    public List<Said> lines(Seat seat, long after, int most) {
        return lines.after(seat, after, most).stream()
                .map(line -> said(line, seat))
                .toList();
    }

    private Said said(Line line, Seat seat) {
        boolean mine = line.side() == seat.side() && line.author().equals(seat.author());
        List<FileView> attached = files.of(line.attachments()).stream()
                .map(f -> new FileView(f.attachmentId(), f.fileName(), f.size(), f.type()))
                .toList();
        return new Said(
                line.n(),
                local(line.at()),
                line.side().name(),
                mine,
                line.audience(),
                line.kind(),
                line.kind().equals("PROPOSAL") ? "" : line.text(),
                line.proposalId(),
                attached);
    }

    private Offered offered(Proposal one, Seat seat, Instant now) {
        Offer offer = json.readValue(one.body(), Offer.class);
        return new Offered(
                one.proposalId(),
                one.side().name(),
                one.side() == seat.side(),
                offer.items().stream()
                        .map(p -> new PointView(p.what(), p.who(), p.amount(), p.by()))
                        .toList(),
                offer.note(),
                local(one.madeAt()),
                local(one.expiresAt()),
                one.accepted().stream().map(Enum::name).sorted().toList(),
                one.stateAt(now));
    }

    private List<Way> ways(String roomId, Instant now) {
        return invitations.of(roomId).stream()
                .map(i ->
                        new Way(i.invitationId(), i.side().name(), i.factor(), local(i.expiresAt()), wayState(i, now)))
                .toList();
    }

    private static String wayState(InvitationStore.Invitation i, Instant now) {
        if (i.revokedAt() != null) {
            return "REVOKED";
        }
        return i.open(now) ? (i.used() ? "USED" : "OPEN") : "EXPIRED";
    }

    private List<String> names(Collection<String> ids) {
        Map<String, String> known = people.displayNames(List.copyOf(ids));
        return List.copyOf(new TreeSet<>(known.values()));
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
