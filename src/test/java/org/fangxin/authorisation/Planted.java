package org.fangxin.authorisation;

import java.util.Map;
import java.util.TreeMap;
import org.fangxin.casefile.Kind;

/** What the placeholders of a request stand for: things that exist in the planted county, or nothing that exists. */
record Planted(Map<String, String> values) {
    private static final Planted NOTHING = new Planted(Map.ofEntries(
            Map.entry("caseNo", "620826-990101-0001"),
            Map.entry("attachmentId", "0000000000000000"),
            Map.entry("noticeId", "0"),
            Map.entry("documentId", "0000000000000000"),
            Map.entry("personId", "p-nobody"),
            Map.entry("memberId", "gm-none"),
            Map.entry("clientId", "c-none"),
            Map.entry("importId", "im-none"),
            Map.entry("openingId", "vo-none"),
            Map.entry("code", "620899998"),
            Map.entry("setting", "receipt.day")));

    Planted {
        values = Map.copyOf(values);
    }

    static Planted nothing() {
        return NOTHING;
    }

    Planted with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new Planted(changed);
    }

    /** The one of the two cases, with its file, that {@code {caseNo}} stands for. */
    Planted of(Kind kind) {
        return with("caseNo", get(kind + ".caseNo"))
                .with("attachmentId", get(kind + ".attachmentId"))
                .with("noticeId", get(kind + ".noticeId"))
                .with("documentId", get(kind + ".documentId"));
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nothing planted for " + name);
        }
        return value;
    }

    String fill(String template) {
        String filled = template;
        for (Map.Entry<String, String> one : values.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }
}
