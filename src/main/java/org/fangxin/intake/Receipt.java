package org.fangxin.intake;

import java.util.List;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem.FieldError;

/**
 * What a person gets back for a submission. The tracking code is shown this once and kept nowhere in clear.
 *
 * @param kindsProposed true when the text decided the kinds and an officer has yet to confirm
 * @param suggested what the text looks like, of what nobody stated; an officer has yet to say
 * @param warnings what was taken all the same and is worth knowing
 */
public record Receipt(
        String submissionNo,
        String trackingCode,
        boolean kindsProposed,
        List<OpenedCase> cases,
        Suggested suggested,
        List<FieldError> warnings) {

    /** Classes proposed for the goods and the problem, strongest first; empty where the form states one. */
    public record Suggested(List<TextReader.CodeGuess> goods, List<TextReader.CodeGuess> problem) {}

    /** One case of it; the person filed the report, so the receipt lists it. */
    public record OpenedCase(
            String caseNo, String kind, String stage, AgencyRef agency, RouteRef route, List<DeadlineView> deadlines) {}

    public record AgencyRef(String code, String name) {}

    public record RouteRef(List<String> articles, String reason) {}
}
