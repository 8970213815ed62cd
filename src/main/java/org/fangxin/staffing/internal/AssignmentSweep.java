package org.fangxin.staffing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.fangxin.staffing.AssignmentRule.Version;
import org.fangxin.staffing.internal.AssignmentProposals.Proposal;
import org.fangxin.staffing.store.WaitingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Assigns by the unit's rule what came to it, as an act of the program that names the rule and its version. Each case is one
 * transaction that holds its row: several processes share the work. Whom nobody can take stays, with the reason.
 */
@Component
class AssignmentSweep {
    private static final Logger LOG = LoggerFactory.getLogger(AssignmentSweep.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final WaitingStore waiting;
    private final AssignmentRules rules;
    private final AssignmentProposals proposals;
    private final CaseFiles cases;
    private final Own own;

    @Value("${fangxin.command:}")
    private String command = "";

    AssignmentSweep(
            WaitingStore waiting, AssignmentRules rules, AssignmentProposals proposals, CaseFiles cases, Own own) {
        this.waiting = waiting;
        this.rules = rules;
        this.proposals = proposals;
        this.cases = cases;
        this.own = own;
    }

    /** The program's own transactions. */
    @Component
    static class Own {
        private final TransactionTemplate transaction;
        private final Agencies agencies;
        private final InstantSource clock;

        Own(TransactionTemplate transaction, Agencies agencies, InstantSource clock) {
            this.transaction = transaction;
            this.agencies = agencies;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        <T> T everywhere(java.util.function.Supplier<T> work) {
            return Scopes.within(Scope.SYSTEM, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
        }

        /** Loads are counted in the unit's own tree, not in the nation. */
        <T> T at(String unit, java.util.function.Supplier<T> work) {
            Scope tree = Scope.subtree(agencies.actingFor(unit).code(), "", Scope.Reports.ALL);
            return Scopes.within(tree, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
        }
    }

    @Scheduled(fixedDelayString = "${fangxin.staffing.assign-every-ms:1000}", initialDelay = 20_000)
    void regularly() {
        if (!command.isEmpty()) {
            return;
        }
        try {
            sweep();
        } catch (DataAccessException gone) {
            LOG.warn("Assigning by rule goes on later: {}", gone.getClass().getSimpleName());
        }
    }

    /** How many were assigned. */
    int sweep() {
        List<String> next = own.everywhere(() -> waiting.next(own.now().minus(AGAIN), BATCH));
        return (int) next.stream().filter(this::assign).count();
    }

    private boolean assign(String caseNo) {
        String unit =
                own.everywhere(() -> cases.find(caseNo).map(CaseState::agency).orElse(""));
        try {
            return own.at(unit, () -> waiting.claim(caseNo) && assigned(caseNo));
        } catch (Problem refused) {
            LOG.info("{} is not assigned by rule: {}", caseNo, refused.type());
            return own.everywhere(() -> stays(caseNo, "按规则分派没有成功，请人工分派。"));
        }
    }

    private boolean assigned(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow();
        Version rule = rules.automaticAt(state.agency());
        if (rule == null || !ArrivalReader.waits(state, state.agency())) {
            waiting.remove(caseNo);
            return false;
        }
        Proposal proposal = proposals.of(state);
        return proposal.candidates().stream()
                .map(one -> one.person())
                .filter(person -> person.agencyCode().equals(state.agency()))
                .findFirst()
                .map(person -> give(state, rule, person.personId()))
                .orElseGet(() -> stays(caseNo, nobody(proposal)));
    }

    private boolean give(CaseState state, Version rule, String person) {
        Map<String, Object> fields =
                Map.of("persons", List.of(person), "byRule", Map.of("assignmentRule", rule.id(), "proposed", person));
        cases.act(state.caseNo(), Act.ASSIGN, Actor.SYSTEM, state.seq(), fields, null);
        waiting.remove(state.caseNo());
        String root = own.agencies.actingFor(state.agency()).code();
        waiting.turn(root, person, own.now());
        return true;
    }

    private boolean stays(String caseNo, String why) {
        waiting.stays(caseNo, why, own.now());
        return false;
    }

    private static String nobody(Proposal proposal) {
        String over = String.join("，", proposal.passedOver());
        return "规则开着自动分派，但是这个单位现在没有人可以承办" + (over.isEmpty() ? "。" : "：" + over + "。");
    }
}
