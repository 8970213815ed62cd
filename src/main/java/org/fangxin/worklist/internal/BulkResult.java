package org.fangxin.worklist.internal;

import java.util.List;
import org.fangxin.casefile.CaseLine;
import org.fangxin.casefile.Stage;
import org.fangxin.law.DeadlineView;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one of many cases, or became of it.
 *
 * @param summary empty for a case that may not be seen
 * @param version of the case as it was looked at; right after the act for what is done
 * @param stage where the case is then; null for what is not done
 * @param deadlines its open dates then
 * @param why in words, for what is not done
 */
public record BulkResult(
        String caseNo,
        Outcome outcome,
        String summary,
        long version,
        @Nullable Stage stage,
        List<DeadlineView> deadlines,
        List<String> warnings,
        String why,
        List<String> articles) {
    /** READY only in a preview, DONE only after it. */
    public enum Outcome {
        READY,
        DONE,
        UNREAD,
        REFUSED,
        CONFLICT,
        NOT_SEEN,
        FAILED
    }

    static BulkResult unseen(String caseNo) {
        Problem missing = Problem.notFound();
        return new BulkResult(caseNo, Outcome.NOT_SEEN, "", 0, null, List.of(), List.of(), said(missing), List.of());
    }

    static BulkResult ready(CaseLine line, Stage stage, List<DeadlineView> deadlines, List<String> warnings) {
        return new BulkResult(
                line.caseNo(),
                Outcome.READY,
                line.summary(),
                line.version(),
                stage,
                open(deadlines),
                warnings,
                "",
                List.of());
    }

    static BulkResult done(
            CaseLine line, long version, Stage stage, List<DeadlineView> deadlines, List<String> warnings) {
        return new BulkResult(
                line.caseNo(), Outcome.DONE, line.summary(), version, stage, open(deadlines), warnings, "", List.of());
    }

    static BulkResult refused(CaseLine line, Problem problem) {
        Outcome outcome = switch (problem.status()) {
            case 404 -> Outcome.NOT_SEEN;
            case 409 -> Outcome.CONFLICT;
            default -> problem.type().equals("unread") ? Outcome.UNREAD : Outcome.REFUSED;
        };
        return new BulkResult(
                line.caseNo(),
                outcome,
                line.summary(),
                line.version(),
                null,
                List.of(),
                List.of(),
                said(problem),
                articles(problem));
    }

    static BulkResult failed(CaseLine line) {
        return new BulkResult(
                line.caseNo(),
                Outcome.FAILED,
                line.summary(),
                line.version(),
                null,
                List.of(),
                List.of(),
                "没有办成，案件没有变。请稍后对这一件重试。",
                List.of());
    }

    private static List<DeadlineView> open(List<DeadlineView> all) {
        return all.stream()
                .filter(one -> one.state() == DeadlineView.State.RUNNING
                        || one.state() == DeadlineView.State.PAUSED
                        || one.state() == DeadlineView.State.MISSED)
                .toList();
    }

    private static String said(Problem problem) {
        return problem.getMessage() == null ? problem.title() : problem.getMessage();
    }

    private static List<String> articles(Problem problem) {
        return problem.extra().get("articles") instanceof List<?> articles
                ? articles.stream().map(String::valueOf).toList()
                : List.of();
    }
}
