package org.fangxin.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.duplicate.Hall.Answer;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Art. 12: many people with one dispute are proposed to a person, who accepts by the joint acts or says why not. */
@FangxinTest
class MassComplaintTest {
    @Autowired
    MockMvc mvc;

    private final String shop = "样例游泳馆" + System.nanoTime();

    private List<String> complaints(int people, String story) throws Exception {
        Hall world = Hall.publicPages(mvc, "203.0.113.38");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String phone = "134" + String.format("%08d", (System.nanoTime() + i) % 100_000_000L);
            numbers.add(world.submit("COMPLAINT", Hall.person("样例" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i), phone), shop, story)
                    .caseNo());
        }
        return numbers;
    }

    private JsonNode proposal(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("merchantName").asString().equals(shop))
                .findFirst()
                .orElse(answer.body().path("none"));
    }

    @Test
    void tenPeopleWithOneDisputeAreProposedAndOneRejectionWithReasonsEndsIt() throws Exception {
        Hall head = Hall.of(mvc, "620823", Role.UNIT_HEAD, Role.HANDLER);
        String story = "游泳馆年卡还有八个月，门口贴了停业通知，电话打不通，剩下的钱不退。";
        List<String> nine = complaints(9, story);
        assertThat(proposal(head.get("/api/v1/mass-complaints")).isMissingNode())
                .isTrue();
        complaints(1, story);
        JsonNode proposed = proposal(head.get("/api/v1/mass-complaints"));
        assertThat(proposed.path("complainants").asInt()).isEqualTo(10);
        assertThat(proposed.at("/cases/0/caseNo").asString())
                .as("the earliest first")
                .isEqualTo(nine.getFirst());
        assertThat(proposal(Hall.of(mvc, "620825", Role.UNIT_HEAD).get("/api/v1/mass-complaints"))
                        .isMissingNode())
                .isTrue();
        assertThat(Hall.of(mvc, "620823", Role.REGISTRAR)
                        .get("/api/v1/mass-complaints")
                        .status())
                .isEqualTo(404);

        String path = "/api/v1/mass-complaints/rejections";
        Map<String, String> group =
                Map.of("merchant", shop, "matter", proposed.path("matter").asString());
        assertThat(head.post(path, group).text()).contains("reasons");
        Map<String, String> rejection = Map.of(
                "merchant", shop, "matter", proposed.path("matter").asString(), "reasons", "各人的卡种和剩余次数不同，分别调解更快。");
        assertThat(head.post(path, rejection).status()).isEqualTo(204);
        assertThat(proposal(head.get("/api/v1/mass-complaints")).isMissingNode())
                .isTrue();
        complaints(2, story);
        assertThat(proposal(head.get("/api/v1/mass-complaints")).isMissingNode())
                .as("two more are not ten")
                .isTrue();
    }

    @Test
    void whatIsAcceptedByTheJointActIsProposedNoMore() throws Exception {
        Hall head = Hall.of(mvc, "620823", Role.UNIT_HEAD, Role.HANDLER);
        List<String> ten = complaints(10, "游泳馆的水发浑发臭，孩子起了疹子，要求退卡，前台说只能转让。");
        assertThat(proposal(head.get("/api/v1/mass-complaints"))
                        .path("complainants")
                        .asInt())
                .isEqualTo(10);
        Answer joined = head.act(ten.getFirst(), "open-joint", Map.of("joining", ten.get(1), "agreed", List.of("P1")));
        assertThat(joined.status()).as(joined.text()).isEqualTo(200);
        assertThat(proposal(head.get("/api/v1/mass-complaints")).isMissingNode())
                .as("nine are left, and the first is a joint one")
                .isTrue();
    }
}
