package org.fangxin.intake.internal.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.IdentityPapers;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.RespondentViews;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.intake.store.AttachmentStore.Stored;
import org.springframework.stereotype.Component;

/**
 * Who may open which file (procedures §5): those who work on the case, in its scope; a mediator or an entrusted body that is not
 * in charge only the proofs cleared for mediation; never anybody who stepped aside; a report's file whose metadata stayed only its investigators.
 */
@Component
public class EvidenceAccess {
    private static final Set<Role> WORKING = Set.of(
            Role.REGISTRAR,
            Role.INTAKE,
            Role.HANDLER,
            Role.INVESTIGATOR,
            Role.UNIT_HEAD,
            Role.LEADER,
            Role.SUPERIOR,
            Role.ARCHIVIST);
    private static final Set<Role> INVESTIGATING = Set.of(Role.INVESTIGATOR, Role.IDENTITY_KEEPER);

    private static final Set<Role> MEDIATING = Set.of(Role.MEDIATOR, Role.ENTRUSTED);

    private final CaseFiles cases;
    private final IdentityPapers papers;
    private final RespondentViews views;
    private final EvidenceFiles files;

    EvidenceAccess(CaseFiles cases, IdentityPapers papers, RespondentViews views, EvidenceFiles files) {
        this.cases = cases;
        this.papers = papers;
        this.views = views;
        this.files = files;
    }

    /** The file, or empty for what is missing and for what may not be seen: the two are never told apart. */
    public Optional<Stored> find(SignedIn who, String caseNo, String attachmentId) {
        Optional<CaseState> state =
                cases.find(caseNo).filter(found -> works(who, found) || mediates(who, found, attachmentId));
        if (paper(who, caseNo, attachmentId)) {
            return files.find(List.of(attachmentId)).stream().findFirst();
        }
        if (state.isEmpty() || !cases.attachments(caseNo).contains(attachmentId)) {
            return Optional.empty();
        }
        return files.find(List.of(attachmentId)).stream()
                .filter(file -> !keptOfReport(file, state.get()) || holdsAny(who, INVESTIGATING))
                .findFirst();
    }

    /** A proof of identity, for the officer in charge while he checks it. */
    private boolean paper(SignedIn who, String caseNo, String attachmentId) {
        return papers.shownTo(caseNo, Actor.of(who)).stream()
                .anyMatch(one -> one.mayOpen() && one.attachmentId().equals(attachmentId));
    }

    /** A proof of purchase that the officer in charge cleared for mediation. */
    private boolean mediates(SignedIn who, CaseState state, String attachmentId) {
        return !state.recused().contains(who.personId())
                && holdsAny(who, MEDIATING)
                && views.of(state.caseNo())
                        .filter(view -> view.proofs().contains(attachmentId))
                        .isPresent();
    }

    private static boolean works(SignedIn who, CaseState state) {
        // who only disputes about competence sees no file (Art. 33)
        return !state.recused().contains(who.personId())
                && Scopes.current().covers(state.agency())
                && (Actor.of(who).inCharge(state) || holdsAny(who, WORKING));
    }

    private static boolean keptOfReport(Stored file, CaseState state) {
        return state.kind() == Kind.REPORT && file.metadata().equals(Cleaning.Outcome.KEPT.name());
    }

    private static boolean holdsAny(SignedIn who, Set<Role> roles) {
        return who.roles().stream().anyMatch(roles::contains);
    }
}
