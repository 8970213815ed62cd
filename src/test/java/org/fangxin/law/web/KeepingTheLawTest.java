package org.fangxin.law.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.identity.SignedInAs.officer;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.law.Settings;
import org.fangxin.law.Statutes;
import org.fangxin.law.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Uses the years 2031 to 2036 and the invented agencies 659: nothing here touches the dates of other tests. */
@FangxinTest
class KeepingTheLawTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private Settings settings;

    @Autowired
    private Statutes statutes;

    @Test
    void showsAYearToAnyone() throws Exception {
        mvc.perform(get("/api/v1/law/calendar?year=2026"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.official").value(true))
                .andExpect(jsonPath("$.source").value("国务院办公厅关于2026年部分节假日安排的通知"))
                .andExpect(jsonPath("$.warning").value(nullValue()))
                .andExpect(jsonPath("$.days.length()").value(365))
                .andExpect(jsonPath("$.days[282].date").value("2026-10-10"))
                .andExpect(jsonPath("$.days[282].working").value(true))
                .andExpect(jsonPath("$.days[282].name").value("国庆节调休上班"));
        mvc.perform(get("/api/v1/law/calendar?year=2035"))
                .andExpect(jsonPath("$.official").value(false))
                .andExpect(jsonPath("$.warning", containsString("2035年")));
        mvc.perform(get("/api/v1/law/calendar?year=35")).andExpect(status().is(422));
    }

    @Test
    void anAdministratorTakesOverNextYearsNotice() throws Exception {
        LocalDate day = LocalDate.of(2031, 1, 2);
        assertThat(calendar.works(day)).isTrue();
        mvc.perform(post("/api/v1/law/calendar/import")
                        .with(officer("65", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.TEXT_PLAIN)
                        .characterEncoding("UTF-8")
                        .content("2031-01-01,0,元旦\n2031-01-02,0,元旦\n2031-01-05,1,元旦调休上班\n"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.year").value(2031))
                .andExpect(jsonPath("$.days").value(3))
                .andExpect(jsonPath("$.warnings.length()").value(1));
        assertThat(calendar.works(day)).isFalse();
        assertThat(calendar.restName(day)).isEqualTo("元旦");
        assertThat(calendar.official(day)).isTrue();
        assertThat(calendar.makeUpDay(LocalDate.of(2031, 1, 5))).isTrue();
    }

    @Test
    void aNoticeMayComeAsRowsAndASecondOneReplacesTheFirst() throws Exception {
        importRows("""
                {"year": 2032, "source": "试行", "rows": [{"date": "2032-01-01", "working": false, "name": "元旦"},
                 {"date": "2032-01-02", "working": false, "name": "元旦"}]}""");
        importRows("""
                {"year": 2032, "source": "正式", "rows": [{"date": "2032-01-01", "working": false, "name": "元旦"}]}""");
        mvc.perform(get("/api/v1/law/calendar?year=2032"))
                .andExpect(jsonPath("$.source").value("正式"))
                .andExpect(jsonPath("$.days[0].name").value("元旦"))
                .andExpect(jsonPath("$.days[1].working").value(true));
    }

    @Test
    void aNoticeThatCannotBeReadChangesNothing() throws Exception {
        mvc.perform(post("/api/v1/law/calendar/import")
                        .with(officer("65", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.TEXT_PLAIN)
                        .characterEncoding("UTF-8")
                        .content("2033-01-01,0,元旦\n2033-13-01,0,春节\n"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("text[1]"));
        assertThat(calendar.official(LocalDate.of(2033, 1, 1))).isFalse();
    }

    @Test
    void anAdministratorSetsOneDay() throws Exception {
        mvc.perform(put("/api/v1/law/calendar/2034-03-06")
                        .with(officer("65", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"working\": false, \"name\": \"防汛停工\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.working").value(false));
        assertThat(calendar.works(LocalDate.of(2034, 3, 6))).isFalse();
        assertThat(calendar.official(LocalDate.of(2034, 3, 6))).isFalse();
        mvc.perform(put("/api/v1/law/calendar/2034-03-06")
                        .with(officer("65", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"防汛停工\"}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("working"));
    }

    @Test
    void nobodyElseChangesTheLaw() throws Exception {
        String body = "{\"working\": false, \"name\": \"放假\"}";
        mvc.perform(put("/api/v1/law/calendar/2036-03-03")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(401));
        mvc.perform(put("/api/v1/law/calendar/2036-03-03")
                        .with(officer("659001", Role.HANDLER, Role.LEADER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isNotFound());
        mvc.perform(put("/api/v1/law/settings/deadline.rollover")
                        .with(officer("659001", Role.SECURITY_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"value\": \"HOLIDAY_PERIOD\"}"))
                .andExpect(status().isNotFound());
        assertThat(calendar.works(LocalDate.of(2036, 3, 3))).isTrue();
        assertThat(settings.value("deadline.rollover", "659001")).isEqualTo("ALL_REST_DAYS");
    }

    @Test
    void anAgencyChoosesForItsSubtreeAndOnlyForIt() throws Exception {
        choose("6592", "deadline.rollover", "{\"value\": \"HOLIDAY_PERIOD\"}", 200);
        choose("6592", "deadline.rollover", "{\"agency\": \"6593\", \"value\": \"HOLIDAY_PERIOD\"}", 404);
        choose("6592", "deadline.rollover", "{\"value\": \"NEVER\"}", 422);
        choose("6592", "no.such.setting", "{\"value\": \"x\"}", 404);
        assertThat(settings.value("deadline.rollover", "659201")).isEqualTo("HOLIDAY_PERIOD");
        assertThat(settings.value("deadline.rollover", "6593")).isEqualTo("ALL_REST_DAYS");

        mvc.perform(get("/api/v1/law/deadline?rule=order121.complaint.mediate&from=2026-05-06&agency=659201"))
                .andExpect(jsonPath("$.dueOn").value("2026-07-05"));
        mvc.perform(get("/api/v1/law/deadline?rule=order121.complaint.mediate&from=2026-05-06"))
                .andExpect(jsonPath("$.dueOn").value("2026-07-06"));

        choose("6592", "deadline.rollover", "{\"value\": null}", 200);
        assertThat(settings.value("deadline.rollover", "659201")).isEqualTo("ALL_REST_DAYS");
    }

    @Test
    void aPromiseIsShortenedForTheAgencyAlone() throws Exception {
        choose("6594", "promise.arrive.town", "{\"value\": \"15 MINUTE\"}", 200);
        assertThat(statutes.forAgency("659401")
                        .rule("promise.arrive.town")
                        .orElseThrow()
                        .length())
                .isEqualTo(15);
        assertThat(statutes.rule("promise.arrive.town").orElseThrow().length()).isEqualTo(20);
    }

    @Test
    void showsEverySettingToAnyone() throws Exception {
        mvc.perform(get("/api/v1/law/settings"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value("deadline.rollover"))
                .andExpect(jsonPath("$.items[0].standard").value("ALL_REST_DAYS"))
                .andExpect(jsonPath("$.items[0].options.length()").value(3))
                .andExpect(jsonPath("$.items[0].why").isNotEmpty());
    }

    @Test
    void oneCountyOfManyDoesNotMoveTheDaysOfAll() throws Exception {
        LocalDate day = LocalDate.of(2034, 3, 7);
        mvc.perform(put("/api/v1/law/calendar/" + day)
                        .with(officer("659001", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"working\": false, \"name\": \"本县停工\"}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.containsString("所有机关")));
        assertThat(calendar.works(day)).isTrue();
    }

    @Test
    void theCountyThatRunsTheProgramKeepsItsCalendar() {
        assertThat(new CalendarKeeper("620823").keeps("620823")).isTrue();
        assertThat(new CalendarKeeper("620823").keeps("6208")).isTrue();
        assertThat(new CalendarKeeper("620823").keeps("62")).isTrue();
        assertThat(new CalendarKeeper("620823").keeps("620822")).isFalse();
        assertThat(new CalendarKeeper("620823").keeps("620823001")).isFalse();
        assertThat(new CalendarKeeper("00").keeps("00")).isTrue();
        assertThat(new CalendarKeeper("00").keeps("6208")).isFalse();
        assertThat(new CalendarKeeper("620800").keeps("6208")).isTrue();
    }

    private void importRows(String body) throws Exception {
        mvc.perform(post("/api/v1/law/calendar/import")
                        .with(officer("65", Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk());
    }

    private void choose(String agency, String id, String body, int status) throws Exception {
        mvc.perform(put("/api/v1/law/settings/" + id)
                        .with(officer(agency, Role.SYSTEM_ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status));
    }
}
