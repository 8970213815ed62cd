package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts texts into every field that is typed by a consumer, a merchant or an officer, through the API and as the demo's
 * people: each field gets each text in the course of the submissions, as far as the field takes it.
 */
final class TextsPlanted {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEMBER = "91620823MADEMK002H";
    /** So many texts stand in one story. */
    private static final int IN_ONE = 5;

    private final List<String> texts;
    private final String mark;
    private final Asker officer;
    private final Asker merchant;
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private int planted;
    private HttpClient http;

    /** What a consumer goes on with. */
    record Receipt(String caseNo, String submissionNo, String trackingCode, boolean merchantHasIt) {}

    /** @param mark what stands in each of the texts, and in no other */
    TextsPlanted(List<String> texts, String mark, Asker officer, Asker merchant) throws IOException {
        this.texts = texts;
        this.mark = mark;
        this.officer = officer;
        this.merchant = merchant;
        this.http = Crowd.client();
    }

    List<Receipt> receipts() {
        return receipts;
    }

    /** Fields with how often each took a text. */
    Map<String, Integer> taken() {
        return taken;
    }

    /** Fields that did not take a text, with how often. */
    Map<String, Integer> refused() {
        return refused;
    }

    int planted() {
        return planted;
    }

    /** All of it; so many submissions that every text has been in a story, at most {@code most}. */
    void plant(int most) throws IOException, InterruptedException {
        String version = offer();
        int stories = Math.min(most, (texts.size() + IN_ONE - 1) / IN_ONE);
        for (int story = 0; story < stories; story++) {
            http = Crowd.client();
            submit(story, version);
        }
        view();
    }

    private String offer() throws IOException, InterruptedException {
        JsonNode offer = ask(Asker.NOBODY, "GET", "/api/v1/public/green-channel?region=620823&uscc=" + MEMBER, null);
        return offer.at("/offer/textVersion").asString();
    }

    private String text(int turn) {
        return texts.get(turn % texts.size());
    }

    private String story(int story) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < IN_ONE; i++) {
            some.add(text(story * IN_ONE + i));
        }
        return "买的东西坏了。" + String.join("\n", some);
    }

    private void submit(int story, String version) throws IOException, InterruptedException {
        boolean member = story % 3 == 0;
        Map<String, Object> form = form(story, member, version);
        HttpResponse<byte[]> answer = send(Asker.NOBODY, "POST", "/api/v1/submissions", form);
        for (int again = 0; answer.statusCode() == 422 && again < 3; again++) {
            for (JsonNode error : JSON.readTree(answer.body()).path("errors")) {
                String field = error.get("field").asString();
                refused.merge(field, 1, Integer::sum);
                harmless(form, field);
            }
            answer = send(Asker.NOBODY, "POST", "/api/v1/submissions", form);
        }
        if (answer.statusCode() != 201) {
            throw new IOException("A story is not taken: " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        count(form, "");
        JsonNode told = JSON.readTree(answer.body());
        Receipt receipt = new Receipt(
                told.at("/cases/0/caseNo").asString(),
                told.get("submissionNo").asString(),
                told.get("trackingCode").asString(),
                member);
        receipts.add(receipt);
        afterwards(story, receipt);
    }

    private Map<String, Object> form(int story, boolean member, String version) {
        int turn = story * 7;
        Map<String, Object> person = new LinkedHashMap<>(Map.of(
                "name", text(turn),
                "phone", "1990%07d".formatted(story),
                "address", "崇信县锦屏镇" + text(turn + 1)));
        Map<String, Object> merchantGiven = new LinkedHashMap<>(Map.of(
                "name",
                member ? "样例家电商场" : text(turn + 2),
                "address",
                "崇信县锦屏镇" + text(turn + 3),
                "regionCode",
                "620823",
                "type",
                "SHOP"));
        if (member) {
            merchantGiven.put("uscc", MEMBER);
        }
        Map<String, Object> goods =
                new LinkedHashMap<>(Map.of("brand", text(turn + 4), "model", text(turn + 5), "batch", text(turn + 6)));
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "channel",
                "WEB",
                "kinds",
                List.of("COMPLAINT"),
                "person",
                person,
                "merchant",
                merchantGiven,
                "goods",
                goods,
                "content",
                story(story),
                "demands",
                List.of("REFUND"),
                "amount",
                "198.00"));
        if (member) {
            form.put(
                    "consents",
                    Map.of(
                            "disclosure",
                            true,
                            "entrustedMediation",
                            false,
                            "greenChannel",
                            true,
                            "greenChannelText",
                            version,
                            "injured",
                            false));
        }
        return form;
    }

    /** What a field does not take is an ordinary word there. */
    @SuppressWarnings("unchecked")
    private static void harmless(Map<String, Object> form, String field) {
        Map<String, Object> at = form;
        String[] path = field.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            at = (Map<String, Object>) at.get(path[i]);
        }
        String last = path[path.length - 1];
        if (!(at.get(last) instanceof String)) {
            throw new IllegalStateException("the rig: " + field + " was refused");
        }
        at.put(last, last.equals("address") ? "崇信县锦屏镇东街" : "样例");
    }

    @SuppressWarnings("unchecked")
    private void count(Map<String, Object> form, String before) {
        form.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                count((Map<String, Object>) inner, before + name + ".");
            } else if (value instanceof String text && text.contains(mark)) {
                took(before + name, text);
            }
        });
    }

    private void took(String field, String text) {
        taken.merge(field, 1, Integer::sum);
        planted += text.split(java.util.regex.Pattern.quote(mark), -1).length - 1;
    }

    /** The consumer adds to it, an officer notes, merchant and consumer talk. */
    private void afterwards(int story, Receipt receipt) throws IOException, InterruptedException {
        String said = story(story + 1);
        tries(
                "supplement",
                said,
                Asker.NOBODY,
                "/api/v1/submissions/" + receipt.submissionNo() + "/supplements",
                Map.of("trackingCode", receipt.trackingCode(), "caseNo", receipt.caseNo(), "text", said));
        String noted = story(story + 2);
        tries(
                "note",
                noted,
                officer,
                "/api/v1/cases/" + receipt.caseNo() + "/acts/add-note",
                Map.of("remark", noted, "note", noted));
        if (!receipt.merchantHasIt()) {
            return;
        }
        String answered = story(story + 3);
        String desk = "/api/v1/merchant/items/" + receipt.caseNo();
        tries("merchant's answer", answered, merchant, desk + "/messages", Map.of("text", answered));
        String asked = story(story + 4);
        tries(
                "consumer's words",
                asked,
                Asker.NOBODY,
                "/api/v1/submissions/" + receipt.submissionNo() + "/green-channel/messages",
                Map.of("trackingCode", receipt.trackingCode(), "caseNo", receipt.caseNo(), "text", asked));
        String offered = story(story + 5);
        tries(
                "merchant's proposal",
                offered,
                merchant,
                desk + "/proposals",
                Map.of("remedy", "EXCHANGE", "text", offered));
    }

    private void view() throws IOException, InterruptedException {
        // a view's name is short
        for (String one : texts.stream().filter(text -> text.length() <= 20).toList()) {
            tries(
                    "view's name",
                    one,
                    officer,
                    "/api/v1/views",
                    Map.of("name", one, "filter", Map.of(), "shared", false));
        }
    }

    private void tries(String field, String text, Asker who, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(who, "POST", path, body);
        if (answer.statusCode() < 300) {
            took(field, text);
        } else if (answer.statusCode() < 500) {
            refused.merge(field + " (" + answer.statusCode() + ")", 1, Integer::sum);
        } else {
            throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private JsonNode ask(Asker who, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        return JSON.readTree(send(who, method, path, body).body());
    }

    private HttpResponse<byte[]> send(Asker who, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = who.at(URI.create(Asker.ROOT + path)).header("Content-Type", "application/json");
        return who.send(
                http,
                request.method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
