package org.fangxin.safety;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.intake.Canary;
import tools.jackson.databind.json.JsonMapper;

/** R12: who complained and who reported is looked for in the bytes of the backup and of its log, in every form. */
final class BackupSearched implements Experiment {
    private static final String STREET = "雀翎巷七十三号";

    @Override
    public String id() {
        return "R12";
    }

    @Override
    public String promise() {
        return "备份和日志归档的字节里，任何写法都找不到投诉人、举报人的姓名、电话、身份证号、地址、邮箱";
    }

    @Override
    public String plant() {
        return "一个明文的姓名列";
    }

    @Override
    public int usualRounds() {
        return 20;
    }

    @Override
    public String unit() {
        return "people";
    }

    /** Somebody invented, told by a number. */
    private record Somebody(int number) {
        String name() {
            return "雀翎" + (char) ('甲' + number % 10) + (char) ('一' + number);
        }

        String phone() {
            return "1987654%04d".formatted(number);
        }

        String idNumber() {
            String seventeen = "62082319900101%03d".formatted(number);
            int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
            int sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += (seventeen.charAt(i) - '0') * weights[i];
            }
            return seventeen + "10X98765432".charAt(sum % 11);
        }

        String email() {
            return "quelin%d@example.cn".formatted(number);
        }

        List<String> marks() {
            return List.of(name(), phone(), idNumber(), STREET + number, email());
        }

        String body() {
            return JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "channel", "WEB",
                            "kinds", List.of(number % 2 == 0 ? "REPORT" : "COMPLAINT"),
                            "person",
                                    Map.of(
                                            "name",
                                            name(),
                                            "phone",
                                            phone(),
                                            "idNumber",
                                            idNumber(),
                                            "email",
                                            email(),
                                            "address",
                                            "崇信县锦屏镇" + STREET + number),
                            "merchant",
                                    Map.of(
                                            "name",
                                            "虚构的电器商场",
                                            "address",
                                            "崇信县锦屏镇西街",
                                            "regionCode",
                                            "620823",
                                            "type",
                                            "SHOP"),
                            "content", "冰箱第二天就不制冷，商家不给退。",
                            "demands", List.of("REFUND"),
                            "amount", "198.00"));
        }
    }

    @Override
    public Outcome measured(Setting setting) throws Exception {
        return search(setting, "r12", home -> {});
    }

    @Override
    public Outcome control(Setting setting) throws Exception {
        return search(
                setting,
                "r12-control",
                home -> home.run(
                        "create table public.told (name text)",
                        "insert into public.told values ('" + new Somebody(0).name() + "')"));
    }

    private static Outcome search(Setting setting, String name, LostMachine.Work plant) throws Exception {
        List<Somebody> people = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            people.add(new Somebody(i));
            marks.addAll(people.getLast().marks());
        }
        try (LostMachine machine = LostMachine.lose(setting, name, home -> tell(people, plant, home), home -> {})) {
            Map<String, String> breaks = new LinkedHashMap<>();
            Map<String, Set<String>> found = new Canary(marks).below(machine.backup());
            found.forEach((file, what) ->
                    breaks.put("in the backup: " + file.replaceAll("\\d{8}-\\d{6}", "…"), what.toString()));
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("words", marks.size());
            try (Stream<Path> all = Files.walk(machine.backup())) {
                figures.put("files", all.filter(Files::isRegularFile).count());
            }
            return new Outcome(setting.rounds(), figures, breaks);
        }
    }

    private static void tell(List<Somebody> people, LostMachine.Work plant, Home home) throws Exception {
        HttpClient http = Crowd.client();
        for (Somebody one : people) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(Asker.ROOT.resolve("/api/v1/submissions"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "r12-" + one.number())
                            .POST(HttpRequest.BodyPublishers.ofString(one.body(), StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("the rig: not taken: " + answer.body());
            }
        }
        plant.on(home);
    }
}
