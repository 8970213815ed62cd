package org.fangxin.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.store.Progress;
import org.fangxin.identity.Role;
import org.fangxin.intake.Evidence;
import org.fangxin.law.WorkingCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells stories by the acts that officers use: each step one transaction, remembered in it. */
@Component
class Narrator {
    private final CaseFiles cases;
    private final FrontDesk desk;
    private final Evidence evidence;
    private final Progress progress;
    private final WorkingCalendar calendar;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Narrator(
            CaseFiles cases,
            FrontDesk desk,
            Evidence evidence,
            Progress progress,
            WorkingCalendar calendar,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.desk = desk;
        this.evidence = evidence;
        this.progress = progress;
        this.calendar = calendar;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tells what is not told yet of a story.
     *
     * @param base the moment from which its days are counted
     * @throws org.fangxin.problem.Problem when a step is refused; the steps before it stand
     */
    void tell(Story story, Staff staff, Instant base) {
        Progress.Told told =
                within(Scope.SYSTEM, () -> progress.story(story.key()).orElseGet(() -> open(story, staff, base)));
        for (Story.Step step :
                story.steps().subList(told.stepsDone(), story.steps().size())) {
            Account who = step.who();
            Scope scope = who == null ? Scope.SYSTEM : staff.scope(who);
            Story.Step ready = withPapers(step, base);
            within(scope, () -> step(story, ready, staff, base));
        }
    }

    private Progress.Told open(Story story, Staff staff, Instant base) {
        Progress.Told opened = desk.takeIn(story, staff, base, clock.instant());
        progress.open(story.key(), opened);
        return opened;
    }

    private String step(Story story, Story.Step step, Staff staff, Instant base) {
        Progress.Told told = told(story.key());
        String opened = told.openedNo();
        String caseNo = step.onOpened() && opened != null ? opened : told.caseNo();
        Account who = step.who();
        Actor actor = who == null ? themselves(story) : staff.actor(who);
        CaseFiles.Done done = cases.act(caseNo, step.act(), actor, null, fields(step, staff, base), null);
        progress.stepped(
                story.key(), done.opened().isEmpty() ? null : done.opened().getLast());
        return caseNo;
    }

    /** Whoever submitted, on the tracking page. */
    private static Actor themselves(Story story) {
        return switch (story.kind()) {
            case COMPLAINT -> Actor.party("P1", Role.COMPLAINANT);
            case REPORT -> Actor.party("REPORTER", Role.REPORTER);
            case CONSULTATION, SUGGESTION -> Actor.party("P1", Role.ASKER);
        };
    }

    private Map<String, Object> fields(Story.Step step, Staff staff, Instant base) {
        Map<String, Object> fields = new LinkedHashMap<>();
        step.fields().forEach((name, value) -> fields.put(name, value(value, staff, base)));
        fields.put("occurredOn", step.at().moment(base, calendar));
        fields.putIfAbsent("paperNo", "样例〔" + step.at().day(base, calendar).getYear() + "〕1号");
        return fields;
    }

    private Object value(Object value, Staff staff, Instant base) {
        return switch (value) {
            case When when -> when.field(base, calendar);
            case Account account -> staff.person(account).personId();
            case Story.CaseOf other -> told(other.story()).caseNo();
            case List<?> list ->
                list.stream().map(one -> value(one, staff, base)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> resolved = new LinkedHashMap<>();
                map.forEach((name, one) -> resolved.put((String) name, value(one, staff, base)));
                yield resolved;
            }
            default -> value;
        };
    }

    /** Papers are kept before the step, in a transaction of their own: an officer's scope may write none. */
    private Story.Step withPapers(Story.Step step, Instant base) {
        Map<String, Object> fields = new LinkedHashMap<>(step.fields());
        fields.replaceAll((name, value) -> value instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Story.PaperOf paper ? paper(paper, base) : one)
                        .toList()
                : value);
        return new Story.Step(step.at(), step.who(), step.act(), fields, step.onOpened());
    }

    private String paper(Story.PaperOf paper, Instant base) {
        String text = paper.title() + "\n\n样例文书，内容是虚构的，没有效力。\n";
        try {
            return evidence.keep(text.getBytes(StandardCharsets.UTF_8), paper.title() + ".txt", null, base);
        } catch (IOException full) {
            throw new UncheckedIOException("cannot keep a paper of the demo", full);
        }
    }

    private Progress.Told told(String key) {
        return progress.story(key).orElseThrow(() -> new IllegalStateException("not told yet: " + key));
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(scope, () -> transaction.execute(status -> work.get())));
    }
}
