package org.fangxin.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fangxin.identity.internal.AuditCheck;
import org.fangxin.identity.internal.AuditTrail;
import org.fangxin.identity.internal.AuditTrail.Draft;
import org.springframework.stereotype.Component;

/**
 * The audit log: who did what, when, with what outcome. Append-only and chained with keyed SM3, so that a change, a gap or
 * a cut is found. Holds ids and codes, never personal data.
 */
@Component
public class AuditLog {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:=/-]{0,80}");

    /**
     * What a look at the whole chain found.
     *
     * @param checked records looked at
     * @param firstBroken number of the first record that does not fit; empty when all fit
     */
    public record Verdict(long checked, Optional<Long> firstBroken) {
        public boolean intact() {
            return firstBroken.isEmpty();
        }
    }

    /**
     * A log that ends before what was noted of it outside the database.
     *
     * @param head number of its last record
     * @param newestKnown number of the last record that was noted
     * @param keptIn the file among the secrets that keeps what was noted of the records that are gone
     */
    public record Rollback(long head, long newestKnown, String keptIn) {}

    private final AuditTrail trail;
    private final AuditCheck check;

    AuditLog(AuditTrail trail, AuditCheck check) {
        this.trail = trail;
        this.check = check;
    }

    /**
     * Records an act of the person or program signed in, or of the system itself, in the running transaction or in one of
     * its own.
     *
     * @param action a code such as {@code UNMASK}
     * @param subjectId the id of what was acted upon, or empty
     * @param detailCodes further codes, such as {@code field=PHONE}; no free text
     * @throws IllegalArgumentException when something is no code
     */
    public void record(String action, String subjectId, String... detailCodes) {
        for (String code : detailCodes) {
            requireCode(code);
        }
        requireCode(subjectId);
        trail.append(Draft.byCurrent(action).about(subjectId).with(List.of(detailCodes)));
    }

    /**
     * Records that the database was put back, and sets aside what was noted outside of it about records that are gone.
     *
     * @return what is gone, as far as it was noted outside; empty when nothing was
     */
    public Optional<Rollback> restored(String source, String target) {
        requireCode(source);
        requireCode(target);
        Optional<Rollback> lost = check.setAside();
        List<String> codes = lost.map(
                        one -> List.of("to=" + target, "checkpoint=" + one.newestKnown(), "head=" + one.head()))
                .orElse(List.of("to=" + target));
        trail.append(Draft.byCurrent("DATABASE_RESTORED").about(source).with(codes));
        return lost;
    }

    /** Looks at every record of the log, and at what was noted of it outside the database. */
    public Verdict verify() {
        return check.verify();
    }

    private static void requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("the audit log takes codes only");
        }
    }
}
