package org.fangxin.intake.internal.track;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.PublicText;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.fangxin.intake.internal.Opening;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.intake.store.SubmissionStore.Part;
import org.fangxin.law.DeadlineView;
import org.fangxin.law.Rule;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a person sees of the own submission (procedures §1.3–1.6): the case in plain words, its date and steps. Of a report
 * nothing about its handling (Art. 36, 37). Runs in the program's own scope, after the code was checked.
 */
@Component
public class PublicProgress {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** By when the merchant and the person have talked it over: the one promise that the person was told of. */
    private static final String TALKS = "promise.odr.merchant";

    private final CaseFiles cases;
    private final CaseHistory histories;
    private final PublicWords words;
    private final Agencies agencies;
    private final AskedMaterial asked;

    PublicProgress(CaseFiles cases, CaseHistory histories, PublicWords words, Agencies agencies, AskedMaterial asked) {
        this.cases = cases;
        this.histories = histories;
        this.words = words;
        this.agencies = agencies;
        this.asked = asked;
    }

    public record AgencyName(String name) {}

    public record Step(OffsetDateTime at, String text) {}

    /**
     * One case; {@code stage} of a report is RECEIVED, VERIFYING or an end that its reporter is told; {@code greenChannel}:
     * it was or is with the merchant first.
     */
    public record CaseProgress(
            String caseNo,
            String kind,
            String stage,
            String publicText,
            AgencyName agency,
            @Nullable DeadlineView deadline,
            List<Step> timeline,
            List<String> can,
            @Nullable Asked asked,
            boolean greenChannel) {}

    /** Material that is still missing: what, the last day, what follows. */
    public record Asked(List<AskedItem> items, LocalDate until, boolean over, String after) {}

    public record AskedItem(String code, String label) {}

    /** A submission with all cases that came of it, those that an officer opened from it too. */
    public record Progress(
            String submissionNo,
            OffsetDateTime receivedAt,
            List<CaseProgress> cases,
            @Nullable String reportNote) {}

    /** The cases of a submission, by number, each with the actor that its author is in it. */
    public Map<String, Actor> casesOf(Found submission) {
        Map<String, Actor> found = new LinkedHashMap<>();
        for (Part part : submission.parts()) {
            follow(part.caseNo(), actor(part), found);
        }
        return found;
    }

    public Progress of(Found submission) {
        List<CaseProgress> shown = new ArrayList<>();
        casesOf(submission)
                .forEach((caseNo, actor) -> histories.of(caseNo, actor).ifPresent(story -> shown.add(progress(story))));
        boolean report = shown.stream().anyMatch(one -> one.kind().equals(Kind.REPORT.name()));
        boolean others = shown.stream().anyMatch(one -> !one.kind().equals(Kind.REPORT.name()));
        String note = report && others ? "同时收到举报 1 件，已分开处理；举报的处理情况依法保密。 第九条、第三十七条" : null;
        return new Progress(
                submission.submissionNo(), submission.receivedAt().atZone(ZONE).toOffsetDateTime(), shown, note);
    }

    /** An officer may have split, reclassified or converted what came in: the person follows, a clue stays unseen. */
    private void follow(String caseNo, Actor actor, Map<String, Actor> found) {
        if (found.putIfAbsent(caseNo, actor) != null) {
            return;
        }
        histories.of(caseNo, actor).stream()
                .flatMap(story -> story.told().stream())
                .forEach(told -> {
                    switch (told.recorded().entry()) {
                        case Entry.SubmissionSplit split -> follow(split.newCaseNo(), found);
                        case Entry.Reclassified to -> follow(to.newCaseNo(), found);
                        case Entry.Converted to -> follow(to.newCaseNo(), found);
                        case Entry.JointMerged into ->
                            seat(into, actor)
                                    .ifPresent(now ->
                                            follow(into.intoCaseNo(), Actor.party(now, Role.COMPLAINANT), found));
                        case Entry.JointLeft left -> left(left, caseNo, actor, found);
                        default -> {}
                    }
                });
    }

    /** Which of the joint complaint's people this person is. */
    private static Optional<String> seat(Entry.JointMerged into, Actor actor) {
        return into.seats().stream()
                .filter(seat -> actor.id().equals("party:" + seat.before()))
                .map(Entry.Seat::now)
                .findFirst();
    }

    /** Who left a joint complaint has a case of his own again, and sees no more of the others' (Art. 12). */
    private void left(Entry.JointLeft left, String caseNo, Actor actor, Map<String, Actor> found) {
        if (left.newCaseNo() != null && actor.id().equals("party:" + left.partyId())) {
            found.remove(caseNo);
            follow(left.newCaseNo(), found);
        }
    }

    private void follow(String caseNo, Map<String, Actor> found) {
        cases.find(caseNo).ifPresent(state -> {
            PartyRole role = state.kind() == Kind.COMPLAINT ? PartyRole.COMPLAINANT : PartyRole.ASKER;
            String party = state.partiesWith(role).stream().findFirst().orElse(Opening.REPORTER);
            follow(caseNo, actor(new Part(caseNo, state.kind(), party)), found);
        });
    }

    private static Actor actor(Part part) {
        Role role = switch (part.kind()) {
            case COMPLAINT -> Role.COMPLAINANT;
            case REPORT -> Role.REPORTER;
            case CONSULTATION, SUGGESTION -> Role.ASKER;
        };
        return Actor.party(part.partyId(), role);
    }

    private CaseProgress progress(Story story) {
        CaseState state = story.state();
        Optional<DeadlineView> next = state.kind() == Kind.REPORT ? Optional.empty() : nearest(state);
        String agency = name(state.agency());
        return new CaseProgress(
                state.caseNo(),
                state.kind().name(),
                PublicWords.stage(state).name(),
                words.now(story, agency, next.map(DeadlineView::dueOn).orElse(null)),
                new AgencyName(agency),
                next.orElse(null),
                steps(story),
                can(story),
                asked.of(state).orElse(null),
                state.complaint().green().member() != null);
    }

    private Optional<DeadlineView> nearest(CaseState state) {
        return cases.deadlines(state).stream()
                .filter(deadline -> deadline.state() != DeadlineView.State.MET
                        && deadline.state() != DeadlineView.State.LIFTED
                        && (deadline.source() == Rule.Source.STATUTE
                                || state.kind() != Kind.COMPLAINT
                                || deadline.rule().equals(TALKS)))
                .findFirst();
    }

    private List<Step> steps(Story story) {
        List<Step> steps = new ArrayList<>();
        String agency = "";
        for (Told told : story.told()) {
            if (told.recorded().entry() instanceof Entry.Received received) {
                agency = name(received.agency());
            }
            Optional<String> text =
                    PublicText.step(story.state(), told.recorded().entry(), agency);
            text.ifPresent(step -> steps.add(new Step(
                    told.recorded().occurredAt().atZone(ZONE).toOffsetDateTime(), PublicWords.withText(step, told))));
        }
        return steps;
    }

    /** Of a report always the same while it is being handled: what is missing here would tell how far it is. */
    private static List<String> can(Story story) {
        CaseState state = story.state();
        Stage stage = PublicWords.stage(state);
        if (state.kind() == Kind.REPORT) {
            boolean open = stage == Stage.RECEIVED || stage == Stage.VERIFYING;
            boolean early = stage == Stage.RECEIVED && story.available().contains(Act.WITHDRAW);
            return open ? (early ? List.of("SUPPLEMENT", "WITHDRAW") : List.of("SUPPLEMENT")) : List.of();
        }
        List<String> can = new ArrayList<>();
        if (story.available().contains(Act.SUPPLY_MATERIAL)) {
            can.add("SUPPLEMENT");
        }
        if (story.available().contains(Act.WITHDRAW)) {
            can.add("WITHDRAW");
        }
        if (story.available().contains(Act.ASK_RESCHEDULE)) {
            can.add("RESCHEDULE");
        }
        return List.copyOf(can);
    }

    private String name(String code) {
        return agencies.find(code).map(Agency::name).orElse(code);
    }
}
