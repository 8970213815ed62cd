package org.fangxin.staffing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.fangxin.staffing.AssignmentRule;
import org.fangxin.staffing.AssignmentRule.Area;
import org.fangxin.staffing.AssignmentRule.Order;
import org.fangxin.staffing.AssignmentRule.Skill;
import org.fangxin.staffing.AssignmentRule.Version;
import org.fangxin.staffing.internal.AssignmentProposals;
import org.fangxin.staffing.internal.AssignmentProposals.Proposal;
import org.fangxin.staffing.internal.AssignmentRules;
import org.fangxin.staffing.store.AssignmentStore.Draft;
import org.fangxin.staffing.web.AbsenceViews.PersonRef;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom a case is proposed to, and the rules by which a unit proposes or assigns. */
@RestController
@RequestMapping("/api/v1/staffing")
@Tag(name = "staffing")
class AssignmentController {
    private static final Role[] ASSIGNERS = {Role.INTAKE, Role.UNIT_HEAD};
    private static final Role[] READERS = {Role.INTAKE, Role.UNIT_HEAD, Role.LEADER, Role.SUPERIOR};
    private static final Role[] DRAFTERS = {Role.UNIT_HEAD, Role.LEADER};

    private final AssignmentProposals proposals;
    private final AssignmentRules rules;
    private final People people;

    AssignmentController(AssignmentProposals proposals, AssignmentRules rules, People people) {
        this.proposals = proposals;
        this.rules = rules;
        this.people = people;
    }

    @Schema(name = "AssignCandidate", description = "reasons: 为什么提这个人，要紧的在前")
    record CandidateView(PersonRef person, String agency, int open, int overdue, List<String> reasons) {}

    @Schema(
            name = "AssignProposal",
            description = "rule：按哪一版规则，分派时放进 byRule.assignmentRule；candidates：最合适的在前；passedOver：请假、回避的，每人一句；"
                    + "waiting：开着自动分派却还没有分出去的原因")
    record ProposalView(
            String rule,
            boolean automatic,
            List<CandidateView> candidates,
            List<String> passedOver,
            @Nullable String waiting) {}

    @Schema(name = "AssignSkill", description = "matter：GOODS:类别代码 或者 PROBLEM:类别代码")
    record SkillView(String matter, List<PersonRef> persons) {}

    @Schema(name = "AssignArea")
    record AreaView(String region, List<PersonRef> persons) {}

    @Schema(name = "AssignRule", description = "no 为 0 是系统默认：按在办件数提议，不自动分派")
    record RuleView(
            String agency,
            int no,
            Order order,
            boolean automatic,
            List<SkillView> skills,
            List<AreaView> areas,
            String reason,
            PersonRef madeBy,
            @Nullable PersonRef activatedBy,
            @Nullable Instant activatedAt) {}

    @Schema(name = "AssignRuleDraft")
    record DraftView(
            long draftId,
            String state,
            RuleView rule,
            @Nullable PersonRef decidedBy,
            @Nullable String why) {}

    @Schema(name = "AssignRules")
    record RulesView(String agency, RuleView inForce, List<DraftView> drafts, List<RuleView> versions) {}

    @Schema(name = "AssignSkillChange")
    record SkillChange(@Nullable String matter, @Nullable List<String> persons) {}

    @Schema(name = "AssignAreaChange")
    record AreaChange(@Nullable String region, @Nullable List<String> persons) {}

    @Schema(name = "AssignRuleChange", description = "agency 不写就是自己的单位")
    record RuleChange(
            @Nullable String agency,
            @Nullable Order order,
            @Nullable Boolean automatic,
            @Nullable List<SkillChange> skills,
            @Nullable List<AreaChange> areas,
            @Nullable String reason) {}

    @Schema(name = "AssignRuleDecision")
    record Decision(@Nullable Boolean activate, @Nullable String why) {}

    @GetMapping("/cases/{caseNo}/proposal")
    @Operation(summary = "这件按规则提议分给谁，为什么", description = "按这个单位的分派规则排；请假、回避的不提。由负责人或者分送员决定，分派仍用“分派”，提议随分派一起记入记录。")
    ProposalView proposal(@PathVariable String caseNo) {
        CurrentPerson.require(ASSIGNERS);
        Proposal proposal = proposals.propose(caseNo);
        return new ProposalView(
                proposal.rule().id(),
                proposal.rule().rule().automatic(),
                proposal.candidates().stream()
                        .map(one -> new CandidateView(
                                new PersonRef(
                                        one.person().personId(), one.person().displayName()),
                                one.person().agencyCode(),
                                one.load().open(),
                                one.load().overdue(),
                                one.reasons()))
                        .toList(),
                proposal.passedOver(),
                proposal.waiting());
    }

    @GetMapping("/rules")
    @Operation(summary = "一个单位的分派规则：现行的、草案、历次版本", description = "agency 不写就是自己的单位。")
    RulesView rules(@RequestParam(required = false) @Nullable String agency) {
        var who = CurrentPerson.require(READERS);
        return view(rules.page(agency == null || agency.isBlank() ? who.agencyCode() : agency));
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "起草分派规则", description = "承办机构负责人、市场监管部门负责人；启用以前不起作用。")
    RulesView draft(@RequestBody RuleChange change) {
        var who = CurrentPerson.require(DRAFTERS);
        String agency = Objects.requireNonNullElse(change.agency(), who.agencyCode());
        rules.draft(who, agency, rule(change), change.reason());
        return view(rules.page(agency));
    }

    @PostMapping("/rules/drafts/{draftId}/decision")
    @Operation(summary = "启用或者不启用一份草案（市场监管部门负责人）", description = "启用后成为新的一版，管启用以后到的案件；版本不再改动。")
    RulesView decide(@PathVariable long draftId, @RequestBody Decision decision) {
        var leader = CurrentPerson.require(Role.LEADER);
        if (decision.activate() == null) {
            throw Problem.invalid("activate", "required", "请选启用还是不启用。");
        }
        return view(rules.decide(leader, draftId, decision.activate(), decision.why()));
    }

    private static AssignmentRule rule(RuleChange change) {
        if (change.order() == null) {
            throw Problem.invalid("order", "required", "请选按轮流还是按在办件数。");
        }
        return new AssignmentRule(
                change.order(),
                Boolean.TRUE.equals(change.automatic()),
                Objects.requireNonNullElse(change.skills(), List.<SkillChange>of()).stream()
                        .map(one -> new Skill(text(one.matter()), persons(one.persons())))
                        .toList(),
                Objects.requireNonNullElse(change.areas(), List.<AreaChange>of()).stream()
                        .map(one -> new Area(text(one.region()), persons(one.persons())))
                        .toList());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> persons(@Nullable List<String> persons) {
        return persons == null
                ? List.of()
                : persons.stream().filter(Objects::nonNull).distinct().toList();
    }

    private RulesView view(AssignmentRules.Page page) {
        Map<String, String> names = people.displayNames(Stream.of(
                        page.versions().stream().flatMap(AssignmentController::named),
                        page.drafts().stream().flatMap(AssignmentController::named),
                        named(page.inForce()))
                .flatMap(one -> one)
                .collect(Collectors.toSet()));
        return new RulesView(
                page.agency(),
                view(page.inForce(), names),
                page.drafts().stream().map(one -> view(one, names)).toList(),
                page.versions().stream().map(one -> view(one, names)).toList());
    }

    private static Stream<String> named(Version version) {
        return Stream.concat(
                Stream.of(version.madeBy(), Objects.requireNonNullElse(version.activatedBy(), "")),
                persons(version.rule()));
    }

    private static Stream<String> named(Draft draft) {
        return Stream.concat(
                Stream.of(draft.madeBy(), Objects.requireNonNullElse(draft.decidedBy(), "")), persons(draft.rule()));
    }

    private static Stream<String> persons(AssignmentRule rule) {
        return Stream.concat(
                rule.skills().stream().flatMap(one -> one.persons().stream()),
                rule.areas().stream().flatMap(one -> one.persons().stream()));
    }

    private static DraftView view(Draft draft, Map<String, String> names) {
        Version asRule = new Version(draft.agency(), 0, draft.rule(), draft.reason(), draft.madeBy(), null, null);
        return new DraftView(
                draft.id(),
                draft.state(),
                view(asRule, names),
                draft.decidedBy() == null ? null : ref(draft.decidedBy(), names),
                draft.decidedWhy());
    }

    private static RuleView view(Version version, Map<String, String> names) {
        AssignmentRule rule = version.rule();
        return new RuleView(
                version.agency(),
                version.no(),
                rule.order(),
                rule.automatic(),
                rule.skills().stream()
                        .map(one -> new SkillView(one.matter(), refs(one.persons(), names)))
                        .toList(),
                rule.areas().stream()
                        .map(one -> new AreaView(one.region(), refs(one.persons(), names)))
                        .toList(),
                version.reason(),
                ref(version.madeBy(), names),
                version.activatedBy() == null ? null : ref(version.activatedBy(), names),
                version.activatedAt());
    }

    private static List<PersonRef> refs(List<String> persons, Map<String, String> names) {
        return persons.stream().map(one -> ref(one, names)).toList();
    }

    private static PersonRef ref(String person, Map<String, String> names) {
        return new PersonRef(person, names.getOrDefault(person, person.equals(People.SYSTEM) ? "系统" : person));
    }
}
