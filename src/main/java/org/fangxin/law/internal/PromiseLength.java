package org.fangxin.law.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The length of a service promise as a setting writes it: {@code 20 MINUTE}, or {@code OFF}.
 *
 * @param unit null when the promise is switched off
 */
record PromiseLength(int length, @Nullable Unit unit) {
    private static final PromiseLength OFF = new PromiseLength(0, null);
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3}) (WORKING_DAY|DAY|HOUR|MINUTE|SECOND)");

    static PromiseLength of(Rule rule) {
        return new PromiseLength(rule.length(), rule.unit());
    }

    static Optional<PromiseLength> parse(String text) {
        if (text.equals("OFF")) {
            return Optional.of(OFF);
        }
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new PromiseLength(Integer.parseInt(form.group(1)), Unit.valueOf(form.group(2))))
                : Optional.empty();
    }

    /** Promises with a length of their own; a date set in each order is not adjusted here. */
    static boolean adjustable(Rule rule) {
        return rule.length() > 0;
    }

    /** The promise as the agency gives it. */
    Rule applyTo(Rule rule, boolean active) {
        return new Rule(
                rule.id(),
                rule.source(),
                rule.law(),
                rule.article(),
                rule.title(),
                rule.triggers(),
                rule.satisfiers(),
                unit == null ? rule.length() : length,
                unit == null ? rule.unit() : unit,
                rule.pauseReasons(),
                rule.extendedBy(),
                rule.approver(),
                (unit == null ? rule.unit() : unit) == Unit.DAY,
                rule.validFrom(),
                rule.validTo(),
                active && unit != null,
                rule.note());
    }

    @Override
    public String toString() {
        return unit == null ? "OFF" : length + " " + unit;
    }
}
