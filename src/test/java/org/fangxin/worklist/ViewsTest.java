package org.fangxin.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;
import static org.fangxin.casefile.PlantedCase.NEIGHBOUR;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.test.web.servlet.MockMvc;

/** Views of the worklist: one's own and the agency's, with the counts that their lists have. */
@FangxinTest
class ViewsTest {
    private static final Map<String, String> OURS = Map.of("merchant", "视图标记商行", "view", "all");

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Hall hall;
    PlantedCase planted;

    @BeforeEach
    void aHall() {
        hall = new Hall(mvc);
        planted = new PlantedCase(cases, clock, owner, "视图标记");
    }

    @Test
    void countsWhatItsListShowsToEachPersonAndNoReportToWhoSeesNone() throws Exception {
        planted.complaint();
        planted.report();
        SignedIn head = Hall.officer(COUNTY, Role.UNIT_HEAD);
        Reply saved = hall.post(head, "/views", "name", "视图甲", "filter", OURS, "shared", true);
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        for (SignedIn who : List.of(
                head,
                Hall.officer(COUNTY, Role.HANDLER),
                Hall.officer(COUNTY, Role.MEDIATOR),
                Hall.officer(COUNTY, Role.INVESTIGATOR),
                Hall.officer(COUNTY + "100", Role.HANDLER))) {
            Reply list = hall.get(who, "/cases?merchant=视图标记商行&view=all");
            assertThat(total(who, "视图甲"))
                    .as(who.roles() + who.agencyCode())
                    .isEqualTo(list.body().path("total").asInt());
        }
        assertThat(total(head, "视图甲")).isGreaterThan(total(Hall.officer(COUNTY, Role.HANDLER), "视图甲"));
        assertThat(hall.delete(head, "/views/" + saved.at("/viewId")).status()).isEqualTo(204);
    }

    @Test
    void keepsOnesOwnViewFromEverybodyElseAndTheAgencysFromOtherAgencies() throws Exception {
        SignedIn maker = Hall.officer(COUNTY, Role.HANDLER);
        String own = hall.post(maker, "/views", "name", "自己的", "filter", Map.of("officer", "me"))
                .at("/viewId");
        String shared = hall.post(maker, "/views", "name", "大家的", "filter", Map.of("due", "NEAR"), "shared", true)
                .at("/viewId");
        SignedIn colleague = Hall.officer(COUNTY, Role.HANDLER);
        SignedIn neighbour = Hall.officer(NEIGHBOUR, Role.HANDLER, Role.UNIT_HEAD);

        assertThat(names(colleague)).contains("大家的").doesNotContain("自己的");
        assertThat(names(neighbour)).doesNotContain("大家的", "自己的");
        for (SignedIn stranger : List.of(colleague, neighbour)) {
            assertThat(hall.put(stranger, "/views/" + own, "name", "改").status())
                    .isEqualTo(404);
            assertThat(hall.delete(stranger, "/views/" + own).status()).isEqualTo(404);
        }
        assertThat(hall.delete(neighbour, "/views/" + shared).status()).isEqualTo(404);
        hall.delete(maker, "/views/" + shared);
        hall.delete(maker, "/views/" + own);
    }

    @Test
    void letsOnlyItsMakerOrAHeadOfTheUnitChangeASharedView() throws Exception {
        SignedIn maker = Hall.officer(COUNTY, Role.HANDLER);
        SignedIn colleague = Hall.officer(COUNTY, Role.HANDLER, Role.INTAKE);
        SignedIn head = Hall.officer(COUNTY, Role.UNIT_HEAD);
        SignedIn headBelow = Hall.officer(COUNTY + "100", Role.UNIT_HEAD);
        String view = "/views/"
                + hall.post(maker, "/views", "name", "共用乙", "filter", Map.of("due", "NEAR"), "shared", true)
                        .at("/viewId");

        for (SignedIn other : List.of(colleague, headBelow)) {
            assertThat(hall.put(other, view, "name", "别人改的", "shared", true).status())
                    .isEqualTo(403);
            assertThat(hall.delete(other, view).status()).isEqualTo(403);
        }
        Reply changed = hall.put(
                head,
                view,
                "name",
                "负责人改的",
                "shared",
                true,
                "filter",
                Map.of("due", "TODAY"),
                "columns",
                List.of("due", "caseNo"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(names(colleague)).contains("负责人改的").doesNotContain("共用乙");
        assertThat(hall.put(head, view, "name", "收归己有", "shared", false).status())
                .isEqualTo(422);
        assertThat(hall.delete(maker, view).status()).isEqualTo(204);
    }

    @Test
    void refusesInWordsWhatNoFilterKnowsAndWhatMayBeAPersonsName() throws Exception {
        SignedIn who = Hall.officer(COUNTY, Role.HANDLER);
        Map<Map<String, String>, String> wrong = Map.of(
                Map.of("colour", "red"), "没有“colour”这个筛选条件",
                Map.of("stage", "NOWHERE"), "环节",
                Map.of("queue", "theirs"), "队列",
                Map.of("officer", "张三"), "要写代码",
                Map.of("q", "13800000000"), "不保存搜索词");
        wrong.forEach((filter, words) -> {
            try {
                Reply reply = hall.post(who, "/views", "name", "不会有的", "filter", filter);
                assertThat(reply.status()).as(filter.toString()).isEqualTo(422);
                assertThat(reply.text()).contains(words);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(hall.post(who, "/views", "name", "列", "columns", List.of("reporter"))
                        .text())
                .contains("没有“reporter”这一列");
        assertThat(hall.post(who, "/views", "name", " ").text()).contains("请写视图名称");
        assertThat(names(who)).isEmpty();
    }

    @Test
    void tellsOnesOwnTheTeamsAndTheAgencysQueueApart() throws Exception {
        String held = planted.complaint();
        String mine = planted.complaint();
        String below = planted.open(org.fangxin.casefile.Kind.COMPLAINT, COUNTY + "100", null);
        SignedIn me = Hall.officer(COUNTY, Role.HANDLER);
        inCharge(mine, me.personId());

        assertThat(queue(me, "queue=mine")).contains(mine).doesNotContain(held, below);
        assertThat(queue(me, "queue=team")).contains(mine, held).doesNotContain(below);
        assertThat(queue(me, "queue=agency")).contains(mine, held, below);
        assertThat(queue(me, "officer=none")).contains(held, below).doesNotContain(mine);
        assertThat(queue(Hall.officer(COUNTY + "100", Role.HANDLER), "queue=team"))
                .contains(below)
                .doesNotContain(held);
        assertThat(hall.get(me, "/cases?queue=everything").status()).isEqualTo(422);
    }

    /** The person need not have an account to be in charge: only the row is looked at. */
    private void inCharge(String caseNo, String person) {
        org.springframework.jdbc.core.simple.JdbcClient.create(owner)
                .sql("update casefile.case_file set handlers = array[?] where case_no = ?")
                .params(person, caseNo)
                .update();
    }

    private List<String> queue(SignedIn who, String condition) throws Exception {
        Reply reply = hall.get(who, "/cases?limit=200&sort=received&merchant=视图标记商行&" + condition);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return Hall.numbers(reply);
    }

    private List<String> names(SignedIn who) throws Exception {
        return Hall.items(hall.get(who, "/views")).stream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    private int total(SignedIn who, String name) throws Exception {
        return Hall.items(hall.get(who, "/views")).stream()
                .filter(one -> one.path("name").asString().equals(name))
                .map(one -> one.path("total").asInt())
                .findFirst()
                .orElse(-1);
    }
}
