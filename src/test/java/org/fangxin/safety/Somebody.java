package org.fangxin.safety;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Somebody invented who complains or reports, told by a number. */
record Somebody(int number) {
    private static final String STREET = "雀翎巷七十三号";

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

    /** All of them submit; every second one reports. */
    static void tell(List<Somebody> people) throws IOException, InterruptedException {
        HttpClient http = Crowd.client();
        for (Somebody one : people) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(Asker.ROOT.resolve("/api/v1/submissions"))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", "somebody-" + one.number())
                            .POST(HttpRequest.BodyPublishers.ofString(one.body(), StandardCharsets.UTF_8))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("the rig: not taken: " + answer.body());
            }
        }
    }
}
