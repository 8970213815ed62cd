package org.fangxin.credit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fangxin.credit.Factor;
import org.fangxin.credit.GradeRule;
import org.fangxin.credit.GradeRule.Version;
import org.fangxin.credit.internal.RulePreview.Preview;
import org.fangxin.credit.store.RuleDraftStore.Draft;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers about rule tables. */
final class RuleViews {
    private RuleViews() {}

    @Schema(
            name = "CreditRule",
            description =
                    "agency 00: the table that ships; version: as it is named to people; approvedBy: the second person, null for the"
                            + " table that ships")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RuleView(
            String version,
            String agency,
            int no,
            LocalDate validFrom,
            GradeRule rule,
            String setBy,
            OffsetDateTime setAt,
            @Nullable String approvedBy,
            @Nullable String reason) {
        static RuleView of(Version one, Map<String, String> names) {
            String approved = one.approvedBy();
            return new RuleView(
                    one.agency() + "-" + one.no(),
                    one.agency(),
                    one.no(),
                    one.validFrom(),
                    one.rule(),
                    names.getOrDefault(one.setBy(), "系统"),
                    CreditReading.at(one.setAt()),
                    approved == null ? null : names.getOrDefault(approved, approved),
                    one.reason());
        }
    }

    @Schema(
            name = "CreditRuleDraftView",
            description = "state: OPEN, DECLINED; mine: the caller made it, so another decides")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DraftView(
            long draftId,
            LocalDate validFrom,
            GradeRule rule,
            String reason,
            String state,
            String by,
            boolean mine,
            OffsetDateTime at,
            @Nullable String decidedBy,
            @Nullable String decidedWhy) {
        static DraftView of(Draft one, Map<String, String> names, String reader) {
            String decided = one.decidedBy();
            return new DraftView(
                    one.id(),
                    one.validFrom(),
                    one.rule(),
                    one.reason(),
                    one.state(),
                    names.getOrDefault(one.madeBy(), one.madeBy()),
                    one.madeBy().equals(reader),
                    CreditReading.at(one.madeAt()),
                    decided == null ? null : names.getOrDefault(decided, decided),
                    one.decidedWhy());
        }
    }

    @Schema(name = "CreditFactor", description = "good: it adds points; source: JOURNAL, REGISTRY, SAMPLE, HAND")
    record FactorView(String factor, String label, boolean good, String source) {
        static List<FactorView> all() {
            return Arrays.stream(Factor.values())
                    .map(one -> new FactorView(
                            one.name(), one.chinese(), one.good(), one.source().name()))
                    .toList();
        }
    }

    @Schema(
            name = "CreditRules",
            description =
                    "inForce: what holds for the caller's agency today; own: its versions, newest first; drafts: open and declined;"
                            + " factors: all that a table may weigh")
    record RulesView(RuleView inForce, List<RuleView> own, List<DraftView> drafts, List<FactorView> factors) {}

    @Schema(name = "CreditRuleDraft", description = "validFrom: today or later")
    record RuleDraft(
            @Nullable LocalDate validFrom,
            @Nullable GradeRule rule,
            @Nullable String reason) {}

    @Schema(name = "CreditRuleDrafted")
    record Drafted(long draftId) {}

    @Schema(name = "CreditRuleMove")
    record MoveView(String from, String to, int businesses) {}

    @Schema(
            name = "CreditRulePreview",
            description =
                    "graded: businesses with a grade of this agency; computed: how many of them were computed; changed: would have"
                            + " another grade than by today's table, all computed as of today")
    record PreviewView(int graded, int computed, int changed, List<MoveView> moves) {
        static PreviewView of(Preview one) {
            return new PreviewView(
                    one.graded(),
                    one.computed(),
                    one.changed(),
                    one.moves().stream()
                            .map(move -> new MoveView(move.from(), move.to(), move.businesses()))
                            .toList());
        }
    }
}
