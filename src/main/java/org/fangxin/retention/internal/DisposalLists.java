package org.fangxin.retention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.DisposalList.Line;
import org.fangxin.retention.DisposalList.Review;
import org.fangxin.retention.DisposalList.Strike;
import org.fangxin.retention.Kept;
import org.fangxin.retention.store.ArchivedRows;
import org.fangxin.retention.store.ListStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A list is proposed by one person and reviewed by two others, one after the other; only then it is carried out. */
@Component
public class DisposalLists {
    private static final int MOST = 2_000;

    /**
     * What a reviewer says.
     *
     * @param struck number of a case → why it comes off the list
     */
    public record Opinion(boolean approved, String words, Map<String, String> struck) {
        public Opinion {
            struck = Map.copyOf(struck);
        }
    }

    private final ListStore store;
    private final ArchivedRows rows;
    private final Disposable disposable;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate writing;

    DisposalLists(
            ListStore store,
            ArchivedRows rows,
            Disposable disposable,
            AuditLog audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.disposable = disposable;
        this.audit = audit;
        this.clock = clock;
        this.writing = new TransactionTemplate(transactions);
    }

    @Transactional(readOnly = true)
    public List<DisposalList> of(SignedIn who) {
        return store.of(who.agencyCode());
    }

    /** @throws Problem 404 for another agency's */
    @Transactional(readOnly = true)
    public DisposalList find(String listNo, SignedIn who) {
        return store.find(listNo)
                .filter(list -> list.agency().equals(who.agencyCode()))
                .orElseThrow(Problem::notFound);
    }

    /**
     * @param chosen numbers of cases that are due, or null for all of them
     * @throws Problem 422 when one is not due, none is, or they are too many for one list
     */
    public DisposalList propose(@Nullable List<String> chosen, String words, SignedIn who) {
        Instant now = clock.instant();
        return asProgram(() -> {
            store.lock(who.agencyCode());
            List<Kept> due = chosen(chosen, disposable.over(who));
            String no = store.nextNumber(
                    who.agencyCode(),
                    now.atZone(org.fangxin.casefile.Fields.ZONE).getYear());
            DisposalList list = new DisposalList(
                    no,
                    who.agencyCode(),
                    words,
                    who.personId(),
                    now,
                    List.of(),
                    due.stream().map(DisposalLists::line).toList());
            store.add(list);
            audit.record("DISPOSAL_PROPOSED", no, "cases=" + due.size());
            return list;
        });
    }

    /** @throws Problem 404 no such list, 409 it was reviewed meanwhile, 422 the wrong person or a wrong field */
    public DisposalList review(String listNo, Opinion opinion, SignedIn who) {
        Instant now = clock.instant();
        return asProgram(() -> {
            store.lock(who.agencyCode());
            DisposalList list = find(listNo, who);
            int step = step(list, who);
            opinion.struck().forEach((caseNo, why) -> strike(list, caseNo, new Strike(who.personId(), now, why)));
            long left = list.lines().stream()
                    .filter(line -> line.waits() && !opinion.struck().containsKey(line.caseNo()))
                    .count();
            if (opinion.approved() && left == 0) {
                throw Problem.invalid("struck", "nothing-left", "清册上没有剩下的案件了。请改为退回。");
            }
            store.review(listNo, new Review(step, opinion.approved(), who.personId(), now, opinion.words()));
            audit.record(
                    opinion.approved() ? "DISPOSAL_APPROVED" : "DISPOSAL_REFUSED",
                    listNo,
                    "step=" + step,
                    "struck=" + opinion.struck().size());
            return store.find(listNo).orElseThrow();
        });
    }

    private int step(DisposalList list, SignedIn who) {
        int step = switch (list.state()) {
            case PROPOSED -> 1;
            case REVIEWED -> 2;
            default -> throw Problem.conflict("这份清册已经审核完了：" + list.state().chinese() + "。", Map.of());
        };
        if (!who.has(step == 1 ? Role.UNIT_HEAD : Role.LEADER)) {
            throw Problem.forbiddenByLaw(step == 1 ? "先由承办机构负责人审核。" : "第二步由市场监管部门负责人审核。", List.of());
        }
        boolean before = who.personId().equals(list.proposedBy())
                || list.reviews().stream().anyMatch(review -> review.by().equals(who.personId()));
        if (before) {
            throw Problem.forbiddenByLaw("提出清册的人不能审核，一个人也不能审核两次。请由另一位负责人审核。", List.of());
        }
        if (rows.recused(list.listNo(), who.personId())) {
            throw Problem.forbiddenByLaw("清册里有您已经回避的案件，请由另一位负责人审核。", List.of("第二十一条"));
        }
        return step;
    }

    private void strike(DisposalList list, String caseNo, Strike strike) {
        boolean there = list.lines().stream().anyMatch(line -> line.caseNo().equals(caseNo) && line.waits());
        if (!there) {
            throw Problem.invalid("struck", "unknown", "清册上没有 " + caseNo + "，或者已经剔除。请刷新后再选。");
        }
        store.strike(list.listNo(), caseNo, strike);
    }

    private static List<Kept> chosen(@Nullable List<String> chosen, List<Kept> over) {
        List<Kept> due = over.stream().filter(kept -> kept.bars().isEmpty()).toList();
        if (chosen != null) {
            Set<String> numbers = due.stream().map(Kept::caseNo).collect(Collectors.toSet());
            chosen.stream().filter(no -> !numbers.contains(no)).findFirst().ifPresent(no -> {
                throw Problem.invalid("caseNos", "not-due", no + " 不在到期可以销毁的案件里。请刷新后再选。");
            });
            due = due.stream().filter(kept -> chosen.contains(kept.caseNo())).toList();
        }
        if (due.isEmpty()) {
            throw Problem.invalid("caseNos", "none", "没有到期可以销毁的案件。请至少选一件。");
        }
        if (due.size() > MOST) {
            throw Problem.invalid("caseNos", "too-many", "一份清册最多 2,000 件。请分几份提出。");
        }
        return due;
    }

    private static Line line(Kept kept) {
        return new Line(
                kept.caseNo(),
                kept.kind().name(),
                Objects.requireNonNull(kept.years()),
                kept.archivedOn(),
                Objects.requireNonNull(kept.lastDay()),
                null,
                null);
    }

    private <T> T asProgram(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> writing.execute(status -> work.get())));
    }
}
