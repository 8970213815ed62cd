package org.fangxin.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case with its parties in clear, for the room that puts it on paper. Never for a list or a page; who calls this says so
 * in the audit log. Of a report it holds no reporter: who that is lies in the vault (Art. 37).
 */
public interface CasePapers {
    /**
     * @param origin narrative, merchant and route as they came; without parties
     * @param parties party id → person or business in clear
     * @param told entries oldest first, each act's texts at its first entry
     * @param forms the forms that the actor may issue now
     */
    record Papers(
            CaseState state,
            NewCase origin,
            Map<String, NewCase.PartyData> parties,
            List<CaseHistory.Told> told,
            List<OfficialForm> forms) {}

    /** Within the thread's scope; empty for what is missing or may not be seen. */
    Optional<Papers> of(String caseNo, Actor actor);

    /** The case as it came, without any party, within the thread's scope; empty for what may not be seen. */
    Optional<NewCase> origin(String caseNo);

    /**
     * Refuses as the act itself would, before anything is rendered.
     *
     * @throws org.fangxin.problem.Problem 404 not seen, 403 not theirs to do, 422 not now
     */
    void require(String caseNo, Actor actor, OfficialForm form);
}
