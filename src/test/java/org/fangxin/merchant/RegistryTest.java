package org.fangxin.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.FangxinTest;
import org.fangxin.greenchannel.Shops;
import org.fangxin.greenchannel.Street;
import org.fangxin.greenchannel.Street.Reply;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedInAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry: taken in from an extract, found as one types, kept by officers. */
@FangxinTest
class RegistryTest {
    private static final String HEAD = "统一社会信用代码,企业名称,别名,登记状态,住所,行政区划代码,成立日期,平台信用代码\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    ExtractImport extracts;

    @Autowired
    Merchants merchants;

    Street street;
    List<RowProblem> problems;

    @BeforeEach
    void nothingWrongYet() {
        street = new Street(mvc);
        problems = new ArrayList<>();
    }

    @Test
    void anExtractIsTakenInComparedAndNeverTwice() {
        String one = Shops.uscc();
        String other = Shops.uscc();
        String file =
                HEAD + one + ",样例甲日用超市,甲记;老甲,存续,锦屏镇东街1号,620823,2019-05-06,\n" + other + ",样例乙日用超市,,存续,,620802,,\n";
        assertThat(take(file)).isEqualTo(new ExtractImport.Outcome(2, 2, 0, 0, 0));
        assertThat(take(file)).isEqualTo(new ExtractImport.Outcome(2, 0, 0, 2, 0));
        assertThat(take(file.replace("锦屏镇东街1号", "锦屏镇西街2号"))).isEqualTo(new ExtractImport.Outcome(2, 0, 1, 1, 0));
        MarketEntity now = merchants.byCode(one).orElseThrow();
        assertThat(now.address()).isEqualTo("锦屏镇西街2号");
        assertThat(now.aliases()).containsExactly("甲记", "老甲");
        assertThat(merchants.past(now.id()))
                .singleElement()
                .satisfies(past -> assertThat(past.said()).contains("锦屏镇东街1号"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aBadRowIsNamedAndStopsNoOther() {
        String good = Shops.uscc();
        String wrong = good.substring(0, 17) + (good.endsWith("0") ? "1" : "0");
        ExtractImport.Outcome outcome = take(HEAD + wrong + ",样例丙店,,,,,,\n" + "62080000123,样例丁店,,,,,,\n" + Shops.uscc()
                + ",,,,,,,\n" + good + ",样例戊'店\\,,吊销,,62x,昨天,\n");
        assertThat(outcome).isEqualTo(new ExtractImport.Outcome(4, 1, 0, 0, 3));
        assertThat(problems).extracting(RowProblem::line).containsExactly(2, 3, 4, 5, 5);
        assertThat(problems.get(0).problem()).contains("校验位");
        assertThat(problems.get(1).problem()).contains("18 位数字");
        assertThat(merchants.byCode(good).orElseThrow().name()).isEqualTo("样例戊'店\\");
        assertThat(merchants.byCode(good).orElseThrow().status()).isEqualTo(MarketEntity.Status.REVOKED);
    }

    @Test
    void whoHasOnlyAnOldNumberIsKeptFoundByItAndLaterGetsItsCode() {
        String head = "统一社会信用代码,名称,注册号,行政区划代码\n";
        String number = "620823" + Shops.uscc().substring(10, 17) + "12";
        assertThat(take(head + number + ",样例老字号店,,620823\n" + ",样例无号店,,\n" + ",样例另一家老店,6208230000019,\n"))
                .isEqualTo(new ExtractImport.Outcome(3, 2, 0, 0, 1));
        assertThat(problems).singleElement().satisfies(one -> {
            assertThat(one.line()).isEqualTo(3);
            assertThat(one.column()).isEqualTo("统一社会信用代码");
            assertThat(one.problem()).contains("也没有旧注册号");
        });
        MarketEntity old =
                merchants.search(number.substring(0, 14), "620823", 20).getFirst();
        assertThat(old.name()).isEqualTo("样例老字号店");
        assertThat(old.uscc()).isNull();
        assertThat(old.oldNumber()).isEqualTo(number);
        assertThat(take(head + number + ",样例老字号店,,620823\n").same()).isEqualTo(1);

        String uscc = Shops.uscc();
        assertThat(take(head + uscc + ",样例老字号店," + number + ",620823\n" + ",样例老字号店," + number + ",620823\n")
                        .changed())
                .as("one business, whichever of both rows is read")
                .isEqualTo(1);
        MarketEntity now = merchants.find(old.id()).orElseThrow();
        assertThat(now.uscc()).isEqualTo(uscc);
        assertThat(now.oldNumber()).isEqualTo(number);
        assertThat(take(head + number + ",样例老字号新店,,620823\n").changed()).isEqualTo(1);
        assertThat(merchants.find(old.id()).orElseThrow().uscc())
                .as("a row without the code takes none away")
                .isEqualTo(uscc);
        assertThat(merchants.past(old.id())).hasSize(2);
    }

    @Test
    void whatAnExtractDoesNotSayStaysAsItIs() {
        String uscc = Shops.uscc();
        take(HEAD + uscc + ",样例癸釉店,窑记,存续,东街1号,620823,2019-05-06,\n");
        take("统一社会信用代码,名称,行政区划代码,成立日期\n" + uscc + ",样例癸釉商店,看不懂,昨天\n");
        MarketEntity now = merchants.byCode(uscc).orElseThrow();
        assertThat(now.name()).isEqualTo("样例癸釉商店");
        assertThat(now.address()).isEqualTo("东街1号");
        assertThat(now.regionCode()).isEqualTo("620823");
        assertThat(now.registeredOn()).hasToString("2019-05-06");
        assertThat(names("窑记", "620823"))
                .as("an alias that stayed is still found")
                .contains("样例癸釉商店");
    }

    @Test
    void oneFindsByPartAliasInitialsPinyinAndCodeWithTheOwnCountyFirst() {
        String here = Shops.uscc();
        String there = Shops.uscc();
        take(HEAD + there + ",洱海瓯窑器具店,,存续,,330302,,\n" + here + ",崇信县洱海瓯窑器具店,鼋记,存续,,620823,,\n");
        assertThat(names("瓯窑", "620823")).containsExactly("崇信县洱海瓯窑器具店", "洱海瓯窑器具店");
        assertThat(names("瓯窑", "330302")).containsExactly("洱海瓯窑器具店", "崇信县洱海瓯窑器具店");
        assertThat(names("崇信瓯窑", null)).containsExactly("崇信县洱海瓯窑器具店");
        assertThat(names("鼋记", null)).containsExactly("崇信县洱海瓯窑器具店");
        assertThat(names("ehoyqjd", "620823")).contains("崇信县洱海瓯窑器具店", "洱海瓯窑器具店");
        assertThat(names("erhaiouyao", null)).contains("洱海瓯窑器具店");
        assertThat(names(here.substring(0, 16), null)).contains("崇信县洱海瓯窑器具店");
        assertThat(names("' & !( | :* \\", null)).isEmpty();
    }

    @Test
    void anOfficerAddsCorrectsMergesAndUndoes() throws Exception {
        String uscc = Shops.uscc();
        Reply added = post("/api/v1/merchants", Map.of("name", "样例己店", "uscc", uscc, "regionCode", "620823"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(post("/api/v1/merchants", Map.of("name", "样例己店", "uscc", uscc))
                        .status())
                .isEqualTo(409);
        Reply wrong = post("/api/v1/merchants", Map.of("name", "", "uscc", "123", "regionCode", "x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors")).hasSize(3);

        String id = added.at("/id");
        Map<String, Object> corrected = Map.of("name", "样例庚店", "uscc", uscc);
        assertThat(change(HttpMethod.PUT, "/api/v1/merchants/" + id, 1, corrected)
                        .status())
                .isEqualTo(200);
        assertThat(change(HttpMethod.PUT, "/api/v1/merchants/" + id, 1, corrected)
                        .status())
                .as("another was first")
                .isEqualTo(409);
        Reply twin = post("/api/v1/merchants", Map.of("name", "样例庚店一店"));
        String merging = "/api/v1/merchants/" + twin.at("/id");
        assertThat(change(HttpMethod.POST, merging + "/merge", 1, Map.of("into", Long.valueOf(id)))
                        .status())
                .isEqualTo(200);
        assertThat(names("样例庚店", null)).containsExactly("样例庚店");
        assertThat(change(HttpMethod.POST, merging + "/separate", 2, Map.of()).status())
                .isEqualTo(200);
        assertThat(names("样例庚店", null)).containsExactly("样例庚店", "样例庚店一店");
        assertThat(street.officer(HttpMethod.GET, merging, null, Role.HANDLER)
                        .body()
                        .path("past"))
                .extracting(past -> past.path("act").asString())
                .containsExactly("UNMERGED", "MERGED");
    }

    @Test
    void thePublicFindsAtMostEightAndNothingButWhatIsPublished() throws Exception {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < 12; i++) {
            file.append(Shops.uscc()).append(",样例壬鳌店").append(i).append(",,存续,,620823,,\n");
        }
        take(file.toString());
        JsonNode items = street.open("/api/v1/public/merchants?q=壬鳌店").body().path("items");
        assertThat(items).hasSize(8);
        assertThat(items.get(0).propertyNames())
                .containsExactlyInAnyOrder("uscc", "name", "aliases", "address", "regionCode", "statusLabel");
    }

    private ExtractImport.Outcome take(String csv) {
        return extracts.run(
                () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "test",
                problems::add,
                read -> {});
    }

    private List<String> names(String words, String region) {
        return merchants.search(words, region, 20).stream()
                .map(MarketEntity::name)
                .toList();
    }

    private Reply post(String path, Map<String, ?> body) throws Exception {
        return street.officer(HttpMethod.POST, path, body, Role.HANDLER);
    }

    private Reply change(HttpMethod method, String path, int version, Map<String, ?> body) throws Exception {
        var response = mvc.perform(MockMvcRequestBuilders.request(method, path)
                        .header("If-Match", "\"" + version + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JsonMapper.shared().writeValueAsString(body))
                        .with(SignedInAs.officer(Street.COUNTY, Role.HANDLER)))
                .andReturn()
                .getResponse();
        String text = response.getContentAsString(StandardCharsets.UTF_8);
        return new Reply(response.getStatus(), JsonMapper.shared().readTree(text), text);
    }
}
