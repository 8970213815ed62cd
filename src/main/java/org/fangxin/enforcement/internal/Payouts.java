package org.fangxin.enforcement.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.Kind;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.enforcement.RewardClaim;
import org.fangxin.enforcement.RewardClaim.State;
import org.fangxin.enforcement.store.RewardStore;
import org.fangxin.enforcement.store.RewardStore.Line;
import org.fangxin.identity.People;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a reward outside the report's line: the reporter applies and takes a code, a cashier pays against it. */
@Component
public class Payouts {
    /** Paid: which number, how much. */
    public record Paid(String claimNo, BigDecimal amount) {}

    private final RewardStore store;
    private final Codes codes;
    private final CaseFiles cases;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Payouts(RewardStore store, Codes codes, CaseFiles cases, TransactionTemplate transaction, InstantSource clock) {
        this.store = store;
        this.codes = codes;
        this.cases = cases;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param own the cases of who holds the tracking code */
    public Optional<RewardClaim> see(Map<String, Actor> own, String caseNo) {
        return within(() -> {
            report(own, caseNo);
            return store.ofCase(caseNo);
        });
    }

    /** Asks for a reward; asked twice it is the same one. Says nothing of how far the report is. */
    public Optional<RewardClaim> apply(Map<String, Actor> own, String caseNo) {
        return within(() -> {
            CaseState state = report(own, caseNo);
            store.open(Codes.claimNo(), caseNo, state.agency(), true, clock.instant());
            return store.ofCase(caseNo);
        });
    }

    /** The payout code, this once. */
    public String code(Map<String, Actor> own, String caseNo) {
        return Objects.requireNonNull(within(() -> {
            report(own, caseNo);
            RewardClaim claim = store.ofCase(caseNo)
                    .filter(one -> one.state() == State.GRANTED)
                    .orElseThrow(() -> Problem.conflict("还没有可以领取的奖励。", Map.of()));
            if (claim.coded()) {
                throw Problem.conflict("领奖码已经给过一次，不能再看。丢了的，请打 12315 请办理机关换发。", Map.of());
            }
            String clear = Codes.fresh();
            store.code(claim.claimNo(), codes.of(claim.claimNo(), clear));
            return clear;
        }));
    }

    /**
     * Pays a reward of the cashier's subtree.
     *
     * @throws Problem 422 for an unknown number and a wrong code alike; after five wrong codes nothing is paid
     */
    public Paid pay(SignedIn cashier, @Nullable String claimNo, @Nullable String code, @Nullable String voucher) {
        if (claimNo == null || claimNo.isBlank()) {
            throw Problem.invalid("claimNo", "required", "请填领奖编号。");
        }
        if (code == null || code.isBlank()) {
            throw Problem.invalid("code", "required", "请填领奖码。");
        }
        if (voucher == null || voucher.isBlank() || voucher.length() > 60) {
            throw Problem.invalid("voucher", "required", "请填付款凭证号，最多 60 个字。");
        }
        // a wrong try has to be counted: the refusal comes after the transaction
        Optional<Paid> paid = Objects.requireNonNull(within(
                () -> tried(cashier, claimNo.strip().toUpperCase(java.util.Locale.ROOT), code, voucher.strip())));
        return paid.orElseThrow(() -> Problem.invalid("code", "wrong", "编号和领奖码对不上，或者现在不能领取。请核对；连错五次要由负责人换发。"));
    }

    private Optional<Paid> tried(SignedIn cashier, String claimNo, String code, String voucher) {
        Scope scope = Scope.subtree(cashier.agencyCode(), cashier.personId(), Scope.Reports.NONE);
        Optional<RewardClaim> found = store.hold(claimNo)
                .filter(one -> scope.covers(one.agencyCode()))
                .filter(one -> one.state() == State.GRANTED && !one.locked() && !today().isAfter(one.expiresOn()));
        Optional<RewardStore.Code> known = found.flatMap(one -> store.code(claimNo));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (!codes.same(known.get(), claimNo, code)) {
            store.wrong(claimNo);
            return Optional.empty();
        }
        RewardClaim claim = found.get();
        String by = cashier.personId();
        if (by.equals(claim.gradedBy()) || by.equals(claim.firstBy()) || by.equals(claim.secondBy())) {
            throw Problem.forbiddenByLaw("认定和批准的人不能付款，请由别人办理。", java.util.List.of("第三十六条"));
        }
        Instant now = clock.instant();
        BigDecimal amount = Objects.requireNonNull(claim.amount());
        store.paid(claimNo, by, voucher, now);
        store.enter(claimNo, Line.PAY, amount, by, now);
        return Optional.of(new Paid(claimNo, amount));
    }

    /** What nobody took in time goes back. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void lapse() {
        within(() -> {
            Instant now = clock.instant();
            for (RewardClaim claim : store.overdue(today())) {
                store.state(claim.claimNo(), State.LAPSED);
                store.code(claim.claimNo(), null);
                store.enter(claim.claimNo(), Line.LAPSE, Objects.requireNonNull(claim.amount()), People.SYSTEM, now);
            }
            return true;
        });
    }

    private CaseState report(Map<String, Actor> own, String caseNo) {
        return Optional.of(caseNo)
                .filter(own::containsKey)
                .flatMap(cases::find)
                .filter(state -> state.kind() == Kind.REPORT)
                .orElseThrow(() -> Problem.invalid("caseNo", "unknown", "这个编号不是您的举报，请从列表里选。"));
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
