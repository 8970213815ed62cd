package org.fangxin.safety;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every call of the API's document with the numbers, of cases and of all else, that answers told: where it can be made. */
final class Places {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final List<String> LEAVE = List.of("/session", "/people", "/clients");

    /** One call, with a value for each of its parameters. */
    record Place(String method, String template, Map<String, String> values, JsonNode described) {
        String path() {
            String path = template;
            for (Map.Entry<String, String> one : values.entrySet()) {
                path = path.replace(
                        "{" + one.getKey() + "}",
                        URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
            }
            return path;
        }
    }

    private record Call(String method, String template, List<String> names, JsonNode described) {}

    private final int most;
    private final List<Call> calls = new ArrayList<>();
    private final Map<Call, Set<Map<String, String>>> known = new LinkedHashMap<>();

    /** @param most so many places of each call */
    Places(int most) throws IOException {
        this.most = most;
        JsonMapper.shared()
                .readTree(Files.readAllBytes(Requests.CONTRACT))
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().forEach(one -> add(path.getKey(), one.getKey(), one.getValue())));
    }

    private void add(String template, String method, JsonNode described) {
        List<String> names = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(template);
        while (parameter.find()) {
            names.add(parameter.group(1));
        }
        // who signs out or takes somebody's account away sees nothing more; a stream never ends
        boolean reads = method.equals("get");
        boolean stays = reads || !method.equals("delete") && LEAVE.stream().noneMatch(template::contains);
        if (stays && !described.toString().contains("text/event-stream")) {
            calls.add(new Call(method.toUpperCase(Locale.ROOT), template, names, described));
        }
    }

    /** Calls that need nothing. */
    List<Place> first() {
        return learn(Map.of(), JsonMapper.shared().createObjectNode());
    }

    /**
     * What can be made now and could not before.
     *
     * @param told the values with which this was asked
     * @param answer in which numbers of other things stand
     */
    List<Place> learn(Map<String, String> told, JsonNode answer) {
        List<Place> fresh = new ArrayList<>();
        for (Call call : calls) {
            for (Map<String, String> values : values(call.names(), told, answer)) {
                Set<Map<String, String>> before = known.computeIfAbsent(call, none -> new LinkedHashSet<>());
                if (before.size() < most && before.add(values)) {
                    fresh.add(new Place(call.method(), call.template(), values, call.described()));
                }
            }
        }
        return fresh;
    }

    private List<Map<String, String>> values(List<String> names, Map<String, String> told, JsonNode answer) {
        List<Map<String, String>> all = List.of(Map.of());
        for (String name : names) {
            List<String> some = told.containsKey(name)
                    ? List.of(told.get(name))
                    : answer.findValuesAsString(name).stream()
                            .filter(one -> !one.isEmpty())
                            .distinct()
                            .limit(most)
                            .toList();
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (String value : some) {
                    Map<String, String> more = new LinkedHashMap<>(one);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
