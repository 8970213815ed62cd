package org.fangxin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house, held by tests: rooms import only rooms below, deciding is pure, one gate writes. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.fangxin");

    @Test
    void roomsUseOnlyWhatOtherRoomsOffer() {
        ApplicationModules.of(FangxinApplication.class).verify();
    }

    @Test
    void lawsDecisionsAndCompetenceKnowNeitherSpringNorSqlNorTheClock() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "org.fangxin.law",
                        "org.fangxin.casefile",
                        "org.fangxin.casefile.entry",
                        "org.fangxin.casefile.internal",
                        "org.fangxin.region",
                        "org.fangxin.region.internal")
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .haveSimpleNameNotEndingWith("Room") // the room's wiring
                .and()
                .haveSimpleNameNotContaining("Administrati")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..");
        rule.check(HOUSE);
    }

    @Test
    void nobodyReadsTheClockDirectly() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(HOUSE);
        noClasses().should().callMethod(java.time.LocalDate.class, "now").check(HOUSE);
        noClasses().should().callMethod(java.time.LocalDateTime.class, "now").check(HOUSE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    }

    /** From the ground up; a room that is not built yet is passed over. */
    private static final List<String> FLOORS = List.of(
            "identity",
            "backup",
            "law",
            "region",
            "casefile",
            "merchant",
            "meaning",
            "knowledge",
            "intake",
            "document",
            "mediation",
            "greenchannel",
            "rapid",
            "notice",
            "inspection",
            "approval",
            "enforcement",
            "supervision",
            "credit",
            "worklist",
            "search",
            "duplicate",
            "staffing",
            "field",
            "abuse",
            "retention");

    @Test
    void lowerFloorsDoNotKnowUpperOnes() {
        List<String> built = FLOORS.stream().filter(HouseTest::built).toList();
        List<String> upper = built.subList(built.indexOf("casefile"), built.size());
        below("org.fangxin.law..", rooms(upper));
        below("org.fangxin.region..", rooms(upper));
        below("org.fangxin.identity..", rooms(upper));
        below("org.fangxin.backup..", rooms(upper));
        for (int i = 0; i < upper.size() - 1; i++) {
            below("org.fangxin." + upper.get(i) + "..", rooms(upper.subList(i + 1, upper.size())));
        }
    }

    private static boolean built(String room) {
        return HOUSE.containPackage("org.fangxin." + room);
    }

    private static String[] rooms(List<String> names) {
        return names.stream().map(name -> "org.fangxin." + name + "..").toArray(String[]::new);
    }

    @Test
    void packagesSayWhetherNullsAreAllowed() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(HOUSE);
    }

    private static void below(String lower, String[] upper) {
        noClasses()
                .that()
                .resideInAPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(upper)
                .check(HOUSE);
    }
}
