package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fangxin.region.OfficeFinder.By;
import org.fangxin.region.internal.AddressOffices;
import org.fangxin.region.internal.OfficeDirectory;
import org.junit.jupiter.api.Test;

class OfficeFinderTest {
    private final List<OfficeDirectory.Area> areas = new ArrayList<>();
    private final List<OfficeDirectory.Alias> aliases = new ArrayList<>();
    private final OfficeFinder offices = new AddressOffices(Tree.AGENCIES, Tree.DIVISIONS, new OfficeDirectory() {
        @Override
        public List<Area> areas(String county) {
            return areas.stream()
                    .filter(area -> area.officeCode().startsWith(county))
                    .toList();
        }

        @Override
        public List<Alias> aliases(String county) {
            return aliases.stream()
                    .filter(alias -> alias.officeCode().startsWith(county))
                    .toList();
        }
    });

    OfficeFinderTest() {
        for (Division street : Tree.DIVISIONS.streets("620823")) {
            areas.add(new OfficeDirectory.Area(street.code(), street.code()));
        }
    }

    @Test
    void findsTheOfficeOfAStreet() {
        assertThat(found("620823", "620823100", null)).containsExactly("620823100");
        assertThat(found("620823", "620823100201", null)).containsExactly("620823100");
    }

    @Test
    void findsTheOfficeByTheStreetsNameInTheAddress() {
        assertThat(found("620823", null, "甘肃省平凉市崇信县 锦屏镇 西街")).containsExactly("620823100");
        assertThat(found("620823", null, "崇信县新窑集市东头")).containsExactly("620823101");
    }

    @Test
    void anAliasIsStrongerThanAStreetsName() {
        aliases.add(new OfficeDirectory.Alias("620823102", "龙泉市场"));
        assertThat(found("620823", null, "锦屏镇龙泉市场3号")).containsExactly("620823102");
        assertThat(offices.find("620823", null, "锦屏镇龙泉市场").getFirst().by()).isEqualTo(By.ALIAS);
    }

    @Test
    void theLongerAliasWins() {
        aliases.add(new OfficeDirectory.Alias("620823102", "龙泉市场"));
        aliases.add(new OfficeDirectory.Alias("620823103", "新龙泉市场"));
        assertThat(found("620823", null, "新 龙泉市场３号")).containsExactly("620823103");
    }

    @Test
    void oneOfficeMayTakeManyStreets() {
        areas.add(new OfficeDirectory.Area("620823100", "620823001"));
        areas.removeIf(area -> area.officeCode().equals("620823001"));
        assertThat(found("620823", "620823001", null)).containsExactly("620823100");
    }

    @Test
    void officesThatShareAStreetAreAllNamedUnlessAnAliasTellsThemApart() {
        areas.add(new OfficeDirectory.Area("620823101", "620823100"));
        assertThat(found("620823", "620823100", "锦屏镇")).containsExactly("620823100", "620823101");
        aliases.add(new OfficeDirectory.Alias("620823101", "东关"));
        assertThat(found("620823", "620823100", "锦屏镇东关12号")).containsExactly("620823101");
    }

    @Test
    void findsNothingInAnotherCountyOrWithoutWords() {
        assertThat(found("620822", null, "崇信县锦屏镇")).isEmpty();
        assertThat(found("620823", null, "某地")).isEmpty();
        assertThat(found("620823", null, null)).isEmpty();
        assertThat(found("620823", "", " ")).isEmpty();
    }

    @Test
    void citiesWithoutCountiesHaveOfficesToo() {
        areas.add(new OfficeDirectory.Area("441900003", "441900003"));
        assertThat(found("4419", null, "东莞市东城街道某路")).containsExactly("441900003");
    }

    private List<String> found(String county, String street, String address) {
        return offices.find(county, street, address).stream()
                .map(match -> match.office().code())
                .toList();
    }
}
