package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
    private static final Agencies AGENCIES = Tree.AGENCIES;

    @Test
    void holdsEveryDivisionOfTheFourLevels() {
        Map<Division.Level, Long> count =
                Tree.FILE.divisions().stream().collect(Collectors.groupingBy(Division::level, Collectors.counting()));
        assertThat(count)
                .containsEntry(Division.Level.PROVINCE, 31L)
                .containsEntry(Division.Level.CITY, 342L)
                .containsEntry(Division.Level.COUNTY, 2978L + 4)
                .containsEntry(Division.Level.STREET, 41352L);
    }

    @Test
    void everyDivisionReachesAProvinceThatExists() {
        assertThat(Tree.FILE.divisions())
                .allSatisfy(division -> assertThat(
                                Tree.DIVISIONS.path(division.code()).getFirst().level())
                        .isEqualTo(Division.Level.PROVINCE));
    }

    @Test
    void everyCountyHasItsAgencyExceptTheFourCitiesWithoutCounties() {
        List<String> without = Tree.FILE.divisions().stream()
                .filter(division -> division.level() == Division.Level.COUNTY)
                .map(Division::code)
                .filter(code -> AGENCIES.find(code)
                        .filter(a -> a.level() == Agency.Level.COUNTY)
                        .isEmpty())
                .toList();
        assertThat(without).containsExactly("441900", "442000", "460400", "620201");
    }

    @Test
    void everyAgencyReachesTheNation() {
        assertThat(Tree.FILE.divisions()).allSatisfy(division -> {
            Agency agency = AGENCIES.countyAgencyOf(division.code()).orElseThrow();
            int steps = 0;
            while (!agency.code().equals("00")) {
                agency = AGENCIES.superior(agency.code()).orElseThrow();
                assertThat(++steps).isLessThan(5);
            }
        });
    }

    @Test
    void theNinePlaceholdersHaveNoAgency() {
        List<Division> placeholders =
                Tree.FILE.divisions().stream().filter(Division::placeholder).toList();
        assertThat(placeholders)
                .extracting(Division::code)
                .containsExactly("1101", "1201", "3101", "4190", "4290", "4690", "5001", "5002", "6590");
        assertThat(placeholders)
                .allSatisfy(
                        division -> assertThat(AGENCIES.find(division.code())).isEmpty());
    }

    @Test
    void flagsTheFunctionalZonesAndKeepsTheirAgencies() {
        List<Division> zones =
                Tree.FILE.divisions().stream().filter(Division::zone).toList();
        assertThat(zones).hasSize(124);
        assertThat(zones)
                .allSatisfy(zone -> assertThat(AGENCIES.find(zone.code())).isPresent());
    }

    @Test
    void everyStreetOfACountyHasOneOfficeExceptTheRowsThatOnlyGroupVillages() {
        List<Division> without = Tree.FILE.divisions().stream()
                .filter(division -> division.level() == Division.Level.STREET)
                .filter(division -> AGENCIES.find(division.code()).isEmpty())
                .toList();
        assertThat(without)
                .hasSize(11)
                .allSatisfy(street -> assertThat(street.name()).endsWith("直辖村级区划"));
    }

    @Test
    void noTwoAgenciesBelowOneAnotherShareAName() {
        assertThat(AGENCIES.below("62")).extracting(Agency::name).doesNotHaveDuplicates();
        assertThat(Tree.FILE.divisions())
                .allSatisfy(division -> assertThat(AGENCIES.below(division.code()))
                        .extracting(Agency::name)
                        .doesNotHaveDuplicates());
    }

    @ParameterizedTest
    @CsvSource({
        "00, 国家市场监督管理总局",
        "62, 甘肃省市场监督管理局",
        "11, 北京市市场监督管理局",
        "65, 新疆维吾尔自治区市场监督管理局",
        "6208, 平凉市市场监督管理局",
        "620823, 崇信县市场监督管理局",
        "330110, 杭州市余杭区市场监督管理局",
        "110105, 北京市朝阳区市场监督管理局",
        "320576, 苏州工业园区市场监督管理局",
        "429021, 神农架林区市场监督管理局",
        "620823100, 崇信县市场监督管理局锦屏市场监督管理所",
        "441900003, 东莞市市场监督管理局东城市场监督管理所",
    })
    void namesAgenciesAsTheyAreCalled(String code, String name) {
        assertThat(AGENCIES.find(code).orElseThrow().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "330100, 3301",
        "330000, 33",
        "000000, 00",
        "620800, 6208",
        "441900, 4419",
        "442000, 4420",
        "460400, 4604",
        "620200, 6202",
        "620823, 620823",
        "620823100, 620823100",
    })
    void understandsSixDigitFormsOfUpperLevels(String form, String code) {
        assertThat(AGENCIES.find(form).orElseThrow().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "620823, 6208",
        "6208, 62",
        "62, 00",
        "110101, 11",
        "310115, 31",
        "500112, 50",
        "500229, 50",
        "429004, 42",
        "410901, 4109",
        "419001, 41",
        "469001, 46",
        "659001, 65",
        "4419, 44",
        "441900003, 4419",
        "620201001, 6202",
        "620823100, 620823",
        "330100, 33",
    })
    void knowsTheNextAgencyUp(String code, String above) {
        assertThat(AGENCIES.superior(code).orElseThrow().code()).isEqualTo(above);
    }

    @Test
    void nothingIsAboveTheNation() {
        assertThat(AGENCIES.superior("00")).isEmpty();
        assertThat(AGENCIES.superior("000000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "330106 330110, 3301", "620823 620822, 6208", "620823 620102, 62", "110105 110108, 11", "500112 500229, 50",
        "429004 429005, 42", "429004 420102, 42", "620823 330110, 00", "4419 440305, 44", "441900 442000, 44",
        "330106 330110 330205, 33", "330106 330110 620823, 00", "3301 330106, 33", "33 330106, 00", "62 33, 00",
        "620823100 620823101, 620823", "659001 650102, 65", "620823100 620822100, 6208",
    })
    void findsTheCommonSuperiorThatDesignates(String parties, String above) {
        assertThat(AGENCIES.commonSuperior(List.of(parties.split(" "))).code()).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({
        "620823, 6208, true", "620823, 620800, true", "620823, 00, true", "620823, 620823, true",
        "6208, 620823, false", "620823, 6201, false", "110101, 1101, true", "441900003, 441900, true",
        "330100, 3301, true", "33, 3301, false",
    })
    void tellsWhatLiesInASubtree(String code, String ancestor, boolean within) {
        assertThat(AGENCIES.within(code, ancestor)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "620823100, 620823",
        "441900003, 4419",
        "620201001, 6202",
        "620823, 620823",
        "6208, 6208",
        "330100, 3301",
    })
    void anOfficeActsInItsCountysName(String code, String name) {
        assertThat(AGENCIES.actingFor(code).code()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "990101", "abc", "", "1", "00"})
    void noPlaceNoAgencyInCharge(String code) {
        assertThat(AGENCIES.countyAgencyOf(code)).isEmpty();
    }

    @Test
    void findsPlacesByNameWithTheirPath() {
        Division county = Tree.DIVISIONS.search("崇信", 10).getFirst();
        assertThat(county.code()).isEqualTo("620823");
        assertThat(Tree.DIVISIONS.path("620823")).extracting(Division::name).containsExactly("甘肃省", "平凉市", "崇信县");
        assertThat(Tree.DIVISIONS.path("110105")).extracting(Division::name).containsExactly("北京市", "朝阳区");
        assertThat(Tree.DIVISIONS.search("长春 朝阳", 10))
                .extracting(Division::code)
                .startsWith("220104");
        assertThat(Tree.DIVISIONS.search(" ", 10)).isEmpty();
        assertThat(Tree.DIVISIONS.search("不存在的地方", 10)).isEmpty();
    }

    @Test
    void walksDownLevelByLevel() {
        assertThat(Tree.DIVISIONS.below(null)).hasSize(31);
        assertThat(Tree.DIVISIONS.below("620800")).extracting(Division::code).contains("620823");
        assertThat(Tree.DIVISIONS.below("620823")).hasSize(7);
        assertThat(Tree.DIVISIONS.below("620823100")).isEmpty();
        assertThat(AGENCIES.below("00")).hasSize(31);
        assertThat(AGENCIES.below("11")).extracting(Agency::code).hasSize(16).contains("110101");
        assertThat(AGENCIES.below("4419")).allSatisfy(a -> assertThat(a.level()).isEqualTo(Agency.Level.OFFICE));
    }
}
