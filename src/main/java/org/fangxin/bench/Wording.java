package org.fangxin.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** A text of a told case with gaps where another case says something else. */
final class Wording {
    private final List<String> fixed = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** What stands in a gap. */
    enum What {
        CASE_NO,
        SUBMISSION_NO,
        ACT,
        PERSON,
        OFFICE,
        COUNTY,
        PLACE,
        SHOP,
        DAY
    }

    /**
     * What stands in a gap, read once: it is filled anew for every casting.
     *
     * @param told what the told case has here
     * @param day the same as a day, of gaps that are one
     * @param act the same as an act's id, of gaps that are one
     */
    record Gap(
            What what,
            String told,
            @Nullable LocalDate day,
            @Nullable UUID act) {
        static Gap of(What what, String told) {
            return new Gap(
                    what,
                    told,
                    what == What.DAY ? LocalDate.parse(told) : null,
                    what == What.ACT ? UUID.fromString(told) : null);
        }
    }

    private Wording() {}

    /** @param copied whether the fixed parts are written into a COPY as they are */
    static Wording of(String text, Gaps gaps, boolean copied) {
        Wording wording = new Wording();
        Matcher found = gaps.in(text);
        int from = 0;
        while (found.find()) {
            wording.fixed.add(part(text.substring(from, found.start()), copied));
            wording.gaps.add(gaps.gap(found));
            from = found.end();
        }
        wording.fixed.add(part(text.substring(from), copied));
        return wording;
    }

    private static String part(String text, boolean copied) {
        return copied ? Copied.escaped(text) : text;
    }

    /** Nothing that fills a gap needs escaping: numbers, codes, ids, days and names. */
    void write(StringBuilder out, Casting casting) {
        for (int i = 0; i < gaps.size(); i++) {
            out.append(fixed.get(i)).append(casting.says(gaps.get(i)));
        }
        out.append(fixed.getLast());
    }

    String text(Casting casting) {
        StringBuilder out = new StringBuilder();
        write(out, casting);
        return out.toString();
    }
}
