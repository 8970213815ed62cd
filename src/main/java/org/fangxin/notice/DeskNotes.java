package org.fangxin.notice;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers are told on the desk that is of no case: leave, handing over, exports. */
@Component
public class DeskNotes {
    private static final String NO_CASE = "";

    private final OfficerInbox inbox;
    private final InstantSource clock;
    private final TransactionTemplate apart;

    DeskNotes(OfficerInbox inbox, InstantSource clock, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Once for each person, event and matter, in a transaction of its own: nobody writes into another's inbox in his own scope.
     *
     * @param event tells what it is about from all others, e.g. {@code absence-12}
     */
    public void tell(Collection<String> persons, String event, String matter, Map<String, String> facts) {
        Scopes.within(
                Scope.SYSTEM,
                () -> apart.executeWithoutResult(
                        status -> inbox.tell(persons, NO_CASE, event, matter, facts, clock.instant())));
    }
}
