package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.Line.Kind;
import org.fangxin.greenchannel.Talk;
import org.fangxin.identity.People;
import org.fangxin.intake.GreenMembers.Matter;
import org.fangxin.law.DeadlineView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A thread as consumer, merchant and officer see it: the same words for all three. */
@Component
class TalkViews {
    /** Who looks, and what may be done. */
    enum Side {
        CONSUMER,
        MERCHANT,
        OFFICER
    }

    @Schema(name = "GreenFile")
    record FileView(String attachmentId, String fileName, String type, long size) {}

    /** {@code open}: the newest proposal, which can be accepted. */
    @Schema(name = "GreenProposal")
    record ProposalView(
            String remedy,
            String remedyName,
            @Nullable BigDecimal amount,
            @Nullable LocalDate by,
            boolean open) {}

    /** {@code authorName}: of the merchant's people, for the merchant and officers; the consumer sees the merchant. */
    @Schema(name = "GreenLine")
    record LineView(
            int no,
            Line.Author author,
            @Nullable String authorName,
            Kind kind,
            String text,
            @Nullable ProposalView proposal,
            @Nullable Integer accepts,
            List<FileView> files,
            OffsetDateTime at) {}

    @Schema(name = "GreenMatter")
    record MatterView(
            String consumer,
            @Nullable String goods,
            @Nullable BigDecimal amount,
            @Nullable LocalDate occurredOn,
            List<String> demands,
            String content) {}

    @Schema(name = "GreenConsent")
    record ConsentView(String textVersion, String means, OffsetDateTime givenAt) {}

    /** {@code can}: SAY, PROPOSE, ACCEPT, DECLINE, ESCALATE. */
    @Schema(name = "GreenTalk")
    record TalkView(
            String caseNo,
            String merchant,
            String state,
            @Nullable String endedBy,
            OffsetDateTime routedAt,
            @Nullable OffsetDateTime endedAt,
            List<DeadlineView> deadlines,
            @Nullable ConsentView consent,
            MatterView matter,
            List<LineView> lines,
            List<String> can) {}

    private final AttachmentCatalogue files;
    private final People people;

    TalkViews(AttachmentCatalogue files, People people) {
        this.files = files;
        this.people = people;
    }

    TalkView of(Talk talk, Side side) {
        Talk.Consent consent = talk.consent();
        return new TalkView(
                talk.caseNo(),
                talk.memberName(),
                talk.state(),
                talk.endedBy(),
                local(talk.routedAt()),
                talk.endedAt() == null ? null : local(talk.endedAt()),
                talk.deadlines(),
                consent == null
                        ? null
                        : new ConsentView(consent.textVersion(), consent.means(), local(consent.givenAt())),
                matter(talk.matter()),
                lines(talk, side),
                can(talk, side));
    }

    static MatterView matter(Matter matter) {
        return new MatterView(
                matter.consumer(),
                matter.goods(),
                matter.amount(),
                matter.occurredOn(),
                matter.demands(),
                matter.content());
    }

    private List<LineView> lines(Talk talk, Side side) {
        Map<String, String> names = side == Side.CONSUMER
                ? Map.of()
                : people.displayNames(talk.lines().stream()
                        .map(Line::personId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        int open = openProposal(talk);
        return talk.lines().stream()
                .map(line -> new LineView(
                        line.no(),
                        line.author(),
                        line.personId() == null ? null : names.get(line.personId()),
                        line.kind(),
                        line.words().text(),
                        proposal(line, open),
                        line.words().accepts(),
                        given(line.files()),
                        local(line.at())))
                .toList();
    }

    private List<FileView> given(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : files.of(ids).stream()
                        .map(file -> new FileView(file.attachmentId(), file.fileName(), file.type(), file.size()))
                        .toList();
    }

    private static @Nullable ProposalView proposal(Line line, int open) {
        Line.Proposal proposal = line.words().proposal();
        return proposal == null
                ? null
                : new ProposalView(
                        proposal.remedy().name(),
                        proposal.remedy().chinese(),
                        proposal.amount(),
                        proposal.by(),
                        line.no() == open);
    }

    /** Number of the proposal that can be accepted; 0 for none. */
    private static int openProposal(Talk talk) {
        return !talk.state().equals("OPEN")
                ? 0
                : talk.lines().stream()
                        .filter(line -> line.kind() == Kind.PROPOSAL)
                        .mapToInt(Line::no)
                        .max()
                        .orElse(0);
    }

    private static List<String> can(Talk talk, Side side) {
        if (!talk.state().equals("OPEN") || side == Side.OFFICER) {
            return List.of();
        }
        if (side == Side.MERCHANT) {
            return List.of("SAY", "PROPOSE", "DECLINE");
        }
        List<String> can = new ArrayList<>(List.of("SAY", "ESCALATE"));
        if (openProposal(talk) > 0) {
            can.add("ACCEPT");
        }
        return List.copyOf(can);
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(Fields.ZONE).toOffsetDateTime();
    }
}
