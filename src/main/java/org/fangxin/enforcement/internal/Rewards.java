package org.fangxin.enforcement.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.RewardClaim.State;
import org.fangxin.enforcement.RewardRule;
import org.fangxin.enforcement.store.RewardStore;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.law.WorkingCalendar;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reward at the desk: graded by one, approved by two others, and then an act of the case (Art. 36). */
@Component
public class Rewards {
    private static final int SHORTEST_REASONS = 10;

    private final RewardStore store;
    private final RewardTable table;
    private final RewardCase rewardCase;
    private final InstantSource clock;

    Rewards(RewardStore store, RewardTable table, RewardCase rewardCase, InstantSource clock) {
        this.store = store;
        this.table = table;
        this.rewardCase = rewardCase;
        this.clock = clock;
    }

    /** What a reward needs of the case's room. */
    @Component
    record RewardCase(CaseFiles files, CaseHistory history, WorkingCalendar calendar) {
        /** A report that the caller sees and in which somebody reported. */
        CaseState report(String caseNo) {
            CaseState state = files.find(caseNo).orElseThrow(Problem::notFound);
            if (state.kind() != Kind.REPORT || state.report().clue()) {
                throw Problem.forbiddenByLaw("这一件没有举报人，不能奖励。", List.of("第三十六条"));
            }
            return state;
        }

        /** Fine and forfeiture of the decision, zero when there was neither. */
        BigDecimal base(String caseNo, Actor actor) {
            return history.of(caseNo, actor).orElseThrow(Problem::notFound).told().stream()
                    .map(told -> told.recorded().entry())
                    .filter(Entry.CaseDecided.class::isInstance)
                    .map(Entry.CaseDecided.class::cast)
                    .reduce((earlier, later) -> later)
                    .map(decided -> or(decided.fine()).add(or(decided.forfeiture())))
                    .orElse(BigDecimal.ZERO);
        }

        private static BigDecimal or(@Nullable BigDecimal sum) {
            return sum == null ? BigDecimal.ZERO : sum;
        }

        LocalDate afterWorkingDays(LocalDate from, int days) {
            LocalDate day = from;
            for (int left = days; left > 0; ) {
                day = day.plusDays(1);
                left -= calendar.works(day) ? 1 : 0;
            }
            return day;
        }
    }

    @Transactional
    public List<RewardClaim> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public List<RewardStore.Books> books() {
        return store.books();
    }

    /** The table in force today. */
    public RewardRule rule() {
        return table.on(today());
    }

    /**
     * Grades a report; again as long as it is not granted, which takes approvals back.
     *
     * @throws Problem 422 before the decision, without reasons or for an unknown grade
     */
    @Transactional
    public RewardClaim grade(String caseNo, SignedIn who, @Nullable Integer grade, @Nullable String reasons) {
        CaseState state = rewardCase.report(caseNo);
        if (state.stage() != Stage.DECIDED && state.stage() != Stage.CLOSED) {
            throw Problem.forbiddenByLaw("案件作出处理决定以后才能认定奖励等级。", List.of("第三十六条"));
        }
        RewardRule rule = rule();
        RewardRule.Grade chosen = rule.grades().stream()
                .filter(one -> grade != null && one.grade() == grade)
                .findFirst()
                .orElseThrow(() -> Problem.invalid("grade", "unknown", "请选奖励等级：一级、二级或者三级。"));
        if (reasons == null || reasons.strip().length() < SHORTEST_REASONS) {
            throw Problem.invalid("reasons", "short", "请写明认定理由，至少十个字。不要写举报人的身份。");
        }
        store.open(Codes.claimNo(), caseNo, state.agency(), false, clock.instant());
        RewardClaim claim = claim(caseNo, State.APPLIED, State.GRADED, State.FIRST_APPROVED, State.REFUSED);
        BigDecimal base = rewardCase.base(caseNo, actor(who));
        store.graded(
                claim.claimNo(),
                rule.id(),
                chosen.grade(),
                reasons.strip(),
                base,
                rule.amount(chosen, base),
                who.personId());
        return ofCase(caseNo);
    }

    /**
     * The first approval by a head of unit or a leader, the second by a leader; three different people. With the second
     * the case records the reward and the books owe it.
     *
     * @param financePaper number of the finance department's paper, for large amounts
     */
    @Transactional
    public RewardClaim approve(String caseNo, SignedIn who, @Nullable String financePaper) {
        rewardCase.report(caseNo);
        RewardClaim claim = claim(caseNo, State.GRADED, State.FIRST_APPROVED);
        if (who.personId().equals(claim.gradedBy()) || who.personId().equals(claim.firstBy())) {
            throw Problem.forbiddenByLaw("认定等级的人和批准的两个人不能是同一人。", List.of("第三十六条"));
        }
        if (claim.state() == State.GRADED) {
            store.firstApproved(claim.claimNo(), who.personId());
        } else {
            grant(claim, who, financePaper);
        }
        return ofCase(caseNo);
    }

    private void grant(RewardClaim claim, SignedIn who, @Nullable String financePaper) {
        if (!who.has(Role.LEADER)) {
            throw Problem.forbiddenByLaw("第二次批准由部门负责人作出。", List.of("第三十六条"));
        }
        RewardRule rule = rule();
        BigDecimal amount = Objects.requireNonNull(claim.amount());
        if (amount.compareTo(rule.financeFrom()) >= 0 && (financePaper == null || financePaper.isBlank())) {
            throw Problem.invalid("financePaper", "required", "五十万元以上的，要同本级财政部门确定。请填财政部门意见的文号。");
        }
        Instant now = clock.instant();
        rewardCase
                .files()
                .act(
                        claim.caseNo(),
                        Act.REWARD,
                        actor(who).byProgram(),
                        null,
                        Map.of("basis", rule.source(), "contributionVerified", true, "amount", amount.toPlainString()),
                        null);
        store.granted(
                claim.claimNo(), who.personId(), rewardCase.afterWorkingDays(today(), rule.claimWorkingDays()), now);
        store.enter(claim.claimNo(), RewardStore.Line.GRANT, amount, who.personId(), now);
    }

    /** No reward; graded again it goes on. */
    @Transactional
    public RewardClaim refuse(String caseNo) {
        rewardCase.report(caseNo);
        store.state(
                claim(caseNo, State.APPLIED, State.GRADED, State.FIRST_APPROVED).claimNo(), State.REFUSED);
        return ofCase(caseNo);
    }

    /** The code was lost or tried too often: the reporter gets another one on his page. */
    @Transactional
    public RewardClaim newCode(String caseNo) {
        rewardCase.report(caseNo);
        store.code(claim(caseNo, State.GRANTED).claimNo(), null);
        return ofCase(caseNo);
    }

    private RewardClaim ofCase(String caseNo) {
        return store.ofCase(caseNo).orElseThrow(() -> Problem.conflict("这一件还没有奖励申请，请先认定等级。", Map.of()));
    }

    private RewardClaim claim(String caseNo, State... states) {
        RewardClaim claim = ofCase(caseNo);
        if (!List.of(states).contains(claim.state())) {
            throw Problem.conflict("这一件现在是“" + claim.state().chinese() + "”，请刷新看看。", Map.of());
        }
        return claim;
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    private static Actor actor(SignedIn who) {
        return Actor.of(who);
    }
}
