package org.fangxin.rapid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.NewPerson;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.problem.Problem;
import org.fangxin.rapid.store.ShiftStore.Shift;
import org.fangxin.sheet.Sheet;
import org.fangxin.sheet.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A roster out of a file: right rows are shifts, of each other one it is said why not. */
@FangxinTest
class RosterImportTest {
    private static final String AGENCY = "620825";
    private static final LocalDate DAY = LocalDate.of(2032, 3, 1);

    @Autowired
    RosterImport roster;

    @Autowired
    Roster kept;

    @Autowired
    People people;

    String mark;
    Person first;
    Person second;

    @BeforeEach
    void twoOfficers() {
        mark = "值" + System.nanoTime();
        first = officer("a", mark + "甲");
        second = officer("b", mark + "乙");
        within(() -> {
            kept.page(AGENCY, DAY, DAY.plusDays(2)).shifts().forEach(one -> kept.delete(one.id()));
            return true;
        });
    }

    private Person officer(String suffix, String name) {
        return people.create(new NewPerson(
                "r" + suffix + System.nanoTime(), name, AGENCY, java.util.Set.of(Role.HANDLER), Staff.PASSWORD, false));
    }

    @Test
    void rightRowsAreShiftsANightEndsOnTheNextDayAndTheSameFileAgainAddsNothing() {
        String file = """
                日期,上班时间,下班时间,值班人员,值班电话,车辆
                2032-03-01,08:30,18:00,%1$s甲、%1$s乙,0933-1234567,甘L12345
                2032/3/1,18:00,8:30,%1$s甲,,
                ,2032-03-02 08:30,2032-03-02 18:00,%2$s,,
                """.formatted(mark, second.username());
        RosterImport.Done done = take(file);
        assertThat(done.bad()).isEmpty();
        assertThat(done.added()).isEqualTo(3);
        List<Shift> shifts = shifts();
        assertThat(shifts.getFirst().persons()).containsExactlyInAnyOrder(first.personId(), second.personId());
        assertThat(shifts.getFirst().vehicle()).isEqualTo("甘L12345");
        assertThat(shifts.get(1).endsAt().atZone(Fields.ZONE).toLocalDate()).isEqualTo(DAY.plusDays(1));
        assertThat(shifts.get(2).persons()).containsExactly(second.personId());
        assertThat(take(file)).isEqualTo(new RosterImport.Done(0, 3, List.of()));
        assertThat(shifts()).hasSize(3);
    }

    @Test
    void ofEachBadRowItsLineItsWordsAndWhatIsWrongAreToldAndTheOthersAreIn() {
        officer("c", mark + "甲");
        RosterImport.Done done = take("""
                日期,上班,下班,人员
                2032-03-01,08:30,18:00,%1$s乙
                2032-03-01,08:30,18:00,%1$s丙
                2032-03-01,八点半,18:00,%1$s乙
                ,08:30,18:00,%1$s乙
                2032-03-01,20:00,21:00,%1$s甲
                2032-03-01,21:00,22:00,
                2032-03-01 00:00,2032-03-01 01:00,2032-03-04 01:00,%1$s乙
                2032-03-01,08:30,17:00,%1$s乙
                """.formatted(mark));
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.bad().stream().map(RosterImport.Bad::line)).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(done.bad().stream().map(RosterImport.Bad::sentence).collect(Collectors.joining("\n")))
                .contains("没有叫“" + mark + "丙”", "上班时间“八点半”看不懂", "还要填日期", "有 2 位叫", "没有填值班人员", "最长 48 小时")
                .contains("已经排了别的班");
        assertThat(done.bad().getFirst().row()).contains(mark + "丙");
        assertThat(shifts()).hasSize(1);
    }

    @Test
    void aFileWithoutTheColumnsSaysWhichAreMissing() {
        assertThatThrownBy(() -> take("日期,姓名\n2032-03-01,%s乙\n".formatted(mark)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.errors().getFirst().message())
                                .contains("上班时间", "下班时间")
                                .doesNotContain("“值班人员”"));
    }

    private RosterImport.Done take(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return within(() -> {
            try (Sheet sheet = Sheets.open(() -> new ByteArrayInputStream(bytes), "值班.csv")) {
                return roster.take(AGENCY, sheet, first.personId());
            }
        });
    }

    private List<Shift> shifts() {
        return within(() -> kept.page(AGENCY, DAY, DAY.plusDays(2)).shifts());
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return Scopes.within(Scope.subtree(AGENCY, first == null ? "" : first.personId(), Scope.Reports.ALL), work);
    }
}
