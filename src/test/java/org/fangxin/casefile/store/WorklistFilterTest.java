package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FangxinTest
class WorklistFilterTest {
    private static final String COUNTY = "620823";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private People people;

    private Browser desk;
    private String caseNo;

    @BeforeEach
    void oneComplaintIsRegistered() throws Exception {
        desk = Staff.browser(mvc, Staff.hire(people, COUNTY, Role.REGISTRAR, Role.HANDLER));
        Answer answer = desk.post(
                "/api/v1/submissions",
                Map.of(
                        "channel", "PHONE",
                        "kinds", List.of("COMPLAINT"),
                        "person", Map.of("name", "测试", "phone", "13800000000", "address", "崇信县锦屏镇"),
                        "merchant", Map.of("name", "样例商店", "address", "锦屏镇西街", "regionCode", COUNTY, "type", "SHOP"),
                        "content", "买的水壶第二天就坏了，要求退款。",
                        "demands", List.of("REFUND")));
        assertThat(answer.status()).isEqualTo(201);
        caseNo = answer.body().path("cases").path(0).path("caseNo").asString();
    }

    @Test
    void findsACaseByEachConditionThatHoldsForIt() throws Exception {
        for (String condition : List.of(
                "kind=COMPLAINT",
                "kind=REPORT,COMPLAINT",
                "stage=RECEIVED",
                "kind=COMPLAINT&stage=RECEIVED",
                "agency=" + COUNTY,
                "view=open",
                "view=all",
                "merchant=样例商店",
                "q=水壶",
                "q=" + caseNo)) {
            assertThat(numbers(condition)).as(condition).contains(caseNo);
        }
    }

    @Test
    void leavesItOutByEachConditionThatDoesNot() throws Exception {
        for (String condition : List.of(
                "kind=REPORT",
                "stage=ACCEPTED,MEDIATING",
                "kind=COMPLAINT&stage=REFUSED",
                "officer=me",
                "view=closed",
                "view=waiting",
                "due=OVERDUE",
                "merchant=别家商店",
                "q=没有这样的词")) {
            assertThat(numbers(condition)).as(condition).doesNotContain(caseNo);
        }
    }

    private List<String> numbers(String condition) throws Exception {
        Answer answer = desk.get("/api/v1/cases?sort=received&limit=200&" + condition);
        assertThat(answer.status()).as(condition).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("caseNo").asString())
                .toList();
    }
}
