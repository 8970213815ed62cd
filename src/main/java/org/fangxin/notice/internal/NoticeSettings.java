package org.fangxin.notice.internal;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the program reaches a mail server and an SMS gateway; both off until named.
 *
 * @param attempts tries before an officer has to look
 * @param lease how long an instance keeps what it took; longer than any timeout below
 */
@ConfigurationProperties("fangxin.notice")
public record NoticeSettings(
        @DefaultValue("6") int attempts,
        @DefaultValue("2m") Duration lease,
        @DefaultValue Email email,
        @DefaultValue Sms sms) {
    /**
     * @param host of the mail server; none: no mail
     * @param from sender's address, also the domain of the Message-ID
     * @param security {@code NONE}, {@code STARTTLS} or {@code TLS}
     * @param reportToken what the mail server must show to hand in a mail that came back; none: none is taken
     */
    public record Email(
            @Nullable String host,
            @DefaultValue("587") int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("fangxin@localhost") String from,
            @DefaultValue("STARTTLS") Security security,
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("") String reportToken) {
        @Override
        public String toString() {
            return "Email[" + host + "]";
        }
    }

    /** How the connection to the mail server is kept from listeners. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * @param url of the gateway; none: no SMS
     * @param body with {@code {phone} {text} {sign} {template} {params} {id}}, escaped as the content type needs
     * @param success what the answer matches when the gateway took it
     * @param receipt its first group is the gateway's number of the message
     * @param refused what the answer matches when another try would be refused alike
     * @param templates id of our template → the gateway's code of it
     * @param reports how delivery reports come in
     */
    public record Sms(
            @Nullable String url,
            @DefaultValue("POST") String method,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("application/json") String contentType,

            @DefaultValue("{\"id\":\"{id}\",\"phone\":\"{phone}\",\"text\":\"{sign}{text}\"}")
            String body,

            @DefaultValue("\"code\"\\s*:\\s*\"?(0|OK)\"?") String success,

            @DefaultValue("\"(?:msgid|bizId|id)\"\\s*:\\s*\"([^\"]+)\"")
            String receipt,

            @DefaultValue("(?!)") String refused,
            @DefaultValue("") String signature,
            @DefaultValue Map<String, String> templates,
            @DefaultValue("15s") Duration timeout,
            @DefaultValue Reports reports) {
        @Override
        public String toString() {
            return "Sms[…]";
        }
    }

    /**
     * @param token what the gateway must show; none: no reports are taken
     * @param receipt its first group is the number that the gateway gave at sending
     * @param delivered what a report of success matches; any other report of a known number is a failure
     */
    public record Reports(
            @DefaultValue("") String token,

            @DefaultValue("\"(?:msgid|bizId|id)\"\\s*:\\s*\"([^\"]+)\"")
            String receipt,

            @DefaultValue("\"(?:status|report)\"\\s*:\\s*\"(?:DELIVRD|0|true)\"")
            String delivered) {
        @Override
        public String toString() {
            return "Reports[…]";
        }
    }
}
