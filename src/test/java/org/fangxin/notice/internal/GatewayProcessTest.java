package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.fangxin.notice.internal.Carrier.Outcome;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.internal.NoticeSettings.Reports;
import org.fangxin.notice.internal.NoticeSettings.Sms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A gateway in another process that answers slowly, twice, wrongly and not at all, and one that is killed. */
class GatewayProcessTest {
    private static Process gateway;
    private static BufferedReader said;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        GatewayProcess.class.getName())
                .start();
        said = new BufferedReader(new InputStreamReader(gateway.getInputStream(), StandardCharsets.UTF_8));
        port = Integer.parseInt(said.readLine());
    }

    @AfterAll
    static void stop() {
        gateway.destroyForcibly();
    }

    @Test
    void aSlowOneIsWaitedForAsLongAsWasSaid() {
        assertThat(carry("/slow", Duration.ofSeconds(20))).isEqualTo(new Outcome.Accepted("G-77"));
        assertThat(carry("/slow", Duration.ofMillis(300))).isEqualTo(new Outcome.Trouble("SMS_TIMEOUT", true));
    }

    @Test
    void oneThatAnswersTwiceIsUnderstoodOnceAndAskedOnce() {
        assertThat(carry("/twice", Duration.ofSeconds(20))).isEqualTo(new Outcome.Accepted("G-77"));
        assertThat(carry("/good", Duration.ofSeconds(20))).isEqualTo(new Outcome.Accepted("G-77"));
    }

    @Test
    void aWrongAnswerAndHalfAnAnswerLeaveItOpenWhetherItWasSent() {
        assertThat(carry("/wrong", Duration.ofSeconds(20))).isEqualTo(new Outcome.Trouble("SMS_200", true));
        assertThat(carry("/cut", Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Outcome.Trouble.class,
                        trouble -> assertThat(trouble.uncertain()).isTrue());
    }

    @Test
    void aSilentOneIsGivenUpAndTheNextTryNamesTheSameMessage() {
        assertThat(carry("/silent", Duration.ofMillis(500))).isEqualTo(new Outcome.Trouble("SMS_TIMEOUT", true));
    }

    @Test
    void oneThatWasKilledIsTroubleAndTriedAgain() throws Exception {
        Process other = gateway;
        int gone = port;
        start();
        other.destroyForcibly().waitFor();
        // whether it was sent before the line broke cannot be known from here: the same id goes with the next try
        assertThat(new SmsGateway(settings(gone, "/good", Duration.ofSeconds(5)), true, JsonMapper.shared())
                        .carry(parcel()))
                .isInstanceOf(Outcome.Trouble.class);
    }

    /** Carries one; the gateway took it exactly once, whatever it answered. */
    private static Outcome carry(String path, Duration timeout) {
        Parcel parcel = parcel();
        Outcome outcome = new SmsGateway(settings(port, path, timeout), true, JsonMapper.shared()).carry(parcel);
        try {
            assertThat(said.readLine()).contains(parcel.messageId().toString());
            assertThat(said.ready()).as("asked a second time").isFalse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return outcome;
    }

    private static Parcel parcel() {
        return new Parcel(UUID.randomUUID(), "139 0000 1122", "", "您的投诉已受理。", "accepted", Map.of());
    }

    private static Sms settings(int port, String path, Duration timeout) {
        return new Sms(
                "http://127.0.0.1:" + port + path,
                "POST",
                Map.of(),
                "application/json",
                "{\"id\":\"{id}\",\"to\":\"{phone}\",\"text\":\"{sign}{text}\"}",
                "\"code\":\"0\"",
                "\"msgid\":\"([^\"]+)\"",
                "ILLEGAL_NUMBER",
                "【样例市监】",
                Map.of(),
                timeout,
                new Reports("", "", ""));
    }
}
