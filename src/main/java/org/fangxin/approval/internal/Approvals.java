package org.fangxin.approval.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.approval.ApprovalSheet;
import org.fangxin.approval.ApprovalSheet.Opinion;
import org.fangxin.approval.ApprovalSheet.State;
import org.fangxin.approval.store.ApprovalStore;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Procedures;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking a leader, his unit head's opinion, his decision: with his yes the act is done in his name. */
@Component
public class Approvals {
    private static final int LONGEST = 2_000;
    private static final int SHORTEST = 4;
    private static final int LIST = 200;

    private final ApprovalStore store;
    private final CaseFiles cases;
    private final Desk desk;
    private final SheetPaper paper;
    private final InstantSource clock;

    Approvals(ApprovalStore store, CaseFiles cases, Desk desk, SheetPaper paper, InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.desk = desk;
        this.paper = paper;
        this.clock = clock;
    }

    /** Whether a leader decides this act, so that it can be asked of him. */
    public static boolean asked(ActRule rule) {
        return rule.roles().contains(Role.LEADER)
                && rule.fields().stream().anyMatch(field -> field.type() == FieldSpec.Type.APPROVAL);
    }

    /**
     * Keeps what a leader is asked to decide, after the act itself has been tried for a leader of the agency.
     *
     * @param fields the act's body; {@code approval} in it is left out
     * @throws Problem 404 not seen, 422 for an act that needs no leader or that the law forbids now, 409 when it is asked
     */
    @Transactional
    public ApprovalSheet ask(String caseNo, SignedIn who, Act act, Map<String, Object> fields, String words) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        ActRule rule = Procedures.rule(act, state.kind())
                .filter(Approvals::asked)
                .orElseThrow(() -> Problem.invalid("act", "no-approval", "“" + act.label() + "”不用负责人审批，请直接办理。"));
        if (state.recused().contains(who.personId()) || rule.roles().stream().noneMatch(who::has)) {
            throw new Problem(403, "not-yours", "不由您办理", "您的职责不能提请“" + act.label() + "”。", List.of(), Map.of());
        }
        words(words, "words", "承办人意见");
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.remove("approval");
        cases.consider(caseNo, act, anyLeader(who), body);
        Instant now = clock.instant();
        String agency = desk.holder(state);
        String number = desk.number(agency, now);
        ApprovalSheet sheet = new ApprovalSheet(
                0,
                number,
                caseNo,
                agency,
                act,
                body,
                words,
                state.seq(),
                State.ASKED,
                who.personId(),
                Actor.of(who).actsFor(state).orElse(null),
                now,
                null,
                null);
        long id = store.add(sheet)
                .orElseThrow(() -> Problem.conflict("“" + act.label() + "”已经送负责人审批，还没有批。请等他审批，或者先撤回。", Map.of()));
        desk.tellDeciders(sheet, now);
        return find(id);
    }

    /** A leader whom the core knows nothing else about: the sheet is tried before anybody decides. */
    private static Actor anyLeader(SignedIn who) {
        return new Actor("leader", who.agencyCode(), Set.of(Role.LEADER));
    }

    /** The unit head agrees; the leader still decides. */
    @Transactional
    public ApprovalSheet support(long id, SignedIn head, String words) {
        ApprovalSheet sheet = open(id);
        notHisOwn(sheet, head);
        if (sheet.state() != State.ASKED) {
            throw Problem.conflict("办案机构负责人已经写过意见。", Map.of());
        }
        words(words, "words", "意见");
        store.supported(id, new Opinion(head.personId(), clock.instant(), words));
        return find(id);
    }

    /**
     * With his approval the act is done, by him, with the sheet's number as its paper; all or nothing.
     *
     * @throws Problem 403 for his own request, 409 decided meanwhile, 422 when the law forbids the act by now
     */
    @Transactional
    public ApprovalSheet approve(long id, SignedIn leader, String words) {
        ApprovalSheet sheet = open(id);
        notHisOwn(sheet, leader);
        Instant now = clock.instant();
        Map<String, Object> body = new LinkedHashMap<>(sheet.fields());
        body.put(
                "approval",
                Map.of(
                        "by", leader.personId(),
                        "on", now.atZone(Fields.ZONE).toLocalDate().toString(),
                        "paperNo", sheet.requestNo()));
        cases.act(sheet.caseNo(), sheet.act(), actor(leader), null, body, null);
        store.decided(id, State.APPROVED, new Opinion(leader.personId(), now, words.isBlank() ? "同意" : words));
        desk.tellAsker(sheet, "approved", now);
        return kept(id);
    }

    /** Not approved: back to who asked, with reasons. */
    @Transactional
    public ApprovalSheet giveBack(long id, SignedIn leader, String words) {
        ApprovalSheet sheet = open(id);
        notHisOwn(sheet, leader);
        words(words, "words", "退回的理由");
        Instant now = clock.instant();
        store.decided(id, State.RETURNED, new Opinion(leader.personId(), now, words));
        desk.tellAsker(sheet, "approval-returned", now);
        return kept(id);
    }

    /** The decided sheet, printed once. */
    private ApprovalSheet kept(long id) {
        ApprovalSheet decided = find(id);
        cases.find(decided.caseNo()).ifPresent(state -> store.keep(id, paper.print(decided, state)));
        return decided;
    }

    @Transactional
    public ApprovalSheet withdraw(long id, SignedIn who) {
        ApprovalSheet sheet = open(id);
        if (!sheet.askedBy().equals(who.personId())) {
            throw Problem.notFound();
        }
        store.withdrawn(id);
        return find(id);
    }

    @Transactional(readOnly = true)
    public ApprovalSheet find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<ApprovalSheet> ofCase(String caseNo) {
        cases.find(caseNo).orElseThrow(Problem::notFound);
        return store.ofCase(caseNo);
    }

    @Transactional(readOnly = true)
    public List<ApprovalSheet> list(boolean waiting) {
        return waiting ? store.waiting(LIST) : store.done(LIST);
    }

    private ApprovalSheet open(long id) {
        ApprovalSheet sheet = store.hold(id).orElseThrow(Problem::notFound);
        if (!sheet.state().open()) {
            throw Problem.conflict("这份审批表" + sheet.state().chinese() + "，请刷新看看。", Map.of());
        }
        return sheet;
    }

    private static void notHisOwn(ApprovalSheet sheet, SignedIn who) {
        if (sheet.askedBy().equals(who.personId())) {
            throw Problem.forbiddenByLaw("提请的人不能审批自己提请的事项，请另一位负责人审批。", List.of());
        }
    }

    private static void words(String words, String field, String label) {
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw Problem.invalid(field, "length", "请写" + label + "，四个字以上、两千字以内。不要写举报人的身份。");
        }
    }

    private static Actor actor(SignedIn who) {
        return Actor.of(who);
    }
}
