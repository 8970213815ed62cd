package org.fangxin.greenchannel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.identity.Browser;
import org.fangxin.identity.Browser.Answer;
import org.fangxin.identity.Role;
import org.fangxin.identity.SignedInAs;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street of shops, consumers and officers of one county, all over HTTP. */
public final class Street {
    public static final String COUNTY = "620823";
    public static final String PASSWORD = "Shop-Keeper-2026";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvc mvc;

    public Street(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** A member merchant. */
    public record Shop(String memberId, String name, String uscc) {}

    /** A consumer's complaint, with what the tracking page needs. */
    public record Complaint(String submissionNo, String code, String caseNo, JsonNode receipt) {
        public String stage() {
            return receipt.at("/cases/0/stage").asString();
        }
    }

    public record Reply(int status, JsonNode body, String text) {
        public String at(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    public Shop joins() throws Exception {
        return joins(Map.of());
    }

    public Shop joins(Map<String, ?> more) throws Exception {
        String name = "某某百货第" + COUNT.incrementAndGet() + "店";
        String uscc = Shops.uscc();
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", name, "uscc", uscc, "regionCode", COUNTY, "contactName", "店长", "contactPhone", "13900000000"));
        body.putAll(more);
        Reply reply = officer(HttpMethod.POST, "/api/v1/green-channel/members", body, Role.UNIT_HEAD);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.text());
        }
        return new Shop(reply.at("/memberId"), name, uscc);
    }

    public String invitation(Shop shop) throws Exception {
        return officer(
                        HttpMethod.POST,
                        "/api/v1/green-channel/members/" + shop.memberId() + "/invitations",
                        Map.of(),
                        Role.HANDLER)
                .at("/token");
    }

    /** Somebody who opened the shop's first account, signed in. */
    public Browser keeper(Shop shop) throws Exception {
        return opens(invitation(shop));
    }

    public Browser opens(String token) throws Exception {
        String username = "shop-" + COUNT.incrementAndGet();
        Answer opened = new Browser(mvc)
                .post(
                        "/api/v1/merchant/invitation/acceptance",
                        Map.of("token", token, "username", username, "displayName", "李店长", "password", PASSWORD));
        if (opened.status() != 204) {
            throw new IllegalStateException(opened.status() + " " + opened.body());
        }
        Browser browser = new Browser(mvc);
        if (browser.signIn(username, PASSWORD).status() != 200) {
            throw new IllegalStateException("no sign-in");
        }
        return browser;
    }

    public Complaint complains(Shop shop) throws Exception {
        return complains(shop, Map.of(), Map.of());
    }

    /** A complaint whose author read the words about the channel and agreed, with changes. */
    public Complaint complains(Shop shop, Map<String, ?> changes, Map<String, ?> consents) throws Exception {
        String version =
                open("/api/v1/public/green-channel?uscc=" + shop.uscc()).at("/offer/textVersion");
        Map<String, Object> agreed = new HashMap<>(Map.of("greenChannel", true, "greenChannelText", version));
        agreed.putAll(consents);
        Map<String, Object> body = new HashMap<>();
        body.put("channel", "WEB");
        body.put("kinds", List.of("COMPLAINT"));
        body.put("person", Map.of("name", "欧阳测试", "phone", "13811112222", "address", "甘肃省平凉市崇信县锦屏镇东街8号"));
        body.put(
                "merchant",
                Map.of(
                        "name",
                        shop.name(),
                        "uscc",
                        shop.uscc(),
                        "address",
                        "崇信县锦屏镇西街",
                        "regionCode",
                        COUNTY,
                        "type",
                        "SHOP"));
        body.put("content", "在店里买的电扇第二天就不转，店里不给退。我的电话是13811112222。");
        body.put("demands", List.of("REFUND"));
        body.put("amount", "198.00");
        body.put("consents", agreed);
        body.putAll(changes);
        Reply receipt = send(HttpMethod.POST, "/api/v1/submissions", body);
        if (receipt.status() != 201) {
            throw new IllegalStateException(receipt.text());
        }
        return new Complaint(
                receipt.at("/submissionNo"),
                receipt.at("/trackingCode"),
                receipt.at("/cases/0/caseNo"),
                receipt.body());
    }

    /** What the consumer does on the tracking page. */
    public Reply consumer(Complaint complaint, String call, Map<String, ?> more) throws Exception {
        Map<String, Object> body =
                new HashMap<>(Map.of("trackingCode", complaint.code(), "caseNo", complaint.caseNo()));
        body.putAll(more);
        return send(HttpMethod.POST, "/api/v1/submissions/" + complaint.submissionNo() + "/green-channel" + call, body);
    }

    public static String item(Complaint complaint) {
        return "/api/v1/merchant/items/" + complaint.caseNo();
    }

    public Reply open(String path) throws Exception {
        return send(HttpMethod.GET, path, null);
    }

    public Reply officer(HttpMethod method, String path, Object body, Role... roles) throws Exception {
        return officerOf(COUNTY, method, path, body, roles);
    }

    public Reply officerOf(String agency, HttpMethod method, String path, Object body, Role... roles) throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).with(SignedInAs.officer(agency, roles));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return reply(mvc.perform(request).andReturn().getResponse());
    }

    public List<String> numbers(Browser keeper, String part) throws Exception {
        List<String> found = new ArrayList<>();
        keeper.get("/api/v1/merchant/items?part=" + part)
                .body()
                .path("items")
                .forEach(item -> found.add(item.path("caseNo").asString()));
        return found;
    }

    private Reply send(HttpMethod method, String path, Object body) throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).with(from -> {
            from.setRemoteAddr("198.51.100." + (1 + COUNT.incrementAndGet() % 200));
            return from;
        });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return reply(mvc.perform(request).andReturn().getResponse());
    }

    private static Reply reply(MockHttpServletResponse response) throws Exception {
        String text = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        boolean json = text.startsWith("{") || text.startsWith("[");
        return new Reply(response.getStatus(), json ? JSON.readTree(text) : JSON.createObjectNode(), text);
    }
}
