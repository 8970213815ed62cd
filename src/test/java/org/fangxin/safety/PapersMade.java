package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every paper that a case may have now, laid out and issued with texts in all of its blanks. */
final class PapersMade {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CREATED = 201;

    private final List<String> texts;
    private final Map<String, Integer> issued = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private int turn;

    PapersMade(List<String> texts) {
        this.texts = texts;
    }

    /** How many of each form. */
    Map<String, Integer> issued() {
        return issued;
    }

    /** Forms that were laid out and not issued, with the answer's number. */
    Map<String, Integer> refused() {
        return refused;
    }

    void make(Asker who, String caseNo) throws IOException, InterruptedException {
        HttpClient http = Crowd.client();
        String papers = "/api/v1/cases/" + caseNo + "/documents";
        JsonNode list = JSON.readTree(
                who.send(http, who.at(URI.create(Asker.ROOT + papers))).body());
        for (JsonNode form : list.path("forms")) {
            make(who, http, papers, form.get("form").asString());
        }
    }

    private void make(Asker who, HttpClient http, String papers, String form) throws IOException, InterruptedException {
        JsonNode blank = JSON.readTree(post(who, http, papers + "/preview", Map.of("form", form, "fields", Map.of()))
                .body());
        Map<String, Object> fields = new LinkedHashMap<>();
        for (JsonNode one : blank.path("blanks")) {
            fields.put(one.get("name").asString(), texts.get(turn++ % texts.size()));
        }
        HttpResponse<byte[]> answer = filled(who, http, papers, form, fields);
        if (answer.statusCode() == CREATED) {
            issued.merge(form, 1, Integer::sum);
        } else {
            refused.merge(form + " " + answer.statusCode(), 1, Integer::sum);
        }
    }

    /** A blank that takes no free text is left as it was; the others keep theirs. */
    private HttpResponse<byte[]> filled(
            Asker who, HttpClient http, String papers, String form, Map<String, Object> fields)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(who, http, papers + "/preview", Map.of("form", form, "fields", fields));
        for (int again = 0; again <= fields.size(); again++) {
            answer = post(who, http, papers, Map.of("form", form, "fields", fields));
            JsonNode errors = answer.statusCode() == CREATED
                    ? JSON.createObjectNode()
                    : JSON.readTree(answer.body()).path("errors");
            int before = fields.size();
            errors.forEach(one -> fields.remove(one.path("field").asString("").replaceFirst("^fields\\.", "")));
            if (fields.size() == before) {
                break;
            }
        }
        return answer;
    }

    private HttpResponse<byte[]> post(Asker who, HttpClient http, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        return who.send(
                http,
                who.at(URI.create(Asker.ROOT + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }
}
