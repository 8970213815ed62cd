package org.fangxin.safety;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.cipher.Sm3;
import org.jspecify.annotations.Nullable;

/** An invented submission, all of it told by its key: the same key is the same form again. */
record Form(String key, Kind kind, @Nullable String attachment) {
    private static final Pattern MARK = Pattern.compile("编号 ([A-Za-z0-9-]+)$");
    private static final int PHONES = 10_000_000;
    private static final int FILE_BYTES = 750_000;
    private static final int LINE = 76;

    enum Kind {
        COMPLAINT,
        REPORT
    }

    /** Seven of ten are complaints, two are reports, one is a complaint with a file of a megabyte. */
    static Kind kindOf(int turn) {
        return turn % 10 == 3 || turn % 10 == 7 ? Kind.REPORT : Kind.COMPLAINT;
    }

    static boolean withFile(int turn) {
        return turn % 10 == 5;
    }

    /** The text that ends with the key: by it the database's rows are told apart. */
    String content() {
        return (kind == Kind.REPORT ? "这家店卖过期的饼干。" : "冰箱第二天就不制冷，商家不给退。") + "编号 " + key;
    }

    static @Nullable String keyIn(String content) {
        Matcher mark = MARK.matcher(content);
        return mark.find() ? mark.group(1) : null;
    }

    String body() {
        return body("WEB");
    }

    /** @param channel by which it came: all but the web are written down at the desk */
    String body(String channel) {
        Random random = new Random(key.hashCode());
        String person = kind == Kind.REPORT
                ? "{\"anonymous\": true}"
                : "{\"name\": \"张某\", \"phone\": \"1990%07d\", \"email\": \"z@example.cn\", \"address\": \"崇信县锦屏镇东街\"}"
                        .formatted(random.nextInt(PHONES));
        String more = kind == Kind.REPORT ? "" : ", \"demands\": [\"REFUND\"], \"amount\": \"198.00\"";
        String files = attachment == null ? "" : ", \"attachments\": [\"" + attachment + "\"]";
        return """
                {"channel": "%s", "kinds": ["%s"], "person": %s,
                 "merchant": {"name": "虚构的电器商场", "address": "崇信县锦屏镇西街", "regionCode": "620823", "type": "SHOP"},
                 "content": "%s"%s%s}""".formatted(channel, kind, person, content(), more, files);
    }

    /** What of it the database has to have, as one fingerprint. */
    String digest() {
        return digest(kind.name(), content());
    }

    static String digest(String kind, String content) {
        return Sm3.hex(kind + "|虚构的电器商场|" + content);
    }

    /** The file that goes with the key: text of a megabyte. */
    static byte[] file(String key) {
        byte[] raw = new byte[FILE_BYTES];
        new Random(key.hashCode()).nextBytes(raw);
        return Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encode(raw);
    }
}
