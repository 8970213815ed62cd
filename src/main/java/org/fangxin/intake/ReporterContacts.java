package org.fangxin.intake;

import java.time.InstantSource;
import java.util.Optional;
import org.fangxin.casefile.Contacts.Contact;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.People;
import org.fangxin.intake.store.VaultStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The narrow way by which the program itself reaches a reporter (Art. 34, 36, 37): whether he left a telephone, and, for
 * one sending, the telephone itself. Each opening is kept beside the vault and in the audit log. Runs in the program's own
 * scope.
 */
@Component
public class ReporterContacts {
    private final VaultStore vault;
    private final AuditLog audit;
    private final InstantSource clock;

    ReporterContacts(VaultStore vault, AuditLog audit, InstantSource clock) {
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the reporter gave a name and a telephone; nothing is opened. */
    @Transactional(readOnly = true)
    public boolean leftTelephone(String caseNo) {
        return vault.leftTelephone(caseNo);
    }

    /** The telephone alone, for one sending; empty for the anonymous and for who left none. */
    @Transactional
    public Optional<Contact> open(String caseNo) {
        audit.record("REPORTER_NOTIFIED", caseNo, "purpose=NOTIFY");
        return vault.read(caseNo, People.SYSTEM, "NOTIFY", clock.instant())
                .map(VaultStore.Reporter::person)
                .filter(person -> !person.anonymous() && person.phone() != null)
                .map(person -> new Contact("", person.phone(), null, null));
    }
}
