package org.fangxin.law.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.fangxin.law.Statutes;
import org.fangxin.problem.ProblemAdvice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DeadlineControllerTest {
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-01T04:00:00Z"));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DeadlineController(Statutes.builtIn()), new RuleController(Statutes.builtIn(), clock))
            .setControllerAdvice(new ProblemAdvice())
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-28T10:00:00%2B08:00",
                "2026-09-28T10:00:00+08:00",
                "2026-09-28T10:00:00%2008:00",
                "2026-09-28T10:00%2B08:00",
                "2026-09-28T02:00:00Z",
                "2026-09-28T10:00:00"
            })
    void answersTheContractsExampleHoweverTheTimeIsWritten(String from) throws Exception {
        ask("rule=order121.complaint.accept&from=" + from)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rule").value("order121.complaint.accept"))
                .andExpect(jsonPath("$.article").value("第十五条"))
                .andExpect(jsonPath("$.inForce").value(true))
                .andExpect(jsonPath("$.startedAt").value("2026-09-28T10:00:00+08:00"))
                .andExpect(jsonPath("$.nominal").value("2026-10-13"))
                .andExpect(jsonPath("$.dueOn").value("2026-10-13"))
                .andExpect(jsonPath("$.actBy").value("2026-10-13"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.warning").value(nullValue()))
                .andExpect(jsonPath("$.skipped[0].date").value("2026-09-28"))
                .andExpect(jsonPath("$.skipped[0].why").value("起算日不计入"))
                .andExpect(jsonPath("$.skipped[1].why").value("国庆节"))
                .andExpect(jsonPath("$.skipped", hasSize(9)));
    }

    @Test
    void takesAPlainDayAndRepeatedPauses() throws Exception {
        ask("rule=order121.complaint.mediate&from=2026-06-01&pause=2026-06-10/2026-07-01&pause=2026-06-25/2026-07-08")
                .andExpect(jsonPath("$.startedAt").value("2026-06-01T00:00:00+08:00"))
                .andExpect(jsonPath("$.dueOn").value("2026-08-28"));
    }

    @Test
    void takesARollOverForOnce() throws Exception {
        ask("rule=order121.complaint.mediate&from=2026-08-03&rollover=STATUTORY_DAYS_ONLY")
                .andExpect(jsonPath("$.nominal").value("2026-10-02"))
                .andExpect(jsonPath("$.dueOn").value("2026-10-04"));
        ask("rule=order121.complaint.mediate&from=2026-08-03&rollover=NEVER")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("rollover"));
    }

    @Test
    void aPauseStillOpenAnswersWhatIsLeft() throws Exception {
        ask("rule=order121.complaint.mediate&from=2026-06-01&pause=2026-06-10/")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueOn").value(nullValue()))
                .andExpect(jsonPath("$.paused.left").value(51));
    }

    @Test
    void refusesAPauseWhereTheLawAllowsNoneAndNamesTheArticle() throws Exception {
        ask("rule=order121.complaint.accept&from=2026-05-06&pause=2026-05-07/2026-05-08")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.articles[0]").value("第十五条"))
                .andExpect(jsonPath("$.errors[0].field").value("pause"))
                .andExpect(jsonPath("$.detail", containsString("第十五条")));
    }

    @Test
    void suggestsTheRuleThatWasMeant() throws Exception {
        ask("rule=order121.complaint.acept&from=2026-05-06")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("rule"))
                .andExpect(jsonPath("$.suggestion").value("order121.complaint.accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-05-06",
                "rule=order121.complaint.accept",
                "rule=order121.complaint.accept&from=",
                "rule=order121.complaint.accept&from=gestern",
                "rule=order121.complaint.accept&from=2026-02-30",
                "rule=order121.complaint.accept&from=1026-02-03",
                "rule=order121.complaint.accept&from=%2B999999999-01-01",
                "rule=order121.complaint.mediate&from=2026-05-06&pause=2026-05-06",
                "rule=order121.complaint.mediate&from=2026-05-06&pause=2026-06-06/2026-05-06",
                "rule=order121.complaint.mediate&from=2026-05-06&pause=2026-06-06/9999-05-06",
                "rule=order121.complaint.mediate&from=2026-05-06&agency=x"
            })
    void namesTheFieldThatIsWrong(String query) throws Exception {
        ask(query)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    @Test
    void saysThatSomeDatesAreNotCounted() throws Exception {
        ask("rule=penalty.case.decide.further&from=2026-05-06")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail", containsString("由决定确定")));
        ask("rule=foodlaw.reply&from=2026-05-06")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail", containsString("及时")));
    }

    @Test
    void warnsOfAYearWithoutOfficialCalendar() throws Exception {
        ask("rule=order121.dispute.negotiate&from=2026-12-25")
                .andExpect(jsonPath("$.dueOn").value("2027-01-05"))
                .andExpect(jsonPath("$.provisional").value(true))
                .andExpect(jsonPath("$.warning", containsString("暂定")));
    }

    @Test
    void countsMinutesAndSaysWhenTheTimeIsMissing() throws Exception {
        ask("rule=promise.arrive.town&from=2026-05-06T14:05:00%2B08:00")
                .andExpect(jsonPath("$.source").value("PROMISE"))
                .andExpect(jsonPath("$.dueAt").value("2026-05-06T14:25:00+08:00"))
                .andExpect(jsonPath("$.warning").value(nullValue()));
        ask("rule=promise.arrive.town&from=2026-05-06").andExpect(jsonPath("$.warning", containsString("没有给出时间")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order121.complaint.accept.extended", "order121.complaint.mediate.extended"})
    void refusesAnExtensionThatTheLawDoesNotKnowWithItsArticle(String rule) throws Exception {
        String article = rule.contains("accept") ? "第十五条" : "第二十三条";
        ask("rule=" + rule + "&from=2026-05-06")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.articles[0]").value(article))
                .andExpect(jsonPath("$.detail", containsString("不能延长")));
    }

    @Test
    void listsTheRulesInForceOnADay() throws Exception {
        mvc.perform(get("/api/v1/law/rules?on=2026-04-14"))
                .andExpect(jsonPath("$.law").value("order20"))
                .andExpect(jsonPath("$.items[*].id", hasItem("order20.complaint.accept")))
                .andExpect(jsonPath("$.items[*].id", not(hasItem("order121.complaint.accept"))));
        mvc.perform(get("/api/v1/law/rules"))
                .andExpect(jsonPath("$.on").value("2026-05-01"))
                .andExpect(jsonPath("$.items[*].id", hasItem("order121.complaint.accept")))
                .andExpect(jsonPath("$.items[*].id", not(hasItem("order20.complaint.accept"))));
        mvc.perform(get("/api/v1/law/rules?on=morgen"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("on"));
    }

    private ResultActions ask(String query) throws Exception {
        return mvc.perform(get(URI.create("/api/v1/law/deadline?" + query)));
    }
}
