package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.fangxin.notice.internal.Carrier.Outcome;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.internal.NoticeSettings.Reports;
import org.fangxin.notice.internal.NoticeSettings.Sms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A gateway of this machine that answers well, slowly, wrongly and not at all. */
class SmsTest {
    private static final Parcel PARCEL = new Parcel(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "139 0000 1122",
            "",
            "您的投诉（尾号\"0012\"）已受理。",
            "accepted",
            Map.of("尾号", "0012"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer gateway;
    private volatile Answer answer = exchange -> send(exchange, 200, "{\"code\":\"0\",\"msgid\":\"G-77\"}");

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/send", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer.to(exchange);
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        gateway.stop(0);
    }

    @Test
    void sendsTheFilledBodyAndKeepsTheGatewaysNumber() {
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL)).isEqualTo(new Outcome.Accepted("G-77"));
        assertThat(asked)
                .containsExactly("{\"id\":\"" + PARCEL.messageId()
                        + "\",\"to\":\"13900001122\",\"text\":\"【样例市监】您的投诉（尾号\\\"0012\\\"）已受理。\",\"tpl\":\"SMS_1\"}");
    }

    @Test
    void doesNotKnowWhetherASlowGatewaySentAndNamesTheSameMessageAtTheNextTry() {
        answer = exchange -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
        SmsGateway sms = gateway(Duration.ofSeconds(3));

        assertThat(sms.carry(PARCEL)).isEqualTo(new Outcome.Trouble("SMS_TIMEOUT", true));
        answer = exchange -> send(exchange, 200, "{\"code\":\"0\",\"msgid\":\"G-78\"}");
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL)).isEqualTo(new Outcome.Accepted("G-78"));
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).contains(PARCEL.messageId().toString()));
    }

    @Test
    void triesAgainAfterNonsenseAndAfterAGatewaysOwnFault() {
        answer = exchange -> send(exchange, 200, "<html>维护中</html>");
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL)).isEqualTo(new Outcome.Trouble("SMS_200", true));
        answer = exchange -> send(exchange, 502, "");
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL)).isEqualTo(new Outcome.Trouble("SMS_502", false));
    }

    @Test
    void takesARefusalForGood() {
        answer = exchange -> send(exchange, 200, "{\"code\":\"ILLEGAL_NUMBER\"}");
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL)).isEqualTo(new Outcome.Refused("SMS_200"));
    }

    @Test
    void doesNotKnowWhenTheLineBreaks() {
        answer = HttpExchange::close;
        assertThat(gateway(Duration.ofSeconds(30)).carry(PARCEL))
                .isInstanceOfSatisfying(
                        Outcome.Trouble.class,
                        trouble -> assertThat(trouble.uncertain()).isTrue());
    }

    @Test
    void asksNobodyForANumberThatIsNoMobile() {
        Parcel landline = new Parcel(PARCEL.messageId(), "0933-6121315", "", "", "accepted", Map.of());
        assertThat(gateway(Duration.ofSeconds(30)).carry(landline)).isEqualTo(new Outcome.Refused("NOT_MOBILE"));
        assertThat(asked).isEmpty();
    }

    @Test
    void isOffWithoutAddressAndInADemoForAnyOtherMachine() {
        assertThat(new SmsGateway(settings(null, Duration.ofSeconds(1)), false, JsonMapper.shared()).off())
                .contains("没有配置短信网关（fangxin.notice.sms.url）。");
        assertThat(new SmsGateway(
                                settings("https://sms.example.cn/send", Duration.ofSeconds(1)),
                                true,
                                JsonMapper.shared())
                        .off())
                .isPresent();
    }

    private SmsGateway gateway(Duration timeout) {
        String url = "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send";
        return new SmsGateway(settings(url, timeout), true, JsonMapper.shared());
    }

    private static Sms settings(String url, Duration timeout) {
        return new Sms(
                url,
                "POST",
                Map.of("X-Key", "k"),
                "application/json",
                "{\"id\":\"{id}\",\"to\":\"{phone}\",\"text\":\"{sign}{text}\",\"tpl\":\"{template}\"}",
                "\"code\":\"0\"",
                "\"msgid\":\"([^\"]+)\"",
                "ILLEGAL_NUMBER",
                "【样例市监】",
                Map.of("accepted", "SMS_1"),
                timeout,
                new Reports("", "", ""));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
