package org.fangxin.law.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;
import org.fangxin.law.Rule.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a number in law must be before a date is counted by it. */
class RuleBookTest {
    private static final LocalDate FORCE = LocalDate.of(2026, 4, 15);

    @Test
    void aSoundBookIsTakenWhole() {
        RuleBook book = new RuleBook(List.of(statute(r -> {}), promise(r -> {})));
        assertThat(book.all()).hasSize(2);
        assertThat(book.find("test.accept")).isPresent();
    }

    @Test
    void aRuleIsNamedAfterItsLaw() {
        refused(r -> r.law = "other", "the id must begin with its law, other");
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAY, 0, false, does not go with unit",
        "SET, 7, false, does not go with unit",
        "PROMPTLY, 7, false, does not go with unit",
        "WORKING_DAY, 7, true, others do not",
        "HOUR, 24, true, others do not",
        "DAY, 60, false, roll over",
        "YEAR, 3, false, roll over"
    })
    void lengthUnitAndRollOverGoTogether(Unit unit, int length, boolean rolls, String fault) {
        refused(
                r -> {
                    r.unit = unit;
                    r.length = length;
                    r.rollsOver = rolls;
                },
                fault);
    }

    @ParameterizedTest
    @CsvSource({
        "WORKING_DAY, 7, false",
        "DAY, 60, true",
        "YEAR, 3, true",
        "HOUR, 24, false",
        "SET, 0, false",
        "PROMPTLY, 0, false"
    })
    void eachUnitHasItsOwnForm(Unit unit, int length, boolean rolls) {
        assertThat(new RuleBook(List.of(statute(r -> {
                            r.unit = unit;
                            r.length = length;
                            r.rollsOver = rolls;
                        })))
                        .all())
                .hasSize(1);
    }

    @Test
    void aRuleEndsAfterItBegan() {
        refused(r -> r.validTo = FORCE.minusDays(1), "valid to before valid from");
        assertThat(new RuleBook(List.of(statute(r -> r.validTo = FORCE))).all()).hasSize(1);
    }

    @Test
    void aNumberInLawSaysWhatStartsItAndWhatMeetsIt() {
        refused(r -> r.triggers = List.of(), "needs a trigger and a satisfier");
        refused(r -> r.satisfiers = List.of(), "needs a trigger and a satisfier");
        assertThat(new RuleBook(List.of(promise(r -> r.triggers = List.of()))).all())
                .hasSize(1);
    }

    @Test
    void aNumberInLawCitesAnArticleAndAPromiseNone() {
        refused(r -> r.article = "第15条", "is no article");
        refused(r -> r.article = "服务承诺", "is no article");
        assertThatThrownBy(() -> new RuleBook(List.of(promise(r -> r.article = "第十五条"))))
                .hasMessageContaining("a promise is never shown as law");
    }

    @Test
    void onlyALawSaysHowToCount() {
        String fault = "names the article of counting";
        assertThatThrownBy(() -> new RuleBook(List.of(statute(r -> r.counting = null))))
                .hasMessageContaining(fault);
        assertThatThrownBy(() -> new RuleBook(List.of(promise(r -> r.counting = "第四十五条"))))
                .hasMessageContaining(fault);
    }

    @Test
    void anExtensionIsLongerInTheSameUnitAndStartsAlike() {
        assertThat(extended(r -> r.length = 30)).isEmpty();
        assertThat(extended(r -> r.length = 7)).contains("is not longer");
        assertThat(extended(r -> {
                    r.length = 60;
                    r.unit = Unit.DAY;
                    r.rollsOver = true;
                }))
                .contains("is not longer");
        assertThat(extended(r -> {
                    r.length = 0;
                    r.unit = Unit.SET;
                }))
                .as("a date that a decision sets")
                .isEmpty();
        assertThat(extended(r -> {
                    r.length = 30;
                    r.triggers = List.of("Filed");
                }))
                .contains("starts from another entry");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThatThrownBy(() -> new RuleBook(List.of(statute(r -> {
                    r.length = 0;
                    r.article = "?";
                }))))
                .hasMessageContaining("does not go with unit")
                .hasMessageContaining("is no article");
    }

    /** What the book says against an extension; empty when nothing. */
    private static String extended(Changed longer) {
        RuleEntry first = statute(r -> r.extendedBy = "test.accept.longer");
        RuleEntry second = statute(r -> {
            r.id = "test.accept.longer";
            longer.change(r);
        });
        try {
            return new RuleBook(List.of(first, second)).all().size() == 2 ? "" : "lost";
        } catch (LawFileFault fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    private static void refused(Changed change, String fault) {
        assertThatThrownBy(() -> new RuleBook(List.of(statute(change))))
                .isInstanceOf(LawFileFault.class)
                .hasMessageContaining(fault);
    }

    private interface Changed {
        void change(Draft draft);
    }

    private static RuleEntry statute(Changed change) {
        Draft draft = new Draft();
        change.change(draft);
        return draft.entry();
    }

    private static RuleEntry promise(Changed change) {
        return statute(r -> {
            r.id = "promise.visit";
            r.law = "promise";
            r.source = Source.PROMISE;
            r.article = "服务承诺";
            r.counting = null;
            change.change(r);
        });
    }

    /** A sound rule until somebody changes it. */
    private static final class Draft {
        private String id = "test.accept";
        private Source source = Source.STATUTE;
        private String law = "test";
        private String article = "第十五条";
        private List<String> triggers = List.of("Received");
        private List<String> satisfiers = List.of("Accepted");
        private int length = 7;
        private Unit unit = Unit.WORKING_DAY;
        private @Nullable String extendedBy;
        private boolean rollsOver;
        private @Nullable LocalDate validTo;
        private @Nullable String counting = "第四十五条";

        private RuleEntry entry() {
            Rule rule = new Rule(
                    id,
                    source,
                    law,
                    article,
                    "受理",
                    triggers,
                    satisfiers,
                    length,
                    unit,
                    List.of(),
                    extendedBy,
                    null,
                    rollsOver,
                    FORCE,
                    validTo,
                    true,
                    null);
            return new RuleEntry(rule, "测试法", "收到", "受理", counting, null);
        }
    }
}
