package org.fangxin.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.store.Progress;
import org.fangxin.identity.People;
import org.fangxin.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the demo county once: people first, then story by story. Cut off in the middle, the next call goes on where it
 * stopped.
 */
@Component
public class DemoCounty {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCounty.class);

    private final People people;
    private final Narrator narrator;
    private final GreenStreet street;
    private final Progress progress;
    private final DemoPapers papers;
    private final DemoRoom room;
    private final AccountsFile file;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    DemoCounty(
            People people,
            Narrator narrator,
            GreenStreet street,
            Progress progress,
            DemoPapers papers,
            DemoRoom room,
            AccountsFile file,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.narrator = narrator;
        this.street = street;
        this.progress = progress;
        this.papers = papers;
        this.room = room;
        this.file = file;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Every story, those before which another one refers to. */
    static List<Story> stories() {
        return Stream.of(
                        ComplaintStories.all(),
                        MediationStories.all(),
                        OutcomeStories.all(),
                        SideStories.all(),
                        RoutingStories.all(),
                        ReportStories.all(),
                        FiledStories.all(),
                        InquiryStories.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether there is anything to make: no case yet, or a demo that was cut off. */
    boolean wanted() {
        return begun() || own(() -> progress.began().isEmpty() && !progress.anyCase());
    }

    /** Whether an earlier start was cut off before the demo was finished. */
    boolean begun() {
        return own(() -> progress.began().isPresent() && !progress.finished());
    }

    /**
     * Makes what is missing; nothing when it is finished.
     *
     * @return keys of the stories of which a step was refused: such a case stays where it lawfully stands
     */
    public List<String> make() {
        if (own(progress::finished)) {
            return List.of();
        }
        Instant base = own(() -> progress.began().orElseGet(this::begin));
        Staff staff = Staff.of(people);
        List<String> refused = stories().stream()
                .filter(story -> !told(story, staff, base))
                .map(Story::key)
                .toList();
        own(() -> {
            street.make();
            return true;
        });
        papers.issue(stories(), staff);
        file.write(own(progress::trackable), room.links(staff));
        own(() -> {
            progress.finish(clock.instant());
            return true;
        });
        LOG.info("The demo county is there; its accounts are in {}", file.path());
        return refused;
    }

    private boolean told(Story story, Staff staff, Instant base) {
        try {
            narrator.tell(story, staff, base);
            return true;
        } catch (Problem refused) {
            LOG.warn("The demo's story {} ends early: {}", story.key(), refused.getMessage());
            return false;
        }
    }

    /** People and the mark that it has begun, all or nothing. */
    private Instant begin() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        progress.begin(now);
        Staff.create(people);
        return now;
    }

    private <T> T own(Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(Scope.SYSTEM, () -> transaction.execute(status -> work.get())));
    }
}
