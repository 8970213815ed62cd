package org.fangxin.credit.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.GradeRule.Band;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.Lot;
import org.fangxin.credit.store.CheckStore;
import org.fangxin.credit.store.CheckStore.Reached;
import org.fangxin.credit.store.PlanStore;
import org.fangxin.credit.store.PlanStore.Drawing;
import org.fangxin.credit.store.PlanStore.Pool;
import org.fangxin.database.Scope;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 双随机: draws businesses by the rates of their grades, and two officers for each. */
@Component
public class Drawings {
    private static final int SEED_BYTES = 16;
    private static final int MOST_ITEMS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PlanStore store;
    private final CheckStore inspections;
    private final Rules rules;
    private final People people;
    private final InstantSource clock;

    Drawings(PlanStore store, CheckStore inspections, Rules rules, People people, InstantSource clock) {
        this.store = store;
        this.inspections = inspections;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    /**
     * One grade in a year's plan.
     *
     * @param population living businesses of this grade that were not drawn this year, with those drawn at this grade
     * @param wanted how many the rate asks for in the year, rounded up
     */
    public record Target(String grade, int rate, int population, int wanted, int drawn, int done) {
        public int left() {
            return Math.max(0, wanted - drawn);
        }
    }

    /** The year's plan of an agency, best grade first, the ungraded last. */
    public record Plan(Version rule, List<Target> targets) {}

    /** What a drawing asks for; {@code counts} by grade, a grade that is missing: all that is left. */
    public record Order(
            @Nullable String name, @Nullable LocalDate dueOn, Map<String, Integer> counts, List<String> items) {}

    @Transactional(readOnly = true)
    public Plan plan(SignedIn who, int year) {
        String agency = Rules.grading(who);
        return plan(agency, year, store.undrawn(agency, end(agency), year));
    }

    private static String end(String agency) {
        return Scope.subtree(agency, "", Scope.Reports.NONE).to();
    }

    private Plan plan(String agency, int year, Map<String, Integer> undrawn) {
        Version version = rules.on(agency, today());
        Map<String, Reached> reached = inspections.reached(agency, year);
        List<Target> targets = new ArrayList<>();
        for (Band band : bands(version.rule())) {
            Reached so = reached.getOrDefault(band.grade(), new Reached(0, 0));
            int population = undrawn.getOrDefault(band.grade(), 0) + so.drawn();
            int wanted = Math.ceilDiv(population * band.rate(), 100);
            targets.add(new Target(band.grade(), band.rate(), population, wanted, so.drawn(), so.done()));
        }
        return new Plan(version, targets);
    }

    private static List<Band> bands(GradeRule rule) {
        List<Band> bands = new ArrayList<>(rule.grades());
        bands.add(new Band(PlanStore.UNGRADED, 0, rule.ungradedRate()));
        return bands;
    }

    /** Who can still be drawn this year, by grade. */
    private Map<String, List<Long>> pools(String agency, int year) {
        Set<Long> drawn = store.drawn(agency, year);
        Map<String, List<Long>> pools = store.population(agency, end(agency));
        pools.values().forEach(pool -> pool.removeIf(drawn::contains));
        pools.values().forEach(pool -> pool.sort(null));
        return pools;
    }

    /** @throws Problem 422 when nothing is left to draw, or for one of the businesses fewer than two officers are free */
    @Transactional
    public long draw(SignedIn who, Order order) {
        String agency = Rules.grading(who);
        String name = Wording.needed(order.name(), "name", "抽取的名称");
        LocalDate dueOn = order.dueOn();
        if (dueOn == null || dueOn.isBefore(today())) {
            throw Problem.invalid("dueOn", "past", "请填今天或者以后的完成期限。");
        }
        List<String> items = order.items();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.invalid("items", "required", "请写检查事项，每行一项，1 到 30 项。");
        }
        store.alone(agency);
        int year = today().getYear();
        Map<String, List<Long>> pools = pools(agency, year);
        Map<String, Integer> undrawn = new HashMap<>();
        pools.forEach((grade, pool) -> undrawn.put(grade, pool.size()));
        Plan plan = plan(agency, year, undrawn);
        List<Pool> wanted = wanted(plan, pools, order.counts());
        Drawing drawing = new Drawing(
                0,
                agency,
                name,
                year,
                seed(),
                plan.rule().agency(),
                plan.rule().no(),
                officers(agency),
                who.personId(),
                clock.instant());
        long id = store.add(drawing);
        Map<Long, Set<String>> relations = store.relations(drawing.at());
        for (Pool pool : wanted) {
            store.pool(id, pool);
            for (long business : Lot.businesses(drawing.seed(), pool.entities(), pool.wanted())) {
                List<String> team = team(drawing, business, relations);
                if (team.size() < Lot.TEAM) {
                    throw Problem.invalid("officers", "too-few", "没有回避关系的检查人员不到两人，不能抽取。请先增加检查人员。");
                }
                inspections.add(id, business, pool.grade(), team, dueOn, items);
            }
        }
        return id;
    }

    private static List<Pool> wanted(Plan plan, Map<String, List<Long>> pools, Map<String, Integer> counts) {
        List<String> grades = plan.targets().stream().map(Target::grade).toList();
        if (!grades.containsAll(counts.keySet())) {
            throw Problem.invalid("counts", "not-an-option", "有一个等级不在现行规则里。请刷新再抽。");
        }
        List<Pool> wanted = new ArrayList<>();
        for (Target target : plan.targets()) {
            int n = counts.getOrDefault(target.grade(), target.left());
            List<Long> pool = pools.getOrDefault(target.grade(), List.of());
            if (n < 0 || n > pool.size()) {
                throw Problem.invalid("counts", "range", "等级 " + target.grade() + " 今年还可以抽 0 到 " + pool.size() + " 家。");
            }
            if (n > 0) {
                wanted.add(new Pool(target.grade(), n, pool));
            }
        }
        if (wanted.isEmpty()) {
            throw Problem.invalid("counts", "nothing", "今年各等级的抽查比例都已经达到，或者没有可以抽的主体。要多抽请写明家数。");
        }
        return wanted;
    }

    private List<String> officers(String agency) {
        return people.officers(agency).stream()
                .filter(one ->
                        one.roles().contains(Role.INVESTIGATOR) || one.roles().contains(Role.HANDLER))
                .map(one -> one.personId())
                .sorted()
                .toList();
    }

    private static String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Of the agency's own, newest first. */
    @Transactional(readOnly = true)
    public List<Drawing> of(SignedIn who, int year) {
        return store.of(Rules.grading(who), year);
    }

    @Transactional(readOnly = true)
    public Drawing find(long id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    private static List<String> team(Drawing drawing, long business, Map<Long, Set<String>> relations) {
        Set<String> related = relations.getOrDefault(business, Set.of());
        return Lot.team(drawing.seed(), business, drawing.officers(), related::contains);
    }

    /** Whether seed, pools and the relations declared by then, drawn once more, give the same businesses and officers. */
    @Transactional(readOnly = true)
    public boolean reproduced(Drawing drawing) {
        List<CheckStore.Inspection> drawn = inspections.of(drawing.id());
        Map<Long, Set<String>> relations = store.relations(drawing.at());
        boolean teams = drawn.stream()
                .allMatch(one -> team(drawing, one.entity(), relations).equals(one.officers()));
        return teams
                && store.pools(drawing.id()).stream()
                        .allMatch(pool -> Lot.businesses(drawing.seed(), pool.entities(), pool.wanted())
                                .equals(drawn.stream()
                                        .filter(one -> one.grade().equals(pool.grade()))
                                        .map(CheckStore.Inspection::entity)
                                        .toList()));
    }

    /** 回避: the officer says that he is related to a business, and is not drawn for it from then on. */
    @Transactional
    public void declare(SignedIn who, long entity, @Nullable String why) {
        Instant now = clock.instant();
        store.relation(Rules.grading(who), who.personId(), entity, Wording.needed(why, "reason", "关系"), now);
    }

    private LocalDate today() {
        return clock.instant().atZone(Fields.ZONE).toLocalDate();
    }
}
