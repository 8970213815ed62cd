package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fangxin.casefile.Attempt;
import org.fangxin.casefile.Attempt.Fault;
import org.fangxin.casefile.Attempt.Refused;
import org.fangxin.casefile.ManyHands;
import org.fangxin.casefile.StoredCourse;
import org.fangxin.casefile.store.StoredActs.Case;
import org.fangxin.casefile.store.StoredActs.Group;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what many people tried and were told at once against what is stored: whether there is one order of all acts of a case, the
 * order of its versions, in which each of them is right, and whether that is the order in which they happened.
 */
final class RushJudge {
    private final ApplicationContext program;
    private final JdbcClient owner;
    private final TransactionTemplate reading;
    private final Breaks breaks = new Breaks();
    private final RowsHeld rows;
    private final Set<String> acts = new TreeSet<>();
    private long stood;
    private long refused;
    private long sentAgain;
    private long countedOtherwise;

    /** @param owner a way around every policy */
    RushJudge(ApplicationContext program, JdbcClient owner) {
        this.program = program;
        this.owner = owner;
        reading = new TransactionTemplate(program.getBean(PlatformTransactionManager.class));
        rows = new RowsHeld(program.getBean(ChainCheck.class), owner, breaks);
    }

    Map<String, String> breaks() {
        return breaks.told();
    }

    /** What was counted, in order. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new java.util.LinkedHashMap<>();
        figures.put("actsThatStood", stood);
        figures.put("differentActsAmongThem", acts.size());
        figures.put("refusalsWeighed", refused);
        figures.put("sentAgainUnderItsKey", sentAgain);
        figures.put("versionsCountedInTheActorsSight", countedOtherwise);
        return figures;
    }

    /** @param since when the first of its cases was opened */
    void judge(ManyHands.Told told, Instant since) {
        Scopes.within(Scope.SYSTEM, () -> reading.executeWithoutResult(status -> read(told, since)));
    }

    private void read(ManyHands.Told told, Instant since) {
        Map<String, Case> cases = StoredActs.since(since, owner, program.getBean(Journal.class));
        Surroundings around = new Surroundings(program.getBean(Worlds.class), program.getBean(Officers.class), cases);
        Redecided redecided =
                new Redecided(around, program.getBean(Placeholders.class), program.getBean(EntryCodec.class), breaks);
        Map<String, Tries> tries = Tries.of(told.attempts());
        cases.values().forEach(one -> rows.hold(one));
        match(cases, tries, redecided);
        cases.values().forEach(one -> inOrder(one, redecided));
        answers(tries);
        weigh(told.attempts(), around, redecided);
        opened(told.openings(), cases, redecided);
        countedOtherwise += redecided.countedOtherwise();
    }

    /** Each act of a journal has the attempts that it came of, and each attempt that stood its act. */
    private void match(Map<String, Case> cases, Map<String, Tries> tries, Redecided redecided) {
        Map<String, Group> found = new HashMap<>();
        List<Group> others = new ArrayList<>();
        for (Case one : cases.values()) {
            for (Group group : one.groups()) {
                if (group.token() == null) {
                    others.add(group);
                } else if (found.put(group.token(), group) != null) {
                    breaks.broken("done twice", Redecided.where(group));
                } else {
                    stored(one, group, tries.get(group.token()), redecided);
                }
            }
        }
        for (Group group : others) {
            if (!group.act().equals("open") && !redecided.written().containsKey(group)) {
                breaks.broken("in the journal, and nobody did it", Redecided.where(group));
            }
        }
        tries.forEach((token, some) -> {
            if (some.took() && !found.containsKey(token)) {
                breaks.broken(
                        "told that it is done, and it is not in the journal",
                        some.first().caseNo() + " " + token);
            }
        });
    }

    private void stored(Case one, Group group, Tries tries, Redecided redecided) {
        if (tries == null || !tries.took()) {
            breaks.broken("in the journal though it was refused", Redecided.where(group));
            return;
        }
        Attempt attempt = tries.first();
        List<String> types = group.rows().stream().map(Journal.Row::type).toList();
        boolean his = attempt.caseNo().equals(one.no())
                && attempt.act().id().equals(group.act())
                && attempt.actor().id().equals(group.actor())
                && tries.stood().getFirst().entries().equals(types);
        long version = group.after().seq();
        boolean told = tries.stood().stream().anyMatch(done -> done.state().equals(group.after()))
                && tries.stood().stream().allMatch(done -> done.state().seq() >= version);
        if (!his || !told) {
            breaks.broken("stored otherwise than was told", Redecided.where(group));
        }
        redecided.decide(one, group, tries);
    }

    /** The order of versions is that of time, and the reference model follows it. */
    private void inOrder(Case one, Redecided redecided) {
        long latest = Long.MIN_VALUE;
        List<StoredCourse.Step> steps = new ArrayList<>();
        for (Group group : one.groups()) {
            Tries tries = redecided.written().get(group);
            if (tries != null) {
                if (tries.ended() < latest) {
                    breaks.broken(
                            "a later version was told before an earlier one was asked for", Redecided.where(group));
                }
                latest = Math.max(latest, tries.begun());
                stood++;
                acts.add(group.act());
            }
            StoredCourse.Step step = redecided.steps().get(group);
            if (step != null) {
                steps.add(step);
            }
        }
        OnlyOnce.hold(one, breaks);
        if (one.fault().isEmpty() && steps.size() == one.groups().size() - 1 && !steps.isEmpty()) {
            StoredCourse.wrong(
                            steps,
                            one.rows().stream().map(Journal.Row::recorded).toList())
                    .forEach((what, where) -> breaks.broken(what, one.no() + " " + where));
        }
    }

    private void answers(Map<String, Tries> tries) {
        for (Tries some : tries.values()) {
            some.alike(breaks);
            sentAgain += some.all().size() - 1L;
            for (Attempt attempt : some.all()) {
                if (attempt.answer() instanceof Fault fault) {
                    breaks.broken(
                            "answered with a fault of the program: " + fault.what(),
                            attempt.caseNo() + " " + attempt.act() + " " + attempt.token());
                }
            }
        }
    }

    private void weigh(List<Attempt> attempts, Surroundings around, Redecided redecided) {
        RefusalsWeighed refusals = new RefusalsWeighed(around, redecided.written(), breaks);
        for (Attempt attempt : attempts) {
            if (attempt.answer() instanceof Refused no) {
                refusals.weigh(attempt, no);
            }
        }
        refused += refusals.weighed();
    }

    /** What was opened is there, what was taken back is not, and nothing else is. */
    private void opened(List<ManyHands.Opening> openings, Map<String, Case> cases, Redecided redecided) {
        Set<String> wanted = new HashSet<>(redecided.openedBy());
        for (ManyHands.Opening opening : openings) {
            for (String no : opening.kept() ? opening.numbers() : List.<String>of()) {
                if (!wanted.add(no)) {
                    breaks.broken("one number told twice", no);
                }
            }
        }
        wanted.stream()
                .filter(no -> !cases.containsKey(no))
                .forEach(no -> breaks.broken("told a number, and there is no such case", no));
        cases.keySet().stream()
                .filter(no -> !wanted.contains(no))
                .forEach(no -> breaks.broken("a case that nobody opened", no));
    }

    /** Of all cases of the database, at the end. */
    void numbers() {
        rows.numbers();
    }
}
