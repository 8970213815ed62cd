package org.fangxin.staffing.internal;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.identity.Substitutes;
import org.fangxin.staffing.store.AbsenceStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Substitutes} out of the approved absences. */
@Component
class Standing implements Substitutes {
    private final AbsenceStore absences;
    private final InstantSource clock;
    private final TransactionTemplate reading;

    Standing(AbsenceStore absences, InstantSource clock, PlatformTransactionManager transactions) {
        this.absences = absences;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Set<String> standsFor(String personId, Set<Role> roles) {
        if (roles.stream().noneMatch(Role.OFFICERS::contains)) {
            return Set.of();
        }
        return Scopes.within(
                Scope.SYSTEM,
                () -> Objects.requireNonNull(reading.execute(status -> absences.standing(personId, clock.instant()))));
    }

    /** Whether the substitutes lead round to the absent person himself, in whatever agencies they are. */
    boolean circle(String substitute, String absent, java.time.Instant starts, java.time.Instant ends) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> Objects.requireNonNull(
                        reading.execute(status -> absences.reaches(substitute, absent, starts, ends))));
    }
}
