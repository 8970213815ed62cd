package org.fangxin.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.identity.People;
import org.fangxin.identity.Person;
import org.fangxin.identity.Role;
import org.fangxin.identity.Staff;
import org.fangxin.mediation.Parlour.Answer;
import org.fangxin.mediation.Parlour.Party;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Who comes into a room and who does not: wrong, strange, revoked and expired links, other people's rooms. */
@FangxinTest
class RoomIsolationTest {
    private static final long PATIENCE = 20_000;

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Parlour parlour;

    @BeforeEach
    void aRoom() throws Exception {
        parlour = Parlour.open(mvc, cases, people);
    }

    @Test
    void aLinkAloneOpensNothingAndAWrongOneSoundsLikeARevokedOne() throws Exception {
        Party consumer = parlour.invite(Side.COMPLAINANT);
        Answer wrongCode = consumer.enter("0000000000000000");
        assertThat(wrongCode.status()).isEqualTo(404);
        Answer strange = parlour.call(
                HttpMethod.POST,
                Parlour.GUEST + "/enter",
                Map.of("token", "no-such-link", "code", parlour.trackingCode),
                Map.of(),
                null);
        parlour.host(HttpMethod.DELETE, "/invitations/" + consumer.invitationId, null);
        Answer revoked = consumer.enter(parlour.trackingCode);
        assertThat(List.of(strange.body().toString(), revoked.body().toString()))
                .containsOnly(wrongCode.body().toString());
    }

    @Test
    void theOwnPageLeadsInWithoutTheLinkAndOnlyWhileTheInvitationStands() throws Exception {
        assertThat(parlour.tracked("/pass", parlour.trackingCode).status())
                .as("nobody was asked in")
                .isEqualTo(404);
        Party asked = parlour.invite(Side.COMPLAINANT);
        assertThat(parlour.tracked("", parlour.trackingCode).at("/until")).isNotEmpty();
        assertThat(parlour.tracked("/pass", "0000000000000000").status()).isEqualTo(404);
        Parlour other = Parlour.open(mvc, cases, people);
        assertThat(parlour.tracked("/pass", other.trackingCode).status())
                .as("another person's code")
                .isEqualTo(404);
        asked.pass = parlour.tracked("/pass", parlour.trackingCode).at("/pass");
        assertThat(asked.get("/room").at("/room/side")).isEqualTo("COMPLAINANT");
        parlour.host(HttpMethod.DELETE, "/invitations/" + asked.invitationId, null);
        assertThat(asked.get("/room").status()).isEqualTo(404);
        assertThat(parlour.tracked("/pass", parlour.trackingCode).status()).isEqualTo(404);
        assertThat(parlour.tracked("", parlour.trackingCode)
                        .body()
                        .path("until")
                        .isNull())
                .isTrue();
    }

    @Test
    void aRoomThatEndedAwaitsNobodyAnyMore() throws Exception {
        parlour.invite(Side.COMPLAINANT);
        parlour.host(HttpMethod.POST, "/end", null);
        assertThat(parlour.tracked("/pass", parlour.trackingCode).status()).isEqualTo(404);
    }

    @Test
    void fiveWrongPinsEndALink() throws Exception {
        Party merchant = parlour.invite(Side.RESPONDENT);
        String wrong = "000000".equals(merchant.pin) ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(merchant.enter(wrong).status()).isEqualTo(404);
        }
        assertThat(merchant.enter(String.valueOf(merchant.pin)).status()).isEqualTo(404);
        assertThat(parlour.inside(Side.RESPONDENT).get("/room").status()).isEqualTo(200);
    }

    @Test
    void aRevokedLinkCutsTheStreamOfWhoeverCameInByIt() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        MvcResult stream = consumer.stream("");
        assertThat(parlour.host(HttpMethod.DELETE, "/invitations/" + consumer.invitationId, null)
                        .status())
                .isEqualTo(204);
        stream.getAsyncResult(PATIENCE);
        assertThat(stream.getResponse().getContentAsString()).contains("GONE");
        assertThat(consumer.get("/room").status()).isEqualTo(404);
        assertThat(consumer.post("/messages", Map.of("text", "x")).status()).isEqualTo(404);
    }

    @Test
    void aNewLinkEndsTheOldOneAndLeavingEndsThePass() throws Exception {
        Party first = parlour.inside(Side.RESPONDENT);
        Party second = parlour.inside(Side.RESPONDENT);
        assertThat(first.get("/room").status()).isEqualTo(404);
        assertThat(second.get("/room").status()).isEqualTo(200);
        second.post("/leave", Map.of());
        assertThat(second.get("/room").status()).isEqualTo(404);
    }

    @Test
    void anExpiredLinkAndAnExpiredPassOpenNothing() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        JdbcClient db = JdbcClient.create(owner);
        db.sql("update mediation.invitation set expires_at = made_at where invitation_id = ?")
                .param(consumer.invitationId)
                .update();
        assertThat(consumer.get("/room").status()).isEqualTo(404);
        assertThat(consumer.enter(parlour.trackingCode).status()).isEqualTo(404);
    }

    @Test
    void aPassOpensItsOwnRoomOnlyAndOnlyWhatItsSideMay() throws Exception {
        Parlour other = Parlour.open(mvc, cases, people);
        Party stranger = other.inside(Side.COMPLAINANT);
        Party consumer = parlour.inside(Side.COMPLAINANT);
        parlour.host(HttpMethod.POST, "/messages", Map.of("text", "本案的话"));
        String record = parlour.host(HttpMethod.POST, "/transcripts", null).at("/transcriptId");
        assertThat(stranger.get("/room").body().toString()).doesNotContain("本案的话");
        assertThat(stranger.get("/transcripts/" + record).status()).isEqualTo(404);
        assertThat(consumer.get("/transcripts/" + record).status()).isEqualTo(200);
        consumer.post("/proposals", Parlour.offer("1.00"));
        String proposal = consumer.get("/room").at("/room/proposals/0/proposalId");
        assertThat(stranger.post("/proposals/" + proposal + "/accept", Map.of()).status())
                .isEqualTo(404);
        assertThat(consumer.post("/proposals/" + proposal + "/accept", Map.of()).status())
                .isEqualTo(409);
        assertThat(consumer.post("/proposals/" + proposal + "/confirm", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyWhoMediatesTheCaseHasTheMediatorsRoom() throws Exception {
        Person colleague = parlour.colleague();
        Person leader = Staff.hire(people, "620823", Role.LEADER, Role.UNIT_HEAD);
        Person neighbour = Staff.hire(people, "620825", Role.HANDLER, Role.MEDIATOR);
        for (Person who : List.of(colleague, leader, neighbour)) {
            assertThat(parlour.hostAs(who, HttpMethod.GET, "", null).status()).isEqualTo(404);
            assertThat(parlour.hostAs(who, HttpMethod.POST, "/messages", Map.of("text", "x"))
                            .status())
                    .isEqualTo(404);
            assertThat(parlour.hostAs(who, HttpMethod.POST, "/transcripts", null)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothingInTheDatabaseOpensARoomOrTellsWhatWasSaid() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        consumer.post("/messages", Map.of("text", "密语樱桃石榴"));
        String token = consumer.link.substring(consumer.link.indexOf('#') + 1);
        JdbcClient db = JdbcClient.create(owner);
        for (String table : List.of("room", "line", "proposal", "invitation", "pass", "transcript")) {
            String rows = db.sql("select coalesce(string_agg(t::text, ' '), '') from mediation." + table + " t")
                    .query(String.class)
                    .single();
            assertThat(rows).doesNotContain(token, consumer.pass, "密语樱桃石榴", "锅漏水");
        }
    }

    @Test
    void aVideoLinkIsOfTheBureauAndSafe() throws Exception {
        Party consumer = parlour.inside(Side.COMPLAINANT);
        for (String bad : List.of("http://v.example.cn/1", "javascript:alert(1)", "https://a@b.cn/", "https:")) {
            assertThat(parlour.host(HttpMethod.PUT, "/video", Map.of("video", bad))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(parlour.host(HttpMethod.PUT, "/video", Map.of("video", "https://v.example.cn/room/1"))
                        .status())
                .isEqualTo(204);
        assertThat(consumer.get("/room").at("/room/video")).isEqualTo("https://v.example.cn/room/1");
    }
}
