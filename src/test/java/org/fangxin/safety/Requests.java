package org.fangxin.safety;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests made of the API's own document: each as it describes it, then spoilt in one or several places. */
final class Requests {
    static final Path CONTRACT = Path.of("api/openapi.json");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEPEST = 5;
    private static final int DEEP = 600;
    private static final int LONG = 70_000;
    private static final List<String> KNOWN = List.of(
            "620823",
            "620823-261127-0001",
            "620823-261127-J0001",
            "P1",
            "COMPLAINT",
            "REPORT",
            "2026-11-27",
            "1",
            "0",
            "accept",
            "me");
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "-1",
            "0",
            "1",
            "9223372036854775808",
            "1e400",
            "NaN",
            "true",
            "null",
            "undefined",
            "2026-02-30",
            "0000-00-00",
            "2026-11-27T25:61:00",
            "９９９",
            "张三",
            "👨‍👩‍👧",
            "\ud800",
            "％",
            "%",
            "%00",
            "../../etc/passwd",
            "' or 1=1 --",
            "\"; drop table x",
            "<script>1</script>",
            "${7*7}",
            "=1+1",
            "\r\nX-Injected: 1",
            "[",
            "{",
            "\\",
            "*",
            "?",
            "620823",
            "00",
            "999999999999");

    /** One request. */
    record Request(String method, String path, @Nullable String body) {}

    private record Operation(String method, String path, JsonNode described) {}

    private final JsonNode contract;
    private final List<Operation> operations = new ArrayList<>();
    private final Random random;

    Requests(long seed) throws java.io.IOException {
        this.contract = JSON.readTree(Files.readAllBytes(CONTRACT));
        this.random = new Random(seed);
        contract.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    // an open stream never ends, and whoever signs out is nobody afterwards
                    boolean leaves =
                            one.getKey().equals("delete") && path.getKey().equals("/api/v1/session");
                    if (!leaves && !one.getValue().toString().contains("text/event-stream")) {
                        operations.add(new Operation(
                                one.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), one.getValue()));
                    }
                }));
    }

    int operations() {
        return operations.size();
    }

    Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String path = operation.path();
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.get("name").asString();
            String value = text(scalar(parameter.path("schema")));
            if (parameter.get("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "1" : value));
            } else if (parameter.get("in").asString().equals("query") && random.nextInt(3) > 0) {
                query.put(name, value);
            }
        }
        String asked = query.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return new Request(
                operation.method(), asked.isEmpty() ? path : path + "?" + asked, body(operation.described()));
    }

    private @Nullable String body(JsonNode described) {
        JsonNode schema = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return null;
        }
        String whole = JSON.writeValueAsString(value(schema, 0));
        return switch (random.nextInt(12)) {
            case 0 -> whole.substring(0, random.nextInt(whole.length() + 1));
            case 1 -> "[" + whole + "]";
            case 2 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 3 -> "\"" + "字".repeat(LONG) + "\"";
            case 4 -> "";
            default -> whole;
        };
    }

    /** A value of the schema; each part is another now and then. */
    private @Nullable Object value(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        int spoilt = random.nextInt(14);
        if (spoilt == 0) {
            return null;
        } else if (spoilt == 1) {
            return word();
        } else if (spoilt == 2 && depth > 0) {
            return random.nextBoolean() ? List.of(Map.of("x", word())) : random.nextLong();
        }
        return switch (type(known)) {
            case "object" -> depth > DEEPEST ? Map.of() : object(known, depth);
            case "array" -> depth > DEEPEST ? List.of() : array(known, depth);
            default -> scalar(known);
        };
    }

    private Map<String, Object> object(JsonNode schema, int depth) {
        Map<String, Object> made = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(one -> {
            if (random.nextInt(5) > 0) {
                made.put(one.getKey(), value(one.getValue(), depth + 1));
            }
        });
        if (random.nextInt(6) == 0) {
            // what nobody may set by naming it
            made.put(random.nextBoolean() ? "agencyCode" : "roles", word());
        }
        return made;
    }

    private List<Object> array(JsonNode schema, int depth) {
        List<Object> made = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            made.add(value(schema.path("items"), depth + 1));
        }
        return made;
    }

    private Object scalar(JsonNode schema) {
        JsonNode known = resolved(schema);
        if (known.has("enum") && random.nextInt(4) > 0) {
            JsonNode all = known.get("enum");
            return text(all.get(random.nextInt(all.size())).asString());
        }
        return switch (type(known)) {
            case "integer" -> random.nextInt(3) == 0 ? random.nextLong() : (Object) random.nextInt(50);
            case "number" -> random.nextDouble() * Math.pow(10, random.nextInt(30) - 10);
            case "boolean" -> random.nextBoolean();
            default -> random.nextBoolean() ? KNOWN.get(random.nextInt(KNOWN.size())) : word();
        };
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode now = schema;
        while (now.has("$ref")) {
            now = contract.at(now.get("$ref").asString().substring(1));
        }
        return now;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asString();
        }
        return type.isMissingNode() ? (schema.has("properties") ? "object" : "string") : type.asString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
