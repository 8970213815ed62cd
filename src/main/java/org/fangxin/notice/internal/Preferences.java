package org.fangxin.notice.internal;

import java.time.InstantSource;
import org.fangxin.notice.store.PreferenceStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers want to be told each morning; on until somebody turns it off. */
@Component
public class Preferences {
    private final PreferenceStore store;
    private final InstantSource clock;

    Preferences(PreferenceStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean digest(String personId) {
        return store.digest(personId);
    }

    @Transactional
    public void digest(String personId, boolean wanted) {
        store.put(personId, wanted, clock.instant());
    }
}
