package org.fangxin.document.internal;

import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.springframework.stereotype.Component;

/**
 * Who may read a case's papers (procedures §5): those who work on it, as with its evidence; a mediator or an entrusted body
 * only when in charge; nobody who stepped aside.
 */
@Component
public class PaperAccess {
    private static final Set<Role> WORKING = Set.of(
            Role.REGISTRAR,
            Role.INTAKE,
            Role.HANDLER,
            Role.INVESTIGATOR,
            Role.UNIT_HEAD,
            Role.LEADER,
            Role.SUPERIOR,
            Role.ARCHIVIST);

    private final CaseFiles cases;

    PaperAccess(CaseFiles cases) {
        this.cases = cases;
    }

    /** The case, or empty for what is missing and for what may not be seen: the two are never told apart. */
    public Optional<CaseState> find(SignedIn who, String caseNo) {
        return cases.find(caseNo).filter(state -> reads(who, state));
    }

    private static boolean reads(SignedIn who, CaseState state) {
        boolean inCharge = Actor.of(who).inCharge(state);
        return !state.recused().contains(who.personId())
                && (inCharge || who.roles().stream().anyMatch(WORKING::contains));
    }
}
