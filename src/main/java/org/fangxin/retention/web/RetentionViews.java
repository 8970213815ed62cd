package org.fangxin.retention.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.casefile.Kind;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.Hold;
import org.fangxin.retention.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What answers hold of terms, holds and lists: numbers, kinds and days. */
@Component
class RetentionViews {
    private final People people;

    RetentionViews(People people) {
        this.people = people;
    }

    @Schema(name = "RetentionDueCase")
    record DueView(
            String caseNo,
            String kind,
            String kindName,

            @Schema(description = "按哪一类保管") String keptAs,

            LocalDate archivedOn,
            int years,
            LocalDate lastDay,

            @Schema(description = "HELD、LINKED、REVIEW、LISTED；没有就可以列入清册")
            List<String> bars,

            List<String> barNames) {}

    @Schema(name = "RetentionHold")
    record HoldView(
            long holdId,
            String caseNo,
            String reason,
            String heldBy,
            Instant heldAt,
            @Nullable String liftedBy,
            @Nullable Instant liftedAt,
            @Nullable String liftedWhy) {}

    @Schema(name = "DisposalListLine")
    record LineView(
            String caseNo,
            String kind,
            String kindName,
            int years,
            LocalDate archivedOn,
            LocalDate lastDay,
            @Nullable String struckBy,
            @Nullable String struckWhy,
            @Nullable Instant disposedAt) {}

    @Schema(name = "DisposalListReview")
    record ReviewView(int step, boolean approved, String by, Instant at, String words) {}

    @Schema(name = "DisposalListSummary")
    record Summary(
            String listNo,
            String state,
            String stateName,
            String proposedBy,
            Instant proposedAt,
            int cases,
            int struck,
            int disposed) {}

    @Schema(name = "DisposalList")
    record ListView(
            Summary summary,
            String words,
            List<ReviewView> reviews,
            List<LineView> lines,

            @Schema(description = "现在可以由我审核的步骤：1、2；0 没有") int mayReview) {}

    DueView due(Kept kept) {
        return new DueView(
                kept.caseNo(),
                kept.kind().name(),
                kept.kind().chinese(),
                kept.keptAs().chinese(),
                kept.archivedOn(),
                java.util.Objects.requireNonNull(kept.years()),
                java.util.Objects.requireNonNull(kept.lastDay()),
                kept.bars().stream().map(Kept.Bar::name).toList(),
                kept.bars().stream().map(Kept.Bar::chinese).toList());
    }

    List<HoldView> holds(List<Hold> holds) {
        Set<String> ids = new TreeSet<>();
        holds.forEach(hold -> {
            ids.add(hold.heldBy());
            if (hold.liftedBy() != null) {
                ids.add(hold.liftedBy());
            }
        });
        Map<String, String> names = people.displayNames(ids);
        return holds.stream()
                .map(hold -> new HoldView(
                        hold.holdId(),
                        hold.caseNo(),
                        hold.reason(),
                        name(names, hold.heldBy()),
                        hold.heldAt(),
                        hold.liftedBy() == null ? null : name(names, hold.liftedBy()),
                        hold.liftedAt(),
                        hold.liftedWhy()))
                .toList();
    }

    List<Summary> summaries(List<DisposalList> lists) {
        Map<String, String> names =
                people.displayNames(lists.stream().map(DisposalList::proposedBy).toList());
        return lists.stream().map(list -> summary(list, names)).toList();
    }

    ListView list(DisposalList list, SignedIn reader) {
        Map<String, String> names = names(list);
        return new ListView(
                summary(list, names),
                list.words(),
                list.reviews().stream()
                        .map(one -> new ReviewView(
                                one.step(), one.approved(), name(names, one.by()), one.at(), one.words()))
                        .toList(),
                list.lines().stream().map(line -> line(line, names)).toList(),
                ReviewStep.of(list, reader));
    }

    Map<String, String> names(DisposalList list) {
        List<String> ids = new ArrayList<>(List.of(list.proposedBy()));
        list.reviews().forEach(review -> ids.add(review.by()));
        list.lines().forEach(line -> {
            if (line.strike() != null) {
                ids.add(line.strike().by());
            }
        });
        return people.displayNames(ids);
    }

    static String name(Map<String, String> names, String id) {
        return names.getOrDefault(id, id.equals(People.SYSTEM) ? "系统" : id);
    }

    private static Summary summary(DisposalList list, Map<String, String> names) {
        return new Summary(
                list.listNo(),
                list.state().name(),
                list.state().chinese(),
                name(names, list.proposedBy()),
                list.proposedAt(),
                list.lines().size(),
                (int) list.lines().stream()
                        .filter(line -> line.strike() != null)
                        .count(),
                (int) list.lines().stream()
                        .filter(line -> line.disposedAt() != null)
                        .count());
    }

    private static LineView line(DisposalList.Line line, Map<String, String> names) {
        DisposalList.Strike strike = line.strike();
        return new LineView(
                line.caseNo(),
                line.kind(),
                Kind.valueOf(line.kind()).chinese(),
                line.years(),
                line.archivedOn(),
                line.lastDay(),
                strike == null ? null : name(names, strike.by()),
                strike == null ? null : strike.words(),
                line.disposedAt());
    }
}
