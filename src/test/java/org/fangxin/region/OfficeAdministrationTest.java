package org.fangxin.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fangxin.FangxinTest;
import org.fangxin.problem.Problem;
import org.fangxin.region.internal.AgencyAdministration;
import org.fangxin.region.internal.OfficeAdministration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FangxinTest
class OfficeAdministrationTest {
    private static final String CITY = "6201";

    @Autowired
    AgencyAdministration agencyAdministration;

    @Autowired
    OfficeAdministration officeAdministration;

    @Autowired
    Agencies agencies;

    @Autowired
    OfficeFinder offices;

    @Test
    void oneOfficeTakesTheStreetsOfAnotherWhichIsThenTakenOutOfTheTree() {
        List<Agency> before = agencies.below("620102");
        String stays = before.get(0).code();
        String goes = before.get(1).code();
        officeAdministration.replaceAreas(CITY, goes, List.of());
        officeAdministration.replaceAreas(CITY, stays, List.of(stays, goes));
        agencyAdministration.save(CITY, goes, null, false);

        assertThat(officeAdministration.areas(CITY, stays))
                .extracting(Division::code)
                .containsExactly(stays, goes);
        assertThat(found("620102", goes, null)).containsExactly(stays);
        assertThat(agencies.below("620102")).hasSize(before.size() - 1);
        assertThat(agencies.find(goes)).isPresent();
        assertThat(agencies.active(goes)).isFalse();
    }

    @Test
    void aNewOfficeSharesAStreetAndIsFoundByItsAlias() {
        agencyAdministration.save(CITY, "620103901", "七里河区市场监督管理局专业市场监督管理所", null);
        String street = agencies.below("620103").getFirst().code();
        officeAdministration.replaceAreas(CITY, "620103901", List.of(street));
        assertThat(officeAdministration.replaceAliases(CITY, "620103901", List.of("汽配 大世界", "汽配大世界")))
                .containsExactly("汽配大世界");

        assertThat(agencies.superior("620103901").orElseThrow().code()).isEqualTo("620103");
        assertThat(found("620103", street, null)).containsExactly(street, "620103901");
        assertThat(found("620103", street, "汽配大世界 3 排")).containsExactly("620103901");
        assertThat(found("620103", null, "七里河区汽配大世界")).containsExactly("620103901");
    }

    @Test
    void aZoneThatLosesItsAgencyFallsToTheCity() {
        agencyAdministration.save("62", "620171", null, false);
        assertThat(agencies.countyAgencyOf("620171").orElseThrow().code()).isEqualTo("6201");
        agencyAdministration.save("62", "620171", null, true);
        assertThat(agencies.countyAgencyOf("620171").orElseThrow().code()).isEqualTo("620171");
    }

    @Test
    void anAgencyIsRenamedForEveryoneAtOnce() {
        agencyAdministration.save(CITY, "620104", "西固区市场监管局", null);
        assertThat(agencies.find("620104").orElseThrow().name()).isEqualTo("西固区市场监管局");
    }

    @Test
    void nothingOutsideTheAdministratorsSubtreeExists() {
        String office = agencies.below("620823").getFirst().code();
        refused(404, () -> officeAdministration.areas(CITY, office));
        refused(404, () -> officeAdministration.replaceAreas(CITY, office, List.of()));
        refused(404, () -> officeAdministration.aliases(CITY, office));
        refused(404, () -> officeAdministration.replaceAliases(CITY, office, List.of()));
        refused(404, () -> agencyAdministration.save(CITY, "620823", "改名", null));
        refused(404, () -> agencyAdministration.save(CITY, "62", "改名", null));
        refused(404, () -> officeAdministration.areas(CITY, "620102"));
    }

    @Test
    void wrongValuesAreRefused() {
        String office = agencies.below("620105").getFirst().code();
        refused(422, () -> officeAdministration.replaceAreas(CITY, office, List.of("620823100")));
        refused(422, () -> officeAdministration.replaceAreas(CITY, office, List.of("620105")));
        refused(422, () -> officeAdministration.replaceAreas(CITY, office, Arrays.asList("999", null)));
        refused(422, () -> officeAdministration.replaceAreas(CITY, office, null));
        refused(422, () -> officeAdministration.replaceAliases(CITY, office, Arrays.asList("x", null, " ")));
        refused(422, () -> officeAdministration.replaceAliases(CITY, office, null));
        refused(422, () -> agencyAdministration.save(CITY, "620105", " ", null));
        refused(422, () -> agencyAdministration.save(CITY, "620105902", null, null));
        refused(422, () -> agencyAdministration.save(CITY, "62010", "某局", null));
        refused(422, () -> agencyAdministration.save(CITY, "620199001", "某所", null));
        refused(422, () -> agencyAdministration.save(CITY, "6201", null, false));
        assertThat(officeAdministration.areas(CITY, office))
                .extracting(Division::code)
                .containsExactly(office);
    }

    private List<String> found(String county, String street, String address) {
        return offices.find(county, street, address).stream()
                .map(match -> match.office().code())
                .toList();
    }

    private static void refused(int status, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
