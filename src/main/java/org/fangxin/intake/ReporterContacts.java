package org.fangxin.intake;

import org.fangxin.intake.store.VaultStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the program itself may know of a reporter (Art. 34, 36, 37): whether he left a telephone. The number opens only for
 * a person, through the keeper. Runs in the program's own scope.
 */
@Component
public class ReporterContacts {
    private final VaultStore vault;

    ReporterContacts(VaultStore vault) {
        this.vault = vault;
    }

    /** Whether the reporter gave a name and a telephone; nothing is opened. */
    @Transactional(readOnly = true)
    public boolean leftTelephone(String caseNo) {
        return vault.leftTelephone(caseNo);
    }
}
