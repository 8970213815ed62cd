package org.fangxin.rapid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fangxin.rapid.Area;
import org.fangxin.rapid.internal.Gaps.Span;
import org.fangxin.region.Division;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places, gaps and dangerous words, without a database. */
class RapidRulesTest {
    private static final Instant EIGHT = Instant.parse("2026-05-06T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "崇信县, 锦屏镇, RURAL, 是乡镇",
        "崇信县, 城关镇, COUNTY_SEAT, 县城",
        "崇信县, 新城街道, COUNTY_SEAT, 县城",
        "崆峒区, 东关街道, TOWN, 市区",
        "崆峒区, 四十里铺镇, RURAL, 农村乡镇"
    })
    void aPlacesNameTellsWhichPromiseHoldsThere(String county, String street, Area area, String why) {
        Placed placed = Placed.of(path(county, street), Map.of());
        assertThat(placed.area()).isEqualTo(area);
        assertThat(placed.reason()).contains(street, why);
    }

    @Test
    void whatTheAgencySetGoesBeforeTheName() {
        Placed placed = Placed.of(path("崇信县", "锦屏镇"), Map.of("620823100", Area.COUNTY_SEAT, "620823", Area.TOWN));
        assertThat(placed.area()).isEqualTo(Area.COUNTY_SEAT);
        assertThat(placed.reason()).isEqualTo("锦屏镇：本局定为县城。");
    }

    @Test
    void whatIsOnlyKnownToTheCountyIsSaidByAnOfficerUnlessTheAgencySetIt() {
        List<Division> county = List.of(new Division("620823", "崇信县"));
        assertThat(Placed.of(county, Map.of()).area()).isNull();
        assertThat(Placed.of(county, Map.of()).reason()).contains("请选去哪里");
        assertThat(Placed.of(county, Map.of("620823", Area.RURAL)).area()).isEqualTo(Area.RURAL);
        assertThat(Placed.of(List.of(), Map.of()).area()).isNull();
    }

    @Test
    void theHoursWithoutAnybodyAreGapsWhateverTheOrderOfTheShifts() {
        Span day = span(0, 24);
        assertThat(Gaps.in(day, List.of())).containsExactly(day);
        assertThat(Gaps.in(day, List.of(span(12, 24), span(0, 12)))).isEmpty();
        assertThat(Gaps.in(day, List.of(span(14, 20), span(2, 8), span(3, 5))))
                .containsExactly(span(0, 2), span(8, 14), span(20, 24));
        assertThat(Gaps.in(day, List.of(span(-4, 30)))).isEmpty();
    }

    @Test
    void aSuggestionNamesTheWordsAndNothingElseOfTheText() {
        List<DangerWords.Hint> hints = DangerWords.in("张某某在样例街吃了变质的面，回家呕吐，后来煤气漏气。");
        assertThat(hints).extracting(DangerWords.Hint::kind).containsExactly("DANGER", "FOOD");
        assertThat(hints.toString()).contains("变质", "呕吐", "煤气").doesNotContain("张某某", "样例街");
        assertThat(DangerWords.in("鞋子开胶，店里不退。")).isEmpty();
    }

    private static Span span(int from, int to) {
        return new Span(EIGHT.plusSeconds(from * 3600L), EIGHT.plusSeconds(to * 3600L));
    }

    private static List<Division> path(String county, String street) {
        return List.of(
                new Division("62", "甘肃省"),
                new Division("6208", "平凉市"),
                new Division("620823", county),
                new Division("620823100", street));
    }
}
