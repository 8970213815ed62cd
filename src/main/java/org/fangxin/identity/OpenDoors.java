package org.fangxin.identity;

import org.fangxin.identity.store.FactorStore;
import org.fangxin.identity.store.SessionStore;
import org.springframework.stereotype.Component;

/** What lets somebody in without a password: sessions and recovery codes. */
@Component
public class OpenDoors {
    private final SessionStore sessions;
    private final FactorStore factors;

    OpenDoors(SessionStore sessions, FactorStore factors) {
        this.sessions = sessions;
        this.factors = factors;
    }

    /** @param sessions that were open @param recoveryCodes that were not used yet */
    public record Shut(int sessions, int recoveryCodes) {}

    /**
     * Ends every session and voids every recovery code, in the running transaction. After a database was put back: sessions
     * that were ended since, and codes that were used since, would be good again.
     */
    public Shut shutAll() {
        return new Shut(sessions.endAll(), factors.voidAllCodes());
    }
}
