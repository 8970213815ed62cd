package org.fangxin.safety;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One who is signed in reads all that he is given, and writes texts into all that he may write. */
final class Walk {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ONE_ADDRESS = 100;
    private static final int DEEPEST = 4;

    /** Takes in what was answered. */
    interface Reader {
        void read(String where, HttpResponse<byte[]> answer);
    }

    private final Asker who;
    private final Reader reader;
    private final Places places;
    private final List<Places.Place> writable = new ArrayList<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private HttpClient http;
    private int asked;

    /** @param most so many places of each call */
    Walk(Asker who, int most, Reader reader) throws IOException {
        this.who = who;
        this.reader = reader;
        this.places = new Places(most);
        this.http = Crowd.client();
    }

    Map<Integer, Integer> answers() {
        return answers;
    }

    int asked() {
        return asked;
    }

    /** Everything that can be read, beginning with these cases. */
    void read(List<String> cases) throws IOException, InterruptedException {
        Deque<Places.Place> next = new ArrayDeque<>(places.first());
        for (String caseNo : cases) {
            next.addAll(places.learn(Map.of("caseNo", caseNo), JSON.createObjectNode()));
        }
        for (Places.Place place = next.poll(); place != null; place = next.poll()) {
            if (place.method().equals("GET")) {
                HttpResponse<byte[]> answer = send(place, null);
                if (answer.statusCode() == 200) {
                    next.addAll(places.learn(place.values(), json(answer)));
                }
            } else {
                writable.add(place);
            }
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            return type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
        } catch (JacksonException cut) {
            throw new IllegalStateException("the rig: an answer that cannot be read", cut);
        }
    }

    /** Into every field of every call that was met while reading. */
    void write(List<String> texts, long seed) throws IOException, InterruptedException {
        Filler filler = new Filler(texts, new Random(seed));
        for (Places.Place place : writable) {
            JsonNode schema = place.described().at("/requestBody/content/application~1json/schema");
            send(
                    place,
                    schema.isMissingNode() ? null : JSON.writeValueAsString(filler.value(schema, place.values(), 0)));
        }
    }

    private HttpResponse<byte[]> send(Places.Place place, @Nullable String body)
            throws IOException, InterruptedException {
        if (++asked % ONE_ADDRESS == 0) {
            http = Crowd.client();
        }
        HttpRequest.Builder request =
                who.at(URI.create(Asker.ROOT + place.path())).header("Content-Type", "application/json");
        request.method(
                place.method(),
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = who.send(http, request);
        answers.merge(answer.statusCode(), 1, Integer::sum);
        reader.read(place.method() + " " + place.template(), answer);
        return answer;
    }

    /** Bodies as the API's document describes them, with a text wherever one is free to be written. */
    private static final class Filler {
        private final List<String> texts;
        private final Random random;
        private final JsonNode contract;

        Filler(List<String> texts, Random random) throws IOException {
            this.texts = texts;
            this.random = random;
            this.contract = JSON.readTree(java.nio.file.Files.readAllBytes(Requests.CONTRACT));
        }

        Object value(JsonNode schema, Map<String, String> known, int depth) {
            JsonNode now = schema;
            while (now.has("$ref")) {
                now = contract.at(now.get("$ref").asString().substring(1));
            }
            JsonNode type = now.path("type").isArray() ? now.path("type").get(0) : now.path("type");
            return switch (type.asString("string")) {
                case "object" -> object(now, known, depth);
                case "array" -> depth > DEEPEST ? List.of() : List.of(value(now.path("items"), known, depth + 1));
                case "integer", "number" -> 1 + random.nextInt(3);
                case "boolean" -> random.nextBoolean();
                default -> text(now);
            };
        }

        private Map<String, Object> object(JsonNode schema, Map<String, String> known, int depth) {
            Map<String, Object> made = new LinkedHashMap<>();
            if (schema.has("additionalProperties")) {
                List.of("remark", "note", "reason", "reasons", "words", "text", "result", "facts")
                        .forEach(name -> made.put(name, text(schema.path("none"))));
            }
            schema.path("properties").properties().forEach(one -> {
                String name = one.getKey();
                if (known.containsKey(name)) {
                    made.put(name, known.get(name));
                } else if (depth <= DEEPEST) {
                    made.put(name, value(one.getValue(), known, depth + 1));
                }
            });
            return made;
        }

        private String text(JsonNode schema) {
            JsonNode choices = schema.path("enum");
            if (!choices.isEmpty()) {
                return choices.get(random.nextInt(choices.size())).asString();
            }
            return switch (schema.path("format").asString("")) {
                case "date" -> "2026-11-27";
                case "date-time" -> "2026-11-27T10:00:00+08:00";
                default -> texts.get(random.nextInt(texts.size()));
            };
        }
    }
}
