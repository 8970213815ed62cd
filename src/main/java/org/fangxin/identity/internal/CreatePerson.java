package org.fangxin.identity.internal;

import java.util.Set;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;

/** The system administrator makes an account without any role, with a random first password, in the own subtree. */
@Component
public class CreatePerson {
    private final InScope inScope;
    private final Registration registration;
    private final AccountFields fields;

    CreatePerson(InScope inScope, Registration registration, AccountFields fields) {
        this.inScope = inScope;
        this.registration = registration;
        this.fields = fields;
    }

    /** @param certificateNo as typed; empty for none */
    public Issued create(SignedIn admin, String username, String displayName, String agencyCode, String certificateNo) {
        String password = Tokens.password();
        String agency = fields.ownAgency(admin, agencyCode);
        NewPerson person = new NewPerson(username, displayName, agency, Set.of(), password, true, certificateNo);
        return inScope.of(admin, () -> new Issued(registration.register(person, admin.personId()), password));
    }
}
