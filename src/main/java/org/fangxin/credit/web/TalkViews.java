package org.fangxin.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.credit.Effect;
import org.fangxin.credit.internal.Talks;
import org.fangxin.credit.internal.Talks.Held;
import org.fangxin.credit.store.TalkStore.Talk;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about talks and guidance. */
final class TalkViews {
    private TalkViews() {}

    @Schema(
            name = "TalkEffect",
            description =
                    "days: length of each side, the day of the talk on neither; before, after: complaints received; the rates are"
                            + " for 30 days; null: not all days are past (ready false), or a count under five that is not told outside"
                            + " the agency (suppressed)")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EffectView(
            int days,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Double beforeRate,
            @Nullable Double afterRate,
            boolean ready,
            boolean suppressed) {
        static EffectView of(Effect one) {
            return new EffectView(
                    one.days(),
                    one.before(),
                    one.after(),
                    one.beforeRate(),
                    one.afterRate(),
                    one.ready(),
                    one.suppressed());
        }
    }

    @Schema(
            name = "TalkCommitment",
            description = "result: DONE, NOT_DONE; null while open; overdue: as of today in Beijing")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CommitmentView(
            long commitmentId,
            String text,
            LocalDate dueOn,
            boolean overdue,
            @Nullable String result,
            @Nullable String resultText) {}

    @Schema(name = "TalkStep")
    record StepView(String by, OffsetDateTime at, String text) {}

    @Schema(
            name = "Talk",
            description =
                    "kind: TALK 约谈, GUIDANCE 行政指导; occasion: CASES, HOTSPOT, GRADE, INSPECTION, SEASON, OTHER; participants: null for"
                            + " other agencies; caseNos: of cases that the caller may see")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TalkView(
            String talkId,
            String agency,
            boolean own,
            String kind,
            LocalDate heldOn,
            String place,
            String occasion,
            String occasionText,
            @Nullable String participants,
            String points,
            String by,
            List<String> merchants,
            List<String> caseNos,
            List<CommitmentView> commitments,
            List<StepView> steps,
            List<EffectView> effect) {
        static TalkView of(Held held, List<Effect> effect, Map<String, String> names, boolean own, LocalDate today) {
            Talk talk = held.talk();
            return new TalkView(
                    talk.id(),
                    talk.agency(),
                    own,
                    talk.kind(),
                    talk.heldOn(),
                    talk.place(),
                    talk.occasion(),
                    talk.occasionWords(),
                    own ? talk.participants() : null,
                    talk.points(),
                    names.getOrDefault(talk.by(), talk.by()),
                    held.merchants(),
                    held.cases(),
                    held.commitments().stream()
                            .map(one -> new CommitmentView(
                                    one.id(),
                                    one.words(),
                                    one.dueOn(),
                                    one.result() == null && one.dueOn().isBefore(today),
                                    one.result(),
                                    one.resultWords()))
                            .toList(),
                    held.steps().stream()
                            .map(one -> new StepView(
                                    names.getOrDefault(one.by(), one.by()), CreditReading.at(one.at()), one.words()))
                            .toList(),
                    effect.stream().map(EffectView::of).toList());
        }
    }

    @Schema(
            name = "Talks",
            description = "query: by which the effect's complaints are counted, for who wants to check it")
    record TalksView(List<TalkView> items, String query) {}

    @Schema(name = "TalkPromise", description = "dueOn: not before the talk")
    record PromiseDraft(@Nullable String text, @Nullable LocalDate dueOn) {}

    @Schema(
            name = "TalkDraft",
            description =
                    "merchantIds: 1 to 50; caseNos: that the caller may see; participants: names, kept sealed; nothing about a reporter")
    record TalkDraft(
            @Nullable String kind,
            @Nullable LocalDate heldOn,
            @Nullable String place,
            @Nullable String occasion,
            @Nullable String occasionText,
            @Nullable String participants,
            @Nullable String points,
            @Nullable List<@Nullable Long> merchantIds,
            @Nullable List<@Nullable String> caseNos,
            @Nullable List<@Nullable PromiseDraft> commitments) {
        Talks.Draft typed() {
            return new Talks.Draft(
                    kind,
                    heldOn,
                    place,
                    occasion,
                    occasionText,
                    participants,
                    points,
                    present(merchantIds),
                    present(caseNos).stream().map(String::strip).toList(),
                    present(commitments).stream()
                            .map(one -> new Talks.Promised(one.text(), one.dueOn()))
                            .toList());
        }

        private static <T> List<T> present(@Nullable List<@Nullable T> all) {
            List<T> kept = new java.util.ArrayList<>();
            if (all != null) {
                all.stream().filter(Objects::nonNull).forEach(one -> kept.add(Objects.requireNonNull(one)));
            }
            return kept;
        }
    }

    @Schema(name = "TalkRecorded")
    record Recorded(String talkId) {}

    @Schema(name = "TalkFollowUp")
    record FollowUp(@Nullable String text) {}

    @Schema(name = "TalkCommitmentResult")
    record Result(@Nullable Boolean done, @Nullable String text) {}
}
