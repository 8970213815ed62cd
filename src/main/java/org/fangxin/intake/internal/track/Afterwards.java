package org.fangxin.intake.internal.track;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseHistory.Story;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.intake.internal.file.EvidenceFiles;
import org.fangxin.intake.internal.text.TextSplit;
import org.fangxin.intake.store.SubmissionStore.Found;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person does with a submission afterwards: sees it, adds to it (Art. 10, 28, 35), takes it back (Art. 12, 23). */
@Component
public class Afterwards {
    private final CaseFiles cases;
    private final CaseHistory histories;
    private final PublicProgress progress;
    private final EvidenceFiles files;
    private final FurtherReport furtherReports;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Afterwards(
            CaseFiles cases,
            CaseHistory histories,
            PublicProgress progress,
            EvidenceFiles files,
            FurtherReport furtherReports,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.cases = cases;
        this.histories = histories;
        this.progress = progress;
        this.files = files;
        this.furtherReports = furtherReports;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What somebody adds.
     *
     * @param items which of the material asked for this is; empty for all of it
     * @param identityPapers uploads that prove who he is, kept apart from the evidence
     */
    public record Supplement(String text, List<String> items, List<String> attachments, List<String> identityPapers) {}

    public PublicProgress.Progress see(Found submission) {
        return within(() -> progress.of(submission));
    }

    /**
     * Adds text and files to one case.
     *
     * @param caseNo which one, or null: the complaint if there is one, else the only case
     * @throws Problem 409 when it is closed, 422 when a report's author would prove who he is
     */
    public PublicProgress.Progress supply(Found submission, @Nullable String caseNo, Supplement more) {
        return within(() -> {
            Map<String, Actor> own = progress.casesOf(submission);
            Story story = chosen(own, caseNo);
            CaseState state = story.state();
            Instant now = clock.instant();
            if (state.kind() != Kind.COMPLAINT && !more.identityPapers().isEmpty()) {
                throw Problem.invalid("identityAttachments", "complaint", "只有投诉才交身份证明材料。请把这些文件去掉，或者选投诉那一件。");
            }
            boolean mixed = own.size() > 1 && state.kind() != Kind.REPORT;
            String said = mixed ? TextSplit.complaintPart(more.text()) : more.text();
            if (story.available().contains(Act.SUPPLY_MATERIAL)) {
                String held = state.kind() == Kind.REPORT ? furtherReports.held(state.caseNo(), said) : said;
                cases.act(state.caseNo(), Act.SUPPLY_MATERIAL, actor(own, state), null, fields(held, more), null);
            } else if (state.kind() == Kind.REPORT && PublicWords.stage(state) == Stage.VERIFYING) {
                List<String> taken = files.takeFor(Kind.REPORT, more.attachments(), now);
                furtherReports.open(submission, state, said, taken, now);
            } else {
                throw Problem.conflict("本件已办结，可以重新投诉或打 12315。", Map.of());
            }
            return progress.of(submission);
        });
    }

    /** @throws Problem 409 when it can no longer be taken back */
    public PublicProgress.Progress withdraw(Found submission, String caseNo) {
        return within(() -> {
            Map<String, Actor> own = progress.casesOf(submission);
            Story story = chosen(own, caseNo);
            CaseState state = story.state();
            boolean lateReport = state.kind() == Kind.REPORT && PublicWords.stage(state) != Stage.RECEIVED;
            if (!story.available().contains(Act.WITHDRAW) || lateReport) {
                throw Problem.conflict("现在不能撤回。有疑问请打 12315，报编号后四位。", Map.of());
            }
            cases.act(state.caseNo(), Act.WITHDRAW, actor(own, state), null, Map.of(), null);
            return progress.of(submission);
        });
    }

    /**
     * Asks for another time of a session that is planned; the mediator decides (Art. 20).
     *
     * @throws Problem 409 when no session is awaited
     */
    public PublicProgress.Progress askReschedule(Found submission, String caseNo, String wish) {
        return within(() -> {
            Map<String, Actor> own = progress.casesOf(submission);
            Story story = chosen(own, caseNo);
            if (!story.available().contains(Act.ASK_RESCHEDULE)) {
                throw Problem.conflict("现在没有约好的调解可以改期。有疑问请打 12315，报编号后四位。", Map.of());
            }
            CaseState state = story.state();
            cases.act(state.caseNo(), Act.ASK_RESCHEDULE, actor(own, state), null, Map.of("wish", wish), null);
            return progress.of(submission);
        });
    }

    private Story chosen(Map<String, Actor> own, @Nullable String caseNo) {
        List<Story> stories = new ArrayList<>();
        own.forEach((no, actor) -> histories.of(no, actor).ifPresent(stories::add));
        Optional<Story> chosen = caseNo != null
                ? stories.stream()
                        .filter(one -> one.state().caseNo().equals(caseNo.strip()))
                        .findFirst()
                : stories.stream()
                        .filter(one -> one.available().contains(Act.SUPPLY_MATERIAL))
                        .filter(one -> one.state().kind() != Kind.REPORT || stories.size() == 1)
                        .findFirst()
                        .or(() -> stories.stream().findFirst());
        return chosen.orElseThrow(() -> Problem.invalid("caseNo", "unknown", "这个编号不在您的来件里，请从列表里选。"));
    }

    private static Actor actor(Map<String, Actor> own, CaseState state) {
        return Objects.requireNonNull(own.get(state.caseNo()));
    }

    private static Map<String, Object> fields(String text, Supplement more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", text);
        Map<String, List<String>> lists = Map.of(
                "items", more.items(),
                "attachments", more.attachments(),
                "identityAttachments", more.identityPapers());
        lists.forEach((name, list) -> {
            if (!list.isEmpty()) {
                fields.put(name, list);
            }
        });
        return fields;
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
