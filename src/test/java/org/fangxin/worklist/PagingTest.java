package org.fangxin.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.PlantedCase.COUNTY;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Pages forth and back while others work: what stays where it is, is seen once on the way. */
@FangxinTest
class PagingTest {
    private static final String OFFICE = COUNTY + "777";
    private static final int CASES = 47;
    private static final int PAGE = 5;

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
    JdbcClient rows;
    SignedIn who;

    @BeforeEach
    void anOfficeFullOfCases() {
        hall = new Hall(mvc);
        rows = JdbcClient.create(owner);
        planted = new PlantedCase(cases, clock, owner, "翻页标记");
        who = Hall.officer(OFFICE, Role.HANDLER);
        rows.sql("update casefile.case_file set closed_at = now() where agency_code = ?")
                .param(OFFICE)
                .update();
        for (int i = 0; i < CASES; i++) {
            planted.open(Kind.COMPLAINT, OFFICE, clock.instant().minusSeconds(60L * (i / 3)), null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "received"})
    void goesForthAndBackOverTheSamePages(String sort) throws Exception {
        List<List<String>> forth = new ArrayList<>();
        Reply page = page(sort, "");
        assertThat(page.body().path("previousCursor").asString("")).isEmpty();
        forth.add(Hall.numbers(page));
        while (!next(page).isEmpty()) {
            page = page(sort, next(page));
            forth.add(Hall.numbers(page));
        }
        assertThat(forth.stream().flatMap(List::stream)).hasSize(CASES).doesNotHaveDuplicates();
        List<List<String>> back = new ArrayList<>(List.of(Hall.numbers(page)));
        while (!previous(page).isEmpty()) {
            page = page(sort, previous(page));
            back.addFirst(Hall.numbers(page));
        }
        assertThat(back).isEqualTo(forth);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aRandomWalkSeesEachUnmovedRowOnceWhileOthersMove(long seed) throws Exception {
        Random random = new Random(seed);
        String sort = random.nextBoolean() ? "due" : "received";
        List<String> all = order(sort);
        Set<String> moved = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        Reply page = page(sort, "");
        see(page, seen);
        while (!next(page).isEmpty()) {
            disturb(random, all, moved);
            Reply further = page(sort, next(page));
            see(further, seen);
            if (random.nextInt(3) == 0 && !previous(further).isEmpty()) {
                disturb(random, all, moved);
                Reply before = page(sort, previous(further));
                assertThat(unmoved(Hall.numbers(before), moved))
                        .as("the page before the one just read")
                        .isSubsetOf(seen.keySet());
                Reply again = page(sort, next(before));
                assertThat(unmoved(Hall.numbers(again), moved)).containsAll(unmoved(Hall.numbers(further), moved));
            }
            page = further;
        }
        for (String caseNo : all) {
            if (!moved.contains(caseNo)) {
                assertThat(seen.getOrDefault(caseNo, 0)).as(caseNo).isEqualTo(1);
            }
        }
    }

    /** Somebody closes a case, a date moves, a new case comes. */
    private void disturb(Random random, List<String> all, Set<String> moved) {
        String one = all.get(random.nextInt(all.size()));
        switch (random.nextInt(3)) {
            case 0 -> {
                moved.add(one);
                rows.sql("update casefile.case_file set closed_at = now() where case_no = ?")
                        .param(one)
                        .update();
            }
            case 1 -> {
                moved.add(one);
                rows.sql("""
                                update casefile.case_file set nearest_at = nearest_at + make_interval(hours => ?),
                                       received_at = received_at - make_interval(secs => ?) where case_no = ?""")
                        .params(random.nextInt(400) - 200, random.nextInt(900), one)
                        .update();
            }
            default -> moved.add(planted.open(Kind.COMPLAINT, OFFICE, clock.instant(), null));
        }
    }

    private static List<String> unmoved(List<String> numbers, Set<String> moved) {
        return numbers.stream().filter(one -> !moved.contains(one)).toList();
    }

    private static void see(Reply page, Map<String, Integer> seen) {
        Hall.numbers(page).forEach(one -> seen.merge(one, 1, Integer::sum));
    }

    private List<String> order(String sort) throws Exception {
        return Hall.numbers(hall.get(who, "/cases?limit=200&sort=" + sort));
    }

    private Reply page(String sort, String cursor) throws Exception {
        Reply reply = hall.get(who, "/cases?limit=" + PAGE + "&sort=" + sort + "&cursor=" + cursor);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply;
    }

    private static String next(Reply page) {
        return page.body().path("nextCursor").asString("");
    }

    private static String previous(Reply page) {
        return page.body().path("previousCursor").asString("");
    }
}
