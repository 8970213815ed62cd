package org.fangxin.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.OfficialForm;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.store.Progress;
import org.fangxin.document.Documents;
import org.fangxin.document.Documents.Draft;
import org.fangxin.document.SampleLetterhead;
import org.fangxin.problem.Problem;
import org.fangxin.region.Agencies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Some official papers for the demo's cases, issued by whoever is in charge of each, under a seal that says 演示. */
@Component
class DemoPapers {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPapers.class);
    private static final String COUNTY = "620823";
    /** Each printing takes its moment, so not every case has papers. */
    private static final int MOST = 8;

    private final Documents documents;
    private final SampleLetterhead letterhead;
    private final CaseFiles cases;
    private final Agencies agencies;
    private final Progress progress;
    private final TransactionTemplate transaction;

    DemoPapers(
            Documents documents,
            SampleLetterhead letterhead,
            CaseFiles cases,
            Agencies agencies,
            Progress progress,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.letterhead = letterhead;
        this.cases = cases;
        this.agencies = agencies;
        this.progress = progress;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what a start that was cut off left out, and no paper twice. */
    void issue(List<Story> stories, Staff staff) {
        within(Scope.SYSTEM, () -> {
            letterhead.give(agencies.find(COUNTY).orElseThrow(), "0933-0000000", "崇信县锦屏镇样例街1号");
            return true;
        });
        List<OfficialForm> done = new ArrayList<>();
        for (Story story : stories) {
            Optional<String> caseNo =
                    within(Scope.SYSTEM, () -> progress.story(story.key())).map(Progress.Told::caseNo);
            if (caseNo.isPresent() && done.size() < MOST) {
                inCharge(caseNo.get(), staff).ifPresent(account -> paper(caseNo.get(), account, staff, done));
            }
        }
    }

    private Optional<Account> inCharge(String caseNo, Staff staff) {
        return within(Scope.SYSTEM, () -> cases.find(caseNo)).stream()
                .flatMap(state -> state.handlers().stream())
                .flatMap(id -> java.util.Arrays.stream(Account.values()).filter(account -> staff.is(account, id)))
                .findFirst();
    }

    /** The newest decision that the case holds; two of a form are enough. */
    private void paper(String caseNo, Account account, Staff staff, List<OfficialForm> done) {
        Actor actor = staff.actor(account);
        Scopes.within(staff.scope(account), () -> {
            Optional<OfficialForm> form = documents.of(caseNo).isEmpty()
                    ? documents.forms(caseNo, actor).stream()
                            .filter(one -> one.compareTo(OfficialForm.F4) >= 0 && one != OfficialForm.F10)
                            .filter(one -> done.stream().filter(one::equals).count() < 2)
                            .reduce((before, after) -> after)
                    : Optional.empty();
            form.ifPresent(one -> {
                try {
                    issue(caseNo, one, actor);
                    done.add(one);
                } catch (Problem refused) {
                    LOG.warn("The demo's case {} stays without a paper: {}", caseNo, refused.getMessage());
                }
            });
        });
    }

    /** What the case does not say is written as an officer in a hurry would. */
    private void issue(String caseNo, OfficialForm form, Actor actor) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            documents.issue(new Draft(caseNo, form, fields, null), actor, null);
        } catch (Problem incomplete) {
            incomplete.errors().forEach(error -> fields.put(error.field().replace("fields.", ""), "见案卷记录"));
            documents.issue(new Draft(caseNo, form, fields, null), actor, null);
        }
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(scope, () -> transaction.execute(status -> work.get())));
    }
}
