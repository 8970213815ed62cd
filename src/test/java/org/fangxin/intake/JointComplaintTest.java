package org.fangxin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.identity.Role;
import org.fangxin.intake.Desk.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Art. 12 over HTTP: several people, some with cases of their own, one joint complaint to its end. */
@FangxinTest
class JointComplaintTest {
    private static final Map<String, String> THIRD =
            Map.of("name", "孙样例", "phone", "13900000003", "address", "甘肃省平凉市崇信县锦屏镇北街");

    @Autowired
    MockMvc mvc;

    private Desk citizen;
    private Desk officer;
    private Answer first;
    private Answer second;
    private String joint;
    private String own;

    @BeforeEach
    void twoComplainOfTheSameDispute() throws Exception {
        citizen = Desk.publicPages(mvc);
        officer = Desk.officer(mvc, Role.HANDLER, Role.MEDIATOR);
        first = citizen.submit(Desk.example(Map.of("person", Desk.person("张样例", "13900000001"))));
        second = citizen.submit(Desk.example(Map.of("person", Desk.person("李样例", "13900000002"))));
        joint = first.at("/cases/0/caseNo");
        own = second.at("/cases/0/caseNo");
    }

    @Test
    void livesToItsEndForThoseWhoHadCasesOfTheirOwnToo() throws Exception {
        does("open-joint", Map.of("agreed", List.of("P1"), "joining", own));
        does("join-joint", Map.of("person", THIRD));
        does("elect-representatives", Map.of("representatives", List.of("P1", "P3")));
        does("accept", Map.of());
        Map<String, ?> agreement =
                Map.of("mode", "MEDIATED", "terms", "每人退三百元", "amount", "900.00", "letter", "NOT_ON_SITE");
        Answer early = officer.act(joint, "settle", agreement);
        does("consent-represented", Map.of("party", "P4", "matter", "AGREEMENT", "means", "PHONE"));
        does("settle", agreement);

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.at("/detail")).contains("还有 1 位被代表的投诉人没有同意");
        Answer page = officer.get("/api/v1/cases/" + joint);
        assertThat(page.body().at("/parties").findValuesAsString("name")).contains("张*", "李*", "孙*");
        assertThat(page.text()).doesNotContain("李样例").doesNotContain("13900000002");
        for (Answer receipt : List.of(first, second)) {
            Answer seen = track(receipt);
            assertThat(seen.text()).contains("已达成调解协议。");
            assertThat(seen.text()).doesNotContain("样例");
        }
        assertThat(track(second).at("/cases/0/publicText")).isEqualTo("并入" + joint + " 号办理。");
        assertThat(officer.get("/api/v1/cases/" + own).at("/stage")).isEqualTo("MERGED");
    }

    @Test
    void whoLeavesFollowsHisOwnCaseAndNoLongerTheOthers() throws Exception {
        does("open-joint", Map.of("agreed", List.of("P1"), "joining", own));
        does("leave-joint", Map.of("party", "P3", "means", "PHONE"));
        does("accept", Map.of());

        Answer his = track(second);
        Answer others = track(first);

        assertThat(his.body().at("/cases").findValuesAsString("caseNo")).doesNotContain(joint);
        assertThat(his.body().at("/cases").findValuesAsString("stage")).containsExactly("MERGED", "RECEIVED");
        assertThat(others.body().at("/cases").findValuesAsString("caseNo")).containsExactly(joint);
    }

    @Test
    void theLaterJoinsTheEarlierAndAnEndedOneNone() throws Exception {
        Answer intoLater = officer.act(own, "open-joint", Map.of("agreed", List.of("P1"), "joining", joint));
        officer.act(own, "withdraw", Map.of("means", "PHONE"));
        Answer ended = officer.act(joint, "open-joint", Map.of("agreed", List.of("P1"), "joining", own));
        Answer itself = officer.act(joint, "open-joint", Map.of("joining", joint));

        assertThat(intoLater.status()).isEqualTo(422);
        assertThat(intoLater.at("/detail")).contains("那一件收到得更早");
        assertThat(ended.at("/detail")).contains("只有还没有决定是否受理的");
        assertThat(itself.at("/errors/0/field")).isEqualTo("joining");
    }

    @Test
    void mergingDifferentPeopleIsRefusedAndNamesTheWay() throws Exception {
        Answer refused = officer.act(own, "merge-duplicate", Map.of("into", joint, "sameComplainant", false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("/detail")).contains("按共同投诉处理");
        assertThat(refused.text()).contains("第十二条");
    }

    private void does(String act, Map<String, ?> fields) throws Exception {
        Answer done = officer.act(joint, act, fields);
        assertThat(done.status()).as(act + ": " + done.text()).isEqualTo(200);
    }

    private Answer track(Answer receipt) throws Exception {
        return citizen.track(receipt);
    }
}
