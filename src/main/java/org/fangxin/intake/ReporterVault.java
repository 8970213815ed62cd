package org.fangxin.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.ReporterOpening.Purpose;
import org.fangxin.intake.ReporterOpening.State;
import org.fangxin.intake.internal.KeeperLock;
import org.fangxin.intake.internal.ShownValues;
import org.fangxin.intake.store.VaultOpeningStore;
import org.fangxin.intake.store.VaultStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reporters' identities (Art. 37), apart from every case. An officer in the report's line asks for one field with a
 * purpose; the keeper, another person, opens it with his pass-phrase; both read it for ten minutes. Each step is kept
 * beside the vault and in the audit log, there under the opening's id: the auditor learns of no report.
 */
@Component
public class ReporterVault {
    /** A value in clear, and until when it is shown. */
    public record Opened(ReporterOpening opening, String value, Instant until) {}

    private final VaultPieces pieces;
    private final CaseFiles cases;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /** What the vault is made of. */
    @Component
    record VaultPieces(VaultStore values, VaultOpeningStore openings, ShownValues shown, KeeperLock lock) {}

    ReporterVault(
            VaultPieces pieces,
            CaseFiles cases,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.pieces = pieces;
        this.cases = cases;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Which fields the reporter of a case that the caller sees left; none for other cases than reports. */
    public List<ReporterField> fields(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        return state.kind() == Kind.REPORT ? asProgram(() -> pieces.values().fields(caseNo)) : List.of();
    }

    /** What was asked for of a case that the caller sees, the newest first. */
    public List<ReporterOpening> ofCase(String caseNo) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        return state.kind() == Kind.REPORT ? asProgram(() -> pieces.openings().ofCase(caseNo)) : List.of();
    }

    /** What waits for this keeper or was decided lately in his subtree. */
    public List<ReporterOpening> forKeeper(SignedIn keeper) {
        Scope scope = scope(keeper);
        return asProgram(() -> pieces.openings().ofRange(scope.from(), scope.to()));
    }

    /**
     * Asks for one field.
     *
     * @throws Problem 404 when the caller does not see the case, 422 when there is no such field or the purpose is none
     */
    public ReporterOpening ask(String caseNo, SignedIn officer, @Nullable String field, @Nullable String purpose) {
        CaseState state = cases.find(caseNo).orElseThrow(Problem::notFound);
        Purpose why = Purpose.of(purpose)
                .orElseThrow(() -> Problem.invalid("purpose", "required", "请选用途：核实线索、告知举报人、发放奖励或者保护举报人。"));
        ReporterField what = ReporterField.of(field)
                .filter(one -> fields(caseNo).contains(one))
                .orElseThrow(() -> Problem.invalid("field", "unknown", "举报人没有留下这一项，请选列出的一项。"));
        ReporterOpening opening = new ReporterOpening(
                UUID.randomUUID().toString(),
                caseNo,
                state.agency(),
                what,
                why,
                officer.personId(),
                clock.instant(),
                State.REQUESTED,
                null,
                null,
                null);
        return asProgram(() -> {
            pieces.openings().insert(opening);
            audit.record("REPORTER_OPENING_ASKED", opening.openingId(), "field=" + what, "purpose=" + why);
            return opening;
        });
    }

    /**
     * The keeper opens what another person asked for.
     *
     * @throws Problem 404 outside his subtree, 409 when it is decided already, 422 when he asked himself or the pass-phrase
     *     is wrong, 429 after five wrong ones
     */
    public Opened open(String openingId, SignedIn keeper, String passphrase) {
        return pieces.lock()
                .trying(keeper.personId(), "passphrase", () -> asProgram(() -> opened(openingId, keeper, passphrase)));
    }

    private Opened opened(String openingId, SignedIn keeper, String passphrase) {
        ReporterOpening asked = waiting(openingId, keeper);
        Instant now = clock.instant();
        VaultStore.Reading reading = new VaultStore.Reading(
                openingId, asked.caseNo(), asked.field(), asked.purpose().name(), keeper.personId());
        String value = pieces.values()
                .read(reading, passphrase.toCharArray(), now)
                .orElseThrow(() -> Problem.conflict("这一项已经不在了。", java.util.Map.of()));
        Instant until = now.plus(ShownValues.SHOWN);
        pieces.openings().decide(openingId, State.OPENED, keeper.personId(), now, until);
        audit.record("REPORTER_READ", openingId, "field=" + asked.field(), "purpose=" + asked.purpose());
        pieces.shown().show(openingId, value, until);
        return new Opened(asked, value, until);
    }

    /** The keeper does not open it. */
    public void refuse(String openingId, SignedIn keeper) {
        asProgram(() -> {
            ReporterOpening asked = waiting(openingId, keeper);
            pieces.openings().decide(openingId, State.REFUSED, keeper.personId(), clock.instant(), null);
            audit.record("REPORTER_OPENING_REFUSED", openingId, "field=" + asked.field());
            return asked;
        });
    }

    /**
     * Who asked reads what was opened, while it is shown.
     *
     * @throws Problem 404 for everybody else, 409 while it waits and when its time is over
     */
    public Opened read(String openingId, SignedIn officer) {
        return asProgram(() -> {
            ReporterOpening opening = pieces.openings()
                    .hold(openingId)
                    .filter(one -> one.requestedBy().equals(officer.personId()))
                    .orElseThrow(Problem::notFound);
            Instant until = opening.shownUntil();
            Optional<String> value = pieces.shown().find(openingId);
            if (until == null || value.isEmpty()) {
                throw Problem.conflict(
                        opening.state() == State.REQUESTED ? "保管员还没有打开，请稍后再看。" : "已经过了能看的时间。还需要的，请重新申请。",
                        java.util.Map.of());
            }
            audit.record("REPORTER_SHOWN", openingId, "field=" + opening.field(), "purpose=" + opening.purpose());
            return new Opened(opening, value.get(), until);
        });
    }

    private ReporterOpening waiting(String openingId, SignedIn keeper) {
        ReporterOpening asked = pieces.openings()
                .hold(openingId)
                .filter(one -> scope(keeper).covers(one.agencyCode()))
                .orElseThrow(Problem::notFound);
        if (asked.requestedBy().equals(keeper.personId())) {
            throw Problem.forbiddenByLaw("自己申请的不能自己打开，请由另一位保管员办理。", List.of("第三十七条"));
        }
        if (asked.state() != State.REQUESTED) {
            throw Problem.conflict("这一件已经办过了，请刷新看看。", java.util.Map.of());
        }
        return asked;
    }

    private static Scope scope(SignedIn keeper) {
        return Scope.subtree(keeper.agencyCode(), keeper.personId(), Scope.Reports.ALL);
    }

    private <T> T asProgram(Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
