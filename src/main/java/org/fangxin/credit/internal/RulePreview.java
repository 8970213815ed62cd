package org.fangxin.credit.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fangxin.casefile.Fields;
import org.fangxin.credit.Fact;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.Grading;
import org.fangxin.credit.store.FactStore;
import org.fangxin.credit.store.GradeStore;
import org.fangxin.identity.SignedIn;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.Merchants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rule table would do to the businesses that an agency has graded, if they were computed today. Writes nothing. */
@Component
public class RulePreview {
    /** More than a county has graded; beyond it the newest are left out and the answer says so. */
    private static final int MOST = 20_000;

    private final Merchants merchants;
    private final FactStore facts;
    private final GradeStore grades;
    private final Sources sources;
    private final Rules rules;
    private final InstantSource clock;

    RulePreview(
            Merchants merchants,
            FactStore facts,
            GradeStore grades,
            Sources sources,
            Rules rules,
            InstantSource clock) {
        this.merchants = merchants;
        this.facts = facts;
        this.grades = grades;
        this.sources = sources;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * @param graded businesses with a grade in force
     * @param computed of these, how many were computed
     * @param moves how many go from the grade of today's table to that of the draft; those that stay are not among them
     */
    public record Preview(int graded, int computed, List<Move> moves) {
        public int changed() {
            return moves.stream().mapToInt(Move::businesses).sum();
        }
    }

    public record Move(String from, String to, int businesses) {}

    /** @throws org.fangxin.problem.Problem 422 when the table is not whole */
    public Preview preview(SignedIn who, @Nullable GradeRule asked) {
        GradeRule draft = RuleCheck.whole(asked);
        String agency = Rules.grading(who);
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        List<Long> graded = sources.withoutReports(
                agency, () -> grades.inForce(agency).keySet().stream().sorted().toList());
        Map<Long, List<Fact>> samples = sources.withoutReports(agency, () -> samples(graded, today));
        return sources.everything(agency, () -> {
            GradeRule now = rules.on(agency, today).rule();
            Map<Long, List<Fact>> heard = facts.ofGraded(agency);
            Map<String, Integer> moves = new TreeMap<>();
            for (MarketEntity entity : entities(graded)) {
                List<Fact> known = samples.getOrDefault(entity.id(), List.of());
                List<Fact> all = new ArrayList<>(heard.getOrDefault(entity.id(), List.of()));
                all.addAll(known);
                all.addAll(sources.papers(entity, known, today));
                String before = Grading.grade(now, all, today).grade();
                String after = Grading.grade(draft, all, today).grade();
                moves.merge(before + after, 1, Integer::sum);
            }
            return new Preview(graded.size(), Math.min(graded.size(), MOST), changes(moves));
        });
    }

    private List<MarketEntity> entities(List<Long> ids) {
        return ids.stream()
                .limit(MOST)
                .flatMap(id -> merchants.find(id).stream())
                .toList();
    }

    private Map<Long, List<Fact>> samples(List<Long> ids, LocalDate today) {
        Map<Long, List<Fact>> found = new HashMap<>();
        entities(ids).forEach(entity -> found.put(entity.id(), sources.samples(entity, today)));
        return found;
    }

    /** Keys are two letters: the grade before and after. */
    private static List<Move> changes(Map<String, Integer> moves) {
        return moves.entrySet().stream()
                .filter(one -> one.getKey().charAt(0) != one.getKey().charAt(1))
                .map(one -> new Move(one.getKey().substring(0, 1), one.getKey().substring(1), one.getValue()))
                .toList();
    }
}
