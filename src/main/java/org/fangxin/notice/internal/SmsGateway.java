package org.fangxin.notice.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Sms;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends SMS through any gateway that speaks HTTP: address, headers, body and what its answers mean are configuration. The
 * message's id goes along at every try, for gateways that know a repetition by it.
 */
@Component
class SmsGateway implements Carrier {
    private static final Pattern NAME = Pattern.compile("\\{(phone|text|sign|template|params|id)}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int LONGEST_PROOF = 80;
    private static final int OK = 200;
    private static final int MULTIPLE = 300;
    private static final int TOO_MANY = 429;
    private static final int SERVER = 500;

    private final Sms settings;
    private final boolean demo;
    private final JsonMapper json;
    private final HttpClient client;

    @Autowired
    SmsGateway(NoticeSettings settings, @Value("${fangxin.demo:false}") boolean demo, JsonMapper json) {
        this(settings.sms(), demo, json);
    }

    SmsGateway(Sms settings, boolean demo, JsonMapper json) {
        this.settings = settings;
        this.demo = demo;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public NoticeChannel channel() {
        return NoticeChannel.SMS;
    }

    @Override
    public Optional<String> off() {
        String url = settings.url();
        if (url == null || url.isBlank()) {
            return Optional.of("没有配置短信网关（fangxin.notice.sms.url）。");
        }
        String host = URI.create(url).getHost();
        return NoticeConfiguration.demoRefuses(demo, host == null ? "" : host);
    }

    @Override
    public Outcome carry(Parcel parcel) {
        String phone = parcel.to().replaceAll("[\\s-]", "").replaceFirst("^\\+?86", "");
        if (!MOBILE.matcher(phone).matches()) {
            return new Outcome.Refused("NOT_MOBILE");
        }
        try {
            return answer(client.send(request(parcel, phone), BodyHandlers.ofString(StandardCharsets.UTF_8)), parcel);
        } catch (HttpTimeoutException e) {
            return new Outcome.Trouble("SMS_TIMEOUT", true);
        } catch (IOException e) {
            return new Outcome.Trouble("SMS_" + e.getClass().getSimpleName(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Trouble("SMS_INTERRUPTED", true);
        }
    }

    private HttpRequest request(Parcel parcel, String phone) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(fill(String.valueOf(settings.url()), parcel, phone, SmsGateway::urlEncoded)))
                .timeout(settings.timeout())
                .header("Content-Type", settings.contentType() + "; charset=UTF-8")
                .method(
                        settings.method(),
                        settings.method().equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(fill(settings.body(), parcel, phone, escaping())));
        settings.headers().forEach(request::header);
        return request.build();
    }

    private UnaryOperator<String> escaping() {
        if (settings.contentType().contains("json")) {
            return this::jsonEscaped;
        }
        return settings.contentType().contains("form") ? SmsGateway::urlEncoded : UnaryOperator.identity();
    }

    private String fill(String template, Parcel parcel, String phone, UnaryOperator<String> escape) {
        Map<String, String> values = new HashMap<>();
        values.put("phone", phone);
        values.put("text", parcel.body());
        values.put("sign", settings.signature());
        values.put("template", settings.templates().getOrDefault(parcel.template(), parcel.template()));
        values.put("params", json.writeValueAsString(parcel.values()));
        values.put("id", parcel.messageId().toString());
        return NAME.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(found.group(1), ""))));
    }

    private Outcome answer(HttpResponse<String> response, Parcel parcel) {
        int status = response.statusCode();
        String body = response.body() == null ? "" : response.body();
        if (status >= OK && status < MULTIPLE && found(settings.success(), body)) {
            return new Outcome.Accepted(
                    group(settings.receipt(), body).orElse(parcel.messageId().toString()));
        }
        if (found(settings.refused(), body) || status >= 400 && status < SERVER && status != TOO_MANY) {
            return new Outcome.Refused("SMS_" + status);
        }
        return new Outcome.Trouble("SMS_" + status, status < MULTIPLE);
    }

    /** The first group of a pattern, as a number that can be kept. */
    static Optional<String> group(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() && matcher.groupCount() > 0
                ? Optional.ofNullable(matcher.group(1)).map(SmsGateway::kept)
                : Optional.empty();
    }

    static boolean found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private static String kept(String proof) {
        String plain = proof.replaceAll("[^A-Za-z0-9._^:-]", "");
        return plain.length() > LONGEST_PROOF ? plain.substring(0, LONGEST_PROOF) : plain;
    }

    private String jsonEscaped(String value) {
        String quoted = json.writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String urlEncoded(@Nullable String value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
