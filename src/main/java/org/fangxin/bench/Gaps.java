package org.fangxin.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.bench.Wording.Gap;
import org.fangxin.bench.Wording.What;

/** Where the texts of one told case speak of itself: its numbers, people, place, business and days. */
final class Gaps {
    private static final String DAY = "(?<![\\d-])20\\d\\d-[01]\\d-[0-3]\\d(?![\\d])";
    private static final String ACT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String PERSON = "\\bp-[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])";

    private final Pattern pattern;
    private final Map<What, String> groups = new EnumMap<>(What.class);

    Gaps(String caseNo, String submissionNo, String county, String place, String shop) {
        StringBuilder all = new StringBuilder();
        add(all, What.SUBMISSION_NO, Pattern.quote(submissionNo));
        add(all, What.CASE_NO, Pattern.quote(caseNo));
        add(all, What.ACT, ACT);
        add(all, What.PERSON, PERSON);
        add(all, What.DAY, DAY);
        add(all, What.OFFICE, "\\b" + county + "\\d{3}\\b");
        add(all, What.COUNTY, "\\b" + county + "\\b");
        add(all, What.PLACE, Pattern.quote(place));
        if (!shop.isBlank()) {
            add(all, What.SHOP, Pattern.quote(shop));
        }
        this.pattern = Pattern.compile(all.toString());
    }

    private void add(StringBuilder all, What what, String pattern) {
        String group = "g" + groups.size();
        groups.put(what, group);
        all.append(all.isEmpty() ? "" : "|")
                .append("(?<")
                .append(group)
                .append(">")
                .append(pattern)
                .append(")");
    }

    Matcher in(String text) {
        return pattern.matcher(text);
    }

    Gap gap(Matcher found) {
        return groups.entrySet().stream()
                .filter(group -> found.group(group.getValue()) != null)
                .findFirst()
                .map(group -> Gap.of(group.getKey(), found.group()))
                .orElseThrow();
    }
}
