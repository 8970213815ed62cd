package org.fangxin.identity.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fangxin.cipher.Chain;
import org.fangxin.identity.CurrentPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.store.AuditStore;
import org.fangxin.identity.store.AuditStore.Head;
import org.springframework.stereotype.Component;

/** Appends to the audit log. */
@Component
public class AuditTrail {
    private static final String NATION = "00";

    /** A record before it has its number, instant and link. */
    public record Draft(
            String actor,
            String agencyCode,
            String action,
            String subject,
            String outcome,
            String detail,
            String origin) {

        /** By whoever is signed in, or by the program itself. */
        public static Draft byCurrent(String action) {
            return CurrentPerson.find().map(who -> of(who, action)).orElseGet(() -> ofSystem(action));
        }

        public static Draft of(SignedIn who, String action) {
            return new Draft(who.personId(), who.agencyCode(), action, "", "OK", "", "");
        }

        public static Draft of(Person who, String action) {
            return new Draft(who.personId(), who.agencyCode(), action, who.personId(), "OK", "", "");
        }

        public static Draft ofSystem(String action) {
            return new Draft(People.SYSTEM, NATION, action, "", "OK", "", "");
        }

        /** Nobody known did it: a sign-in with a user name that nobody has. */
        public static Draft ofNobody(String action) {
            return new Draft("", NATION, action, "", "OK", "", "");
        }

        public Draft about(String newSubject) {
            return new Draft(actor, agencyCode, action, newSubject, outcome, detail, origin);
        }

        public Draft with(List<String> codes) {
            return new Draft(actor, agencyCode, action, subject, outcome, String.join(" ", codes), origin);
        }

        public Draft ended(String newOutcome, String newOrigin) {
            return new Draft(actor, agencyCode, action, subject, newOutcome, detail, newOrigin);
        }
    }

    private final InScope inScope;
    private final AuditStore store;
    private final Chain chain;
    private final InstantSource time;

    AuditTrail(InScope inScope, AuditStore store, Chain chain, InstantSource time) {
        this.inScope = inScope;
        this.store = store;
        this.chain = chain;
        this.time = time;
    }

    /** In the running transaction, or in one of its own. */
    public void append(Draft draft) {
        inScope.current(() -> {
            Head head = store.lockedHead();
            Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
            AuditRecord bare = new AuditRecord(
                    head.seq() + 1,
                    now,
                    draft.actor(),
                    draft.agencyCode(),
                    draft.action(),
                    draft.subject(),
                    draft.outcome(),
                    draft.detail(),
                    draft.origin(),
                    "");
            AuditRecord linked = bare.linked(chain.link(head.link(), bare.content()));
            store.append(linked);
            return linked.seq();
        });
    }
}
