package org.fangxin.notice.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.store.WordingStore;
import org.fangxin.region.Agencies;
import org.fangxin.region.Agency;
import org.springframework.stereotype.Component;

/** The words of each template and channel: those that come with the program, or an agency's own. */
@Component
public final class Wording {
    /** A text, filled or with its placeholders. {@code subject} is empty where the channel has none. */
    public record Text(String subject, String body) {}

    /** What a wording may speak of. */
    public static final Set<String> PLACEHOLDERS = Set.of("机关", "尾号", "编号", "日期", "材料", "时间", "方式", "电话", "验证码");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final int SMS_ALONE = 70;
    private static final int SMS_PART = 67;

    private final Properties shipped;
    private final WordingStore store;
    private final Agencies agencies;

    Wording(WordingStore store, Agencies agencies) {
        this.shipped = shipped();
        this.store = store;
        this.agencies = agencies;
    }

    private static Properties shipped() {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream("/notice/wording.properties"));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** All templates, by id, in alphabetical order. */
    public List<String> templates() {
        Set<String> ids = new TreeSet<>();
        shipped.stringPropertyNames().forEach(key -> ids.add(key.substring(0, key.indexOf('.'))));
        return List.copyOf(ids);
    }

    /** What the desk calls it. */
    public String title(String template) {
        return shipped.getProperty(template + ".title", template);
    }

    /** The words that come with the program; empty when the template does not go by this channel. */
    public Optional<Text> standard(String template, NoticeChannel channel) {
        String key = switch (channel) {
            case IN_APP -> "page";
            case SMS -> "sms";
            case EMAIL, LETTER -> "mail";
            case PHONE -> "phone";
        };
        String subject = channel == NoticeChannel.EMAIL ? shipped.getProperty(template + ".subject", "") : "";
        return Optional.ofNullable(shipped.getProperty(template + "." + key)).map(body -> new Text(subject, body));
    }

    /** The words that hold for an agency: its own, else of the nearest agency above, else the program's. */
    public Optional<Text> of(String agency, String template, NoticeChannel channel) {
        return store.nearest(line(agency), template, channel)
                .map(chosen -> new Text(chosen.subject(), chosen.body()))
                .or(() -> standard(template, channel));
    }

    /** The filled words. A template without words for the channel says that there is something new. */
    Text fill(String agency, String template, NoticeChannel channel, Map<String, String> values) {
        Text words = of(agency, template, channel)
                .or(() -> of(agency, "message", channel))
                .orElseThrow();
        return new Text(fill(words.subject(), values), fill(words.body(), values));
    }

    /** Fills placeholders; one without a value is left out. */
    public static String fill(String words, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }

    /** Placeholders that nobody fills. */
    public static List<String> unknown(String words) {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(words);
        while (matcher.find()) {
            if (!PLACEHOLDERS.contains(matcher.group(1))) {
                unknown.add(matcher.group());
            }
        }
        return unknown;
    }

    /** How many parts an SMS of this text has, with its signature: 70 characters alone, 67 a part of a longer one. */
    public static int parts(String text) {
        int length = text.length();
        return length <= SMS_ALONE ? 1 : (length + SMS_PART - 1) / SMS_PART;
    }

    public String agencyName(String code) {
        return agencies.find(code).map(Agency::name).orElse(code.toUpperCase(Locale.ROOT));
    }

    private List<String> line(String agency) {
        List<String> line = new ArrayList<>();
        Optional<Agency> next = agencies.find(agency);
        while (next.isPresent()) {
            line.add(next.get().code());
            next = agencies.superior(next.get().code());
        }
        return line;
    }
}
