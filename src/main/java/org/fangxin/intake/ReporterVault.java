package org.fangxin.intake;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.store.VaultStore;
import org.fangxin.intake.store.VaultStore.Reporter;
import org.fangxin.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reporters' identities (Art. 37), apart from every case: read one at a time, by a keeper, for a case of his own
 * subtree, with a purpose. Each reading is kept beside the vault and in the audit log.
 */
@Component
public class ReporterVault {
    private static final Pattern PURPOSE = Pattern.compile("[A-Z][A-Z_]{2,39}");

    private final VaultStore store;
    private final CaseFiles cases;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ReporterVault(
            VaultStore store,
            CaseFiles cases,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.cases = cases;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Who reported.
     *
     * @param purpose a code, e.g. {@code TELL_REPORTER}, {@code REWARD}, {@code VERIFY}
     * @return empty when there is no such report in the keeper's subtree
     */
    public Optional<Reporter> reveal(String caseNo, SignedIn keeper, String purpose) {
        String code = purpose.strip().toUpperCase(Locale.ROOT);
        if (!PURPOSE.matcher(code).matches() || code.equals("NULL")) {
            throw Problem.invalid("purpose", "required", "请写明用途代码，比如 TELL_REPORTER（告知）、REWARD（奖励）、VERIFY（核实）。");
        }
        if (!keeper.has(Role.IDENTITY_KEEPER) || !ofHisAgency(caseNo, keeper)) {
            return Optional.empty();
        }
        return Objects.requireNonNull(Scopes.within(
                Scope.SYSTEM,
                () -> transaction.execute(status -> {
                    audit.record("REPORTER_READ", caseNo, "purpose=" + code);
                    return store.read(caseNo, keeper.personId(), code, clock.instant());
                })));
    }

    /** The keeper need not be in charge of the report, but it must lie in his subtree. */
    private boolean ofHisAgency(String caseNo, SignedIn keeper) {
        Scope scope = Scope.subtree(keeper.agencyCode(), keeper.personId(), Scope.Reports.ALL);
        return Scopes.within(scope, () -> cases.find(caseNo))
                .filter(state -> state.kind() == Kind.REPORT && scope.covers(state.agency()))
                .isPresent();
    }
}
