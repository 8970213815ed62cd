package org.fangxin.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedIn;
import org.fangxin.identity.SignedInAs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The life of an answer: written by one, published by another, found, used, counted, withdrawn. */
@FangxinTest
class KnowledgeTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COUNTY = "620823";
    private static final LocalDate NEXT_YEAR =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusYears(1);

    @Autowired
    MockMvc mvc;

    @Autowired
    SettableTime time;

    @AfterEach
    void giveBackTheTime() {
        time.giveBack();
    }

    final RequestPostProcessor writer = SignedInAs.officer(COUNTY, Role.REGISTRAR);
    final RequestPostProcessor head = SignedInAs.person(
            new SignedIn("test-head-of-knowledge", "test", "测试员", COUNTY, Set.of(Role.UNIT_HEAD), false));
    /** Shares no pair of characters with another test's: what is published stays and is found by likeness. */
    final String marker = ThreadLocalRandom.current()
            .ints(6, 0x5200, 0x9200)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    private MockHttpServletResponse send(RequestPostProcessor as, HttpMethod method, String path, Object body)
            throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path)
                        .with(as)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body)))
                .andReturn()
                .getResponse();
    }

    private JsonNode found(RequestPostProcessor as, String question) throws Exception {
        return items(send(as, HttpMethod.POST, "/api/v1/knowledge/questions", Map.of("question", question)));
    }

    /** What anybody is told. */
    private JsonNode answered(String question) throws Exception {
        return items(send(
                ANYBODY, HttpMethod.POST, "/api/v1/public/answers", Map.of("question", question, "region", COUNTY)));
    }

    private static JsonNode items(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .path("items");
    }

    private long draft(boolean open) throws Exception {
        return draft(open, NEXT_YEAR);
    }

    private long draft(boolean open, LocalDate reviewOn) throws Exception {
        Map<String, Object> body = Map.of(
                "title",
                marker + "怎样办理",
                "variants",
                List.of("怎么办" + marker),
                "answer",
                "带上材料到窗口。",
                "sources",
                "内部规定",
                "openToPublic",
                open,
                "reviewOn",
                reviewOn.toString());
        MockHttpServletResponse written = send(writer, HttpMethod.POST, "/api/v1/knowledge", body);
        assertThat(written.getStatus()).isEqualTo(201);
        return JSON.readTree(written.getContentAsString()).path("id").asLong();
    }

    private int publish(RequestPostProcessor as, long id) throws Exception {
        return send(as, HttpMethod.POST, "/api/v1/knowledge/" + id + "/publish", Map.of())
                .getStatus();
    }

    private static final RequestPostProcessor ANYBODY = request -> request;

    @ParameterizedTest
    @CsvSource({
        "收到我的投诉多久会告诉我受不受理,第十五条",
        "网上买的东西七天内能不能退,第二十五条",
        "健身房关门了卡里的钱怎么要回来,第五十三条",
        "买到过期食品能要十倍赔偿吗,第一百四十八条",
        "老板拖欠工资不发,劳动保障",
    })
    void theAnswersThatWeShipAreFoundInPeoplesWordsWithTheirArticle(String question, String source) throws Exception {
        assertThat(answered(question).path(0).path("sources").asString()).contains(source);
    }

    @Test
    void everyAnswerThatWeShipHasATopicAndWhatIsWrittenWithoutOneIsOther() throws Exception {
        JsonNode shipped = answered("");
        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(shipped.valueStream()
                        .filter(one -> one.path("sources").asString().startsWith("《")))
                .extracting(one -> one.path("topic").asString())
                .doesNotContain("OTHER")
                .contains("COMPLAINT", "RETURNS", "PREPAID");

        publish(head, draft(true));
        assertThat(answered(marker).path(0).path("topic").asString()).isEqualTo("OTHER");
    }

    @Test
    void aTopicThatThereIsNotIsRefused() throws Exception {
        Map<String, Object> body = Map.of(
                "title", "问", "answer", "答", "sources", "规定", "reviewOn", NEXT_YEAR.toString(), "topic", "WEATHER");
        assertThat(send(writer, HttpMethod.POST, "/api/v1/knowledge", body).getStatus())
                .isBetween(400, 422);
    }

    @Test
    void whatIsForOfficersIsNotPublic() throws Exception {
        assertThat(found(writer, "话务员咨询登记")).isNotEmpty();
        assertThat(answered("话务员咨询登记").toString()).doesNotContain("当场答复咨询怎么登记");
    }

    @Test
    void aDraftIsFoundByNobodyUntilAnotherPersonPublishesIt() throws Exception {
        time.set(NEXT_YEAR.minusYears(3) + "T09:00");
        long id = draft(true, NEXT_YEAR.minusYears(2));
        assertThat(found(writer, marker)).isEmpty();

        assertThat(publish(head, id)).isEqualTo(204);
        assertThat(answered(marker)).hasSize(1);
        assertThat(found(writer, marker).path(0).path("overdue").asBoolean()).isFalse();
        time.giveBack();
        assertThat(found(writer, marker).path(0).path("overdue").asBoolean()).isTrue();
    }

    @Test
    void whoWroteItDoesNotPublishIt() throws Exception {
        RequestPostProcessor both = SignedInAs.officer(COUNTY, Role.REGISTRAR, Role.UNIT_HEAD);
        MockHttpServletResponse written = send(
                both,
                HttpMethod.POST,
                "/api/v1/knowledge",
                Map.of("title", marker, "answer", "答", "sources", "规定", "reviewOn", NEXT_YEAR.toString()));
        long id = JSON.readTree(written.getContentAsString()).path("id").asLong();

        assertThat(publish(both, id)).isEqualTo(422);
        assertThat(found(writer, marker)).isEmpty();
    }

    @Test
    void usesAndWhatDidNotHelpAreCountedForTheWordingWithoutAName() throws Exception {
        long id = draft(false);
        publish(head, id);
        send(writer, HttpMethod.POST, "/api/v1/knowledge/" + id + "/uses", Map.of("helped", true));
        send(writer, HttpMethod.POST, "/api/v1/knowledge/" + id + "/uses", Map.of("helped", true));
        send(writer, HttpMethod.POST, "/api/v1/knowledge/" + id + "/uses", Map.of("helped", false));

        JsonNode article = found(writer, marker).path(0);
        assertThat(article.path("used").asInt()).isEqualTo(2);
        assertThat(article.path("unhelpful").asInt()).isEqualTo(1);
        assertThat(article.path("number").asString()).isEqualTo("K" + id + "-1");
    }

    private int rates(RequestPostProcessor as, String path, long id, Object remark, boolean helpful) throws Exception {
        Map<String, Object> body = new HashMap<>(Map.of("version", 1, "helpful", helpful));
        body.put("remark", remark);
        if (path.startsWith("public")) {
            body.put("region", COUNTY);
        }
        return send(as, HttpMethod.POST, "/api/v1/" + path + "/" + id + "/ratings", body)
                .getStatus();
    }

    private JsonNode kept(RequestPostProcessor as) throws Exception {
        return items(send(as, HttpMethod.GET, "/api/v1/knowledge/kept", Map.of()));
    }

    @Test
    void whatTenReadersSayBringsAnArticleUpForReviewAndARewriteStartsAnew() throws Exception {
        long id = draft(true);
        publish(head, id);
        for (int i = 0; i < 9; i++) {
            assertThat(rates(ANYBODY, "public/answers", id, null, i < 4)).isEqualTo(204);
        }
        assertThat(found(writer, marker).path(0).path("doubted").asBoolean()).isFalse();

        assertThat(rates(writer, "knowledge", id, "没说要带身份证复印件", false)).isEqualTo(204);
        JsonNode article = found(writer, marker).path(0);
        assertThat(article.path("helpful").asInt()).isEqualTo(4);
        assertThat(article.path("unhelpful").asInt()).isEqualTo(6);
        assertThat(article.path("used").asInt()).isZero();
        assertThat(article.path("doubted").asBoolean()).isTrue();
        assertThat(kept(writer).path(0).path("doubted").asBoolean()).isTrue();
        JsonNode remark = items(send(writer, HttpMethod.GET, "/api/v1/knowledge/" + id + "/remarks", Map.of()))
                .path(0);
        assertThat(remark.path("remark").asString()).isEqualTo("没说要带身份证复印件");
        assertThat(remark.path("fromPublic").asBoolean()).isFalse();

        Map<String, Object> better = Map.of(
                "title",
                marker + "怎样办理",
                "answer",
                "带身份证和复印件到窗口。",
                "sources",
                "内部规定",
                "openToPublic",
                true,
                "reviewOn",
                NEXT_YEAR.toString());
        assertThat(send(writer, HttpMethod.PUT, "/api/v1/knowledge/" + id, better)
                        .getStatus())
                .isEqualTo(204);
        publish(head, id);
        assertThat(found(writer, marker).path(0).path("doubted").asBoolean()).isFalse();
    }

    @Test
    void aRemarkWithANumberIsRefusedAndWhatIsNotOpenIsRatedByNobodyOutside() throws Exception {
        long id = draft(false);
        publish(head, id);
        assertThat(rates(writer, "knowledge", id, "打 13800000000 问我", false)).isEqualTo(422);
        assertThat(rates(writer, "knowledge", id, "好".repeat(201), true)).isEqualTo(422);
        assertThat(rates(ANYBODY, "public/answers", id, null, true)).isEqualTo(404);
        assertThat(rates(SignedInAs.officer("620825", Role.HANDLER), "knowledge", id, null, true))
                .isEqualTo(404);
        assertThat(found(writer, marker).path(0).path("helpful").asInt()).isZero();
        assertThat(send(
                                SignedInAs.officer("620825", Role.HANDLER),
                                HttpMethod.GET,
                                "/api/v1/knowledge/" + id + "/remarks",
                                Map.of())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aCountysAnswersHoldForItAloneAndAreChangedByItAlone() throws Exception {
        long id = draft(true);
        publish(head, id);
        RequestPostProcessor neighbour = SignedInAs.officer("620825", Role.UNIT_HEAD);

        assertThat(found(neighbour, marker)).isEmpty();
        assertThat(send(neighbour, HttpMethod.POST, "/api/v1/knowledge/" + id + "/withdraw", Map.of())
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(head, HttpMethod.POST, "/api/v1/knowledge/" + id + "/withdraw", Map.of())
                        .getStatus())
                .isEqualTo(204);
        assertThat(found(writer, marker)).isEmpty();
    }

    @Test
    void aDraftWithoutItsSourceIsRefusedNamingTheField() throws Exception {
        MockHttpServletResponse refused = send(
                writer,
                HttpMethod.POST,
                "/api/v1/knowledge",
                Map.of("title", "问", "answer", "答", "reviewOn", NEXT_YEAR.toString()));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(JSON.readTree(refused.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("sources");
    }

    @Test
    void aDayOfReviewLiesAhead() throws Exception {
        MockHttpServletResponse refused = send(
                writer,
                HttpMethod.POST,
                "/api/v1/knowledge",
                Map.of("title", "问", "answer", "答", "sources", "规定", "reviewOn", "1900-01-01"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("reviewOn", "复核日期要在今天以后");
    }

    @Test
    void whatAnAgencyAboveKeepsIsShownWithoutTheRightToRewriteIt() throws Exception {
        long own = draft(true);
        JsonNode kept = items(
                mvc.perform(MockMvcRequestBuilders.get("/api/v1/knowledge/kept").with(writer))
                        .andReturn()
                        .getResponse());

        assertThat(kept.valueStream())
                .anyMatch(one ->
                        one.path("id").asLong() == own && one.path("ours").asBoolean())
                .anyMatch(one -> one.path("agency").asString().isEmpty()
                        && !one.path("ours").asBoolean());
    }
}
