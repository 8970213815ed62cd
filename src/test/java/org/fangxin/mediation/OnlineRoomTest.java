package org.fangxin.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseHistory;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.cipher.Sm3;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.mediation.Parlour.Answer;
import org.fangxin.mediation.Parlour.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The life of an online room through HTTP: both parties and the mediator. */
@FangxinTest
class OnlineRoomTest {
    private static final long PATIENCE = 20_000;

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseHistory histories;

    @Autowired
    People people;

    Parlour parlour;

    @BeforeEach
    void aRoom() throws Exception {
        parlour = Parlour.open(mvc, cases, people);
    }

    @Test
    void goesFromTheInvitationToTheAgreementAndItsRecordInTheFile() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        Party merchant = parlour.inside(Side.RESPONDENT);
        assertThat(consumer.pin).isNull();
        assertThat(merchant.pin).hasSize(6);
        assertThat(consumer.post("/messages", Map.of("text", "锅第二天就漏水。")).status())
                .isEqualTo(204);
        assertThat(merchant.post("/messages", Map.of("text", "可以退一半。")).status())
                .isEqualTo(204);
        assertThat(merchant.post("/proposals", Parlour.offer("34.00")).status()).isEqualTo(204);
        assertThat(consumer.post("/proposals", Parlour.offer("60.00")).status()).isEqualTo(204);
        Answer seen = merchant.get("/room");
        assertThat(seen.at("/room/proposals/0/state")).isEqualTo("SUPERSEDED");
        String counter = seen.at("/room/proposals/1/proposalId");
        assertThat(merchant.post("/proposals/" + counter + "/accept", Map.of()).status())
                .isEqualTo(204);
        assertThat(consumer.get("/room").at("/room/proposals/1/state")).isEqualTo("ACCEPTED");
        assertThat(state().stage()).isEqualTo(Stage.MEDIATING);

        Answer confirmed = parlour.host(HttpMethod.POST, "/proposals/" + counter + "/confirm", null);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.at("/stage")).isEqualTo("AGREED");
        Entry.AgreementReached agreement = last(Entry.AgreementReached.class);
        assertThat(agreement.amount()).isEqualByComparingTo("60.00");
        assertThat(agreement.items()).hasSize(1);
        assertThat(last(Entry.MediationHeld.class).mode()).isEqualTo("INTERNET");

        Entry.MediationTranscribed made = last(Entry.MediationTranscribed.class);
        Answer record = consumer.get("/transcripts/" + made.transcriptId());
        assertThat(record.at("/text")).contains("锅第二天就漏水。", "可以退一半。", "60.00 元", "确认双方达成调解协议");
        assertThat(Sm3.hex(record.at("/text"))).isEqualTo(made.sm3()).isEqualTo(record.at("/sm3"));
        assertThat(merchant.get("/transcripts/" + made.transcriptId()).status()).isEqualTo(200);
        assertThat(consumer.get("/room").at("/room/state")).isEqualTo("ENDED");
        assertThat(merchant.post("/messages", Map.of("text", "还有一句")).status()).isEqualTo(409);
    }

    @Test
    void whatIsSaidToOneSideTheOtherNeverSeesNorThatItWasSaid() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        Party merchant = parlour.inside(Side.RESPONDENT);
        parlour.host(HttpMethod.POST, "/messages", Map.of("text", "您最低能接受多少？", "to", "COMPLAINANT"));
        consumer.post("/messages", Map.of("text", "五十也行。", "to", "MEDIATOR"));
        parlour.host(HttpMethod.POST, "/messages", Map.of("text", "请双方再考虑。"));
        String merchantSees = merchant.get("/room").body().toString();
        assertThat(merchantSees).doesNotContain("最低", "五十").contains("请双方再考虑。");
        assertThat(numbers(merchant.get("/room"))).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(consumer.get("/room").body().toString()).contains("最低", "五十");
        String record = parlour.host(HttpMethod.POST, "/transcripts", null).at("/text");
        assertThat(record).contains("请双方再考虑。").doesNotContain("最低", "五十");
        assertThat(merchant.post("/messages", Map.of("text", "偷看", "to", "COMPLAINANT"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void sendingTwiceSaysItOnce() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        for (int i = 0; i < 2; i++) {
            assertThat(consumer.post("/messages", Map.of("text", "只说一次"), "key-1")
                            .status())
                    .isEqualTo(204);
            assertThat(consumer.post("/proposals", Parlour.offer("10.00"), "key-2")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(texts(consumer.get("/room"))).containsOnlyOnce("只说一次");
        assertThat(consumer.get("/room").body().at("/room/proposals").size()).isEqualTo(1);
        assertThat(consumer.post("/messages", Map.of("text", "别的话"), "key-1").status())
                .isEqualTo(422);
    }

    @Test
    void theTextsLieSealedInTheDatabaseAndNothingPersonalInTheJournal() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        consumer.post("/messages", Map.of("text", "我住样例街九号"));
        parlour.host(HttpMethod.POST, "/transcripts", null);
        String journal = story().toString();
        assertThat(journal).contains("MediationTranscribed").doesNotContain("样例街九号");
    }

    @Test
    void filesPassTheChecksOfEvidenceAndBecomeTheCases() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        Party merchant = parlour.inside(Side.RESPONDENT);
        String receipt = parlour.upload("样例小票".getBytes(StandardCharsets.UTF_8), "小票.txt");
        assertThat(consumer.post("/messages", Map.of("text", "小票", "attachments", List.of(receipt)))
                        .status())
                .isEqualTo(204);
        assertThat(merchant.get("/files/" + receipt).status()).isEqualTo(200);
        assertThat(last(Entry.MediationMaterialReceived.class).files()).containsExactly(receipt);
        assertThat(merchant.post("/messages", Map.of("text", "再用", "attachments", List.of(receipt)))
                        .status())
                .isEqualTo(422);
        String secret = parlour.upload("只给调解人员".getBytes(StandardCharsets.UTF_8), "底价.txt");
        consumer.post("/messages", Map.of("text", "底价", "to", "MEDIATOR", "attachments", List.of(secret)));
        assertThat(merchant.get("/files/" + secret).status()).isEqualTo(404);
        assertThat(consumer.get("/files/" + secret).status()).isEqualTo(200);
    }

    @Test
    void acceptingAndWithdrawingAtTheSameMomentHasOneOutcome() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        Party merchant = parlour.inside(Side.RESPONDENT);
        for (int round = 0; round < 5; round++) {
            merchant.post("/proposals", Parlour.offer("4" + round + ".00"));
            String id = merchant.get("/room").at("/room/proposals/" + round + "/proposalId");
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Integer> accept = both.submit(() -> {
                    start.await();
                    return consumer.post("/proposals/" + id + "/accept", Map.of())
                            .status();
                });
                Future<Integer> withdraw = both.submit(() -> {
                    start.await();
                    return merchant.post("/proposals/" + id + "/withdraw", Map.of())
                            .status();
                });
                start.countDown();
                assertThat(List.of(accept.get(), withdraw.get())).containsExactlyInAnyOrder(204, 409);
                String state = merchant.get("/room").at("/room/proposals/" + round + "/state");
                assertThat(state).isEqualTo(accept.get() == 204 ? "ACCEPTED" : "WITHDRAWN");
            }
        }
    }

    @Test
    void aStreamGoesOnWhereItWasAndLosesNothing() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        consumer.post("/messages", Map.of("text", "第一句"));
        consumer.post("/messages", Map.of("text", "第二句"));
        MvcResult all = consumer.stream("");
        MvcResult rest = consumer.stream("2");
        consumer.post("/messages", Map.of("text", "第三句"));
        parlour.host(HttpMethod.POST, "/end", null);
        all.getAsyncResult(PATIENCE);
        rest.getAsyncResult(PATIENCE);
        assertThat(heard(all)).contains("第一句", "第二句", "第三句", "ENDED");
        assertThat(heard(rest)).contains("第二句", "第三句").doesNotContain("第一句");
    }

    @Test
    void whoseAccountIsEndedHearsNothingMore() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        MvcResult stream = parlour.hostStream();
        consumer.post("/messages", Map.of("text", "停用以前说的"));
        var admin = Staff.hire(people, "620823", Role.SYSTEM_ADMIN);
        String path = "/api/v1/people/" + parlour.mediator.personId();
        var ended = parlour.call(HttpMethod.PUT, path, Map.of("active", false), Map.of(), Parlour.name(admin));
        assertThat(ended.status()).isEqualTo(200);
        stream.getAsyncResult(PATIENCE);
        assertThat(heard(stream)).contains("AGAIN");
        consumer.post("/messages", Map.of("text", "停用以后说的"));
        assertThat(heard(stream)).doesNotContain("停用以后说的");
    }

    @Test
    void aRecusalCutsTheMediatorsStreamAndShutsTheRoomAtOnce() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        MvcResult stream = parlour.hostStream();
        consumer.post("/messages", Map.of("text", "回避以前说的"));
        parlour.act(
                Act.REQUEST_RECUSAL,
                parlour.actor(),
                Map.of(
                        "mediator",
                        parlour.mediator.personId(),
                        "party",
                        "COMPLAINANT",
                        "reason",
                        "近亲属",
                        "means",
                        "PHONE"));
        assertThat(consumer.post("/messages", Map.of("text", "中止时说的")).status()).isEqualTo(422);
        var next = parlour.colleague();
        Actor leader = new Actor("u-leader", "620823", java.util.Set.of(Role.LEADER));
        parlour.act(Act.DECIDE_RECUSAL, leader, Map.of("result", "GRANTED", "newMediator", next.personId()));
        stream.getAsyncResult(PATIENCE);
        assertThat(heard(stream)).contains("GONE");
        assertThat(parlour.host(HttpMethod.GET, "", null).status()).isEqualTo(404);
        assertThat(parlour.host(HttpMethod.POST, "/messages", Map.of("text", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(consumer.post("/messages", Map.of("text", "回避以后说的")).status())
                .isEqualTo(204);
        assertThat(heard(stream)).doesNotContain("回避以后说的");
        assertThat(parlour.hostAs(next, HttpMethod.GET, "", null).body().toString())
                .contains("回避以后说的");
    }

    @Test
    void theEndOfTheCaseEndsTheRoom() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        MvcResult stream = consumer.stream("");
        parlour.act(Act.WITHDRAW, parlour.actor(), Map.of("means", "PHONE"));
        stream.getAsyncResult(PATIENCE);
        assertThat(heard(stream)).contains("ENDED");
        assertThat(consumer.post("/messages", Map.of("text", "还在吗")).status()).isEqualTo(409);
    }

    private static String heard(MvcResult stream) throws Exception {
        return stream.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Long> numbers(Answer room) {
        return room.body()
                .path("lines")
                .valueStream()
                .map(line -> line.path("n").asLong())
                .toList();
    }

    private static List<String> texts(Answer room) {
        return room.body()
                .path("lines")
                .valueStream()
                .map(line -> line.path("text").asString())
                .toList();
    }

    private CaseState state() {
        return story().state();
    }

    private CaseHistory.Story story() {
        return Scopes.within(Scope.SYSTEM, () -> histories.of(parlour.caseNo, Actor.SYSTEM))
                .orElseThrow();
    }

    private <E extends Entry> E last(Class<E> type) {
        return story().told().stream()
                .map(told -> told.recorded().entry())
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void theTopicBeginsAsWhatWasClearedAndTellsNoReportAndNoNumber() throws Exception {
        parlour.host(HttpMethod.POST, "/end", null);
        parlour.act(
                org.fangxin.casefile.Act.CLEAR_FOR_RESPONDENT,
                parlour.actor(),
                Map.of("dispute", "锅漏水，商家不退。", "contact", "AGENCY"));
        assertThat(parlour.host(HttpMethod.GET, "", null).at("/suggestedTopic")).isEqualTo("锅漏水，商家不退。");
        for (String leaking : List.of("锅漏水，他还举报了广告。", "锅漏水，打１３９００００１１２２。", "证号 11010519491231002X 的人要退款")) {
            Answer refused = parlour.host(HttpMethod.POST, "", Map.of("topic", leaking));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.at("/errors/0/field")).isEqualTo("topic");
            assertThat(refused.at("/errors/0/message")).contains("争议事项").contains("请删去");
        }
        assertThat(parlour.host(HttpMethod.POST, "", Map.of("topic", "锅漏水。")).status())
                .isEqualTo(201);
        assertThat(parlour.host(HttpMethod.GET, "", null)
                        .body()
                        .path("suggestedTopic")
                        .isNull())
                .isTrue();
    }
}
