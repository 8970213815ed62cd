package org.fangxin.casefile.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseDraft;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Recorded;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.World;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.law.Statutes;

/**
 * Service promises: which ones an entry makes under the agency's settings of that moment, and which ones it keeps. What is
 * made is journalled, so that a later change of settings changes no case.
 */
public final class Promises {
    static final String TELL_REPORTER = "promise.report.tell-reporter";
    private static final String DESIGNATION = "promise.designation.complaint";

    /** Entry name → promises that it keeps. */
    private static final Map<String, List<String>> KEPT = Map.ofEntries(
            Map.entry("AcceptanceNotified", List.of("promise.timely.accept")),
            Map.entry("RefusalNotified", List.of("promise.timely.accept")),
            Map.entry("Distributed", List.of("promise.timely.distribute")),
            Map.entry("ReceiptConfirmed", List.of("promise.timely.receive")),
            Map.entry("PartyContacted", List.of("promise.contact.referred")),
            Map.entry("ArrivedOnSite", Visit.rules()),
            Map.entry("FeedbackGiven", List.of("promise.timely.feedback")),
            Map.entry("OffShelfRecorded", List.of("promise.offshelf.food")),
            Map.entry("Answered", List.of("promise.consultation.answer", "promise.suggestion.answer")),
            Map.entry("Redirected", List.of("promise.consultation.answer", "promise.suggestion.answer")),
            Map.entry("HandedOver", List.of("promise.consultation.answer", "promise.suggestion.answer")),
            Map.entry("Converted", List.of("promise.consultation.answer", "promise.suggestion.answer")),
            Map.entry("Designated", List.of(DESIGNATION)),
            Map.entry("TakenUp", List.of(DESIGNATION)),
            Map.entry("AskDeclined", List.of(DESIGNATION)));

    /** Entries by which the holder keeps the case: nothing is left to distribute or to confirm. */
    private static final Set<String> KEEPS_CASE =
            Set.of("Assigned", "Accepted", "Refused", "VerificationStarted", "Filed", "FilingDeclined", "Returned");

    private Promises() {}

    /** A visit that must be made at once: code of the topic and of the dispatch's field, and its promise. */
    enum Visit {
        TOWN("promise.arrive.town", "市区"),
        RURAL("promise.arrive.rural", "农村乡镇"),
        COUNTY_SEAT("promise.arrive.county-seat", "县城");

        private final String rule;
        private final String chinese;

        Visit(String rule, String chinese) {
            this.rule = rule;
            this.chinese = chinese;
        }

        String rule() {
            return rule;
        }

        String chinese() {
            return chinese;
        }

        static List<String> rules() {
            return List.of(TOWN.rule, RURAL.rule, COUNTY_SEAT.rule);
        }
    }

    /** The entries with the promises that they make: a receipt carries its own, the others follow as an entry. */
    public static List<Entry> with(CaseState before, List<Entry> entries, Actor actor, Instant at, World world) {
        CaseState after = before;
        List<Entry> all = new ArrayList<>();
        List<String> made = new ArrayList<>();
        for (Entry plain : entries) {
            Entry entry = plain instanceof Entry.Received received ? promised(received, world.statutes()) : plain;
            all.add(entry);
            boolean open = after.closedAt() == null;
            after = Evolution.evolve(after, new Recorded(after.seq() + 1, at, world.now(), actor.id(), entry));
            made.addAll(rulesOf(entry, after, world));
            boolean elsewhere = after.stage() == Stage.MERGED || after.stage() == Stage.RECLASSIFIED;
            if (open && after.closedAt() != null && casework(after.kind()) && !elsewhere) {
                made.add("promise.timely.feedback");
            }
        }
        List<String> given = given(made, world.statutes());
        if (!given.isEmpty()) {
            all.add(new Entry.PromisesMade(given, at));
        }
        return all;
    }

    /** A receipt with the promises that it makes under these statutes. */
    public static Entry.Received promised(Entry.Received received, Statutes statutes) {
        return received.promising(given(received(received), statutes));
    }

    /** One promise, if the agency makes it. */
    static Optional<Entry> made(String rule, Instant from, World world) {
        return given(List.of(rule), world.statutes()).stream()
                .findFirst()
                .map(kept -> new Entry.PromisesMade(List.of(kept), from));
    }

    static void begin(CaseDraft next, List<String> rules, Instant from, Instant at) {
        for (String rule : rules) {
            next.clocks(clocks -> clocks.lift(rule, at).start(rule, from));
            if (rule.equals(TELL_REPORTER)) {
                SpecialLaws.owe(next, "举报处理结果告知书", TellBasis.SERVICE_PROMISE, at);
            }
        }
    }

    /** After the entry has been taken by its own procedure: promises kept, or no longer owed. */
    static void after(CaseDraft next, Recorded recorded) {
        Instant at = recorded.occurredAt();
        String name = recorded.entry().getClass().getSimpleName();
        KEPT.getOrDefault(name, List.of()).forEach(rule -> next.clocks(clocks -> clocks.meet(rule, at)));
        if (KEEPS_CASE.contains(name)) {
            lift(next, at, "promise.timely.distribute", "promise.timely.receive");
        }
        if (recorded.entry() instanceof Entry.Received received) {
            lift(next, at, "promise.timely.accept", "promise.contact.referred");
            begin(next, received.promises(), received.receivedAt(), at);
        }
        if (recorded.entry() instanceof Entry.ReporterTold told && told.basis().equals("SERVICE_PROMISE")) {
            next.clocks(clocks -> clocks.meet(TELL_REPORTER, at));
        }
        if (recorded.entry() instanceof Entry.DecisionRevoked) {
            lift(next, at, "promise.timely.feedback");
        }
        if (recorded.entry() instanceof Entry.OffShelfLifted) {
            lift(next, at, "promise.offshelf.food");
        }
        if (next.closedAt != null) {
            ended(next, at);
        }
    }

    private static void ended(CaseDraft next, Instant at) {
        next.clocks(clocks -> clocks.meet("promise.timely.handle", at));
        lift(next, at, "promise.timely.accept", "promise.timely.distribute", "promise.timely.receive", DESIGNATION);
        lift(next, at, "promise.contact.referred");
        Visit.rules().forEach(rule -> lift(next, at, rule));
    }

    private static void lift(CaseDraft next, Instant at, String... rules) {
        for (String rule : rules) {
            next.clocks(clocks -> clocks.lift(rule, at));
        }
    }

    private static List<String> rulesOf(Entry entry, CaseState after, World world) {
        return switch (entry) {
            case Entry.Distributed ignored -> List.of("promise.timely.receive");
            case Entry.Accepted ignored -> List.of("promise.timely.handle");
            case Entry.DesignationAsked ignored -> complaint(after, DESIGNATION);
            case Entry.SuperiorAsked ignored -> complaint(after, DESIGNATION);
            case Entry.FoodRiskFlagged ignored -> List.of("promise.offshelf.food");
            case Entry.Filed ignored -> tellReporter(after, world);
            case Entry.FilingDeclined ignored -> tellReporter(after, world);
            default -> List.of();
        };
    }

    private static List<String> received(Entry.Received received) {
        List<String> rules = new ArrayList<>();
        boolean distributed = received.source().equals("DISTRIBUTED");
        switch (received.kind()) {
            case CONSULTATION -> rules.add("promise.consultation.answer");
            case SUGGESTION -> rules.add("promise.suggestion.answer");
            case COMPLAINT -> {
                if (!received.greenChannel()) {
                    rules.add("promise.timely.accept");
                }
            }
            case REPORT -> {}
        }
        if (casework(received.kind()) && received.source().equals("SUBMISSION") && !received.greenChannel()) {
            rules.add("promise.timely.distribute");
        }
        if (distributed) {
            rules.add("promise.contact.referred");
        }
        if (received.flags().contains(Flag.FOOD_RISK.name())) {
            rules.add("promise.offshelf.food");
        }
        for (Visit visit : Visit.values()) {
            if (received.topics().contains("VISIT_" + visit)) {
                rules.add(visit.rule);
            }
        }
        return rules;
    }

    private static List<String> complaint(CaseState state, String rule) {
        return state.kind() == Kind.COMPLAINT ? List.of(rule) : List.of();
    }

    private static List<String> tellReporter(CaseState state, World world) {
        boolean on = "FILING_DECISION".equals(world.setting().apply("report.tellReporter"));
        boolean named = state.report().about("REAL_NAME") && !state.report().clue();
        return on && named && !state.law().equals("order20") ? List.of(TELL_REPORTER) : List.of();
    }

    private static boolean casework(Kind kind) {
        return kind == Kind.COMPLAINT || kind == Kind.REPORT;
    }

    /** Those that the agency makes; that of telling reporters is switched by a setting of its own. */
    private static List<String> given(List<String> rules, Statutes statutes) {
        return rules.stream()
                .filter(rule -> statutes.rule(rule)
                        .filter(found -> found.active() || rule.equals(TELL_REPORTER))
                        .filter(found -> found.length() > 0)
                        .isPresent())
                .toList();
    }
}
