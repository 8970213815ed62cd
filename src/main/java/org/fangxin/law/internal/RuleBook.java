package org.fangxin.law.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;
import org.fangxin.law.Rule.Unit;

/** All rules, checked as a whole: a book with a fault cannot be made. */
public final class RuleBook {
    private static final Set<String> PAUSE_REASONS = Set.of(
            "TESTING",
            "INSPECTION",
            "QUARANTINE",
            "APPRAISAL",
            "RIGHT_HOLDER_IDENTIFICATION",
            "SUSPENSION",
            "HEARING",
            "PUBLIC_NOTICE",
            "REFUND_ORDER");

    private final Map<String, RuleEntry> entries = new LinkedHashMap<>();

    /** @throws LawFileFault with every fault found */
    public RuleBook(List<RuleEntry> all) {
        List<String> faults = new ArrayList<>();
        for (RuleEntry entry : all) {
            if (entries.put(entry.rule().id(), entry) != null) {
                faults.add(entry.rule().id() + ": the id is used twice");
            }
        }
        all.forEach(entry -> check(entry, faults));
        if (!faults.isEmpty()) {
            throw new LawFileFault(faults);
        }
    }

    public Optional<RuleEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public List<RuleEntry> all() {
        return List.copyOf(entries.values());
    }

    private void check(RuleEntry entry, List<String> faults) {
        Rule rule = entry.rule();
        checkName(rule, faults);
        checkLength(rule, faults);
        checkExtension(rule, faults);
        checkSource(entry, faults);
        Set<String> unknown = new HashSet<>(rule.pauseReasons());
        unknown.removeAll(PAUSE_REASONS);
        if (!unknown.isEmpty()) {
            faults.add(rule.id() + ": unknown pause reasons " + unknown);
        }
        if (rule.validTo() != null && rule.validTo().isBefore(rule.validFrom())) {
            faults.add(rule.id() + ": valid to before valid from");
        }
    }

    private static void checkName(Rule rule, List<String> faults) {
        if (!rule.id().startsWith(rule.law() + ".")) {
            faults.add(rule.id() + ": the id must begin with its law, " + rule.law());
        }
    }

    private static void checkLength(Rule rule, List<String> faults) {
        boolean counted = rule.unit() != Unit.SET && rule.unit() != Unit.PROMPTLY;
        if (counted != rule.length() > 0) {
            faults.add(rule.id() + ": length " + rule.length() + " does not go with unit " + rule.unit());
        }
        boolean rolls = rule.unit() == Unit.DAY || rule.unit() == Unit.YEAR;
        if (rolls != rule.rollsOver()) {
            faults.add(rule.id() + ": day and year periods roll over, others do not");
        }
    }

    private void checkExtension(Rule rule, List<String> faults) {
        if (rule.extendedBy() == null) {
            return;
        }
        RuleEntry longer = entries.get(rule.extendedBy());
        if (longer == null) {
            faults.add(rule.id() + ": extended by '" + rule.extendedBy() + "', which is no rule");
        } else if (longer.rule().unit() != Unit.SET
                && (longer.rule().unit() != rule.unit() || longer.rule().length() <= rule.length())) {
            faults.add(rule.id() + ": its extension " + rule.extendedBy() + " is not longer");
        } else if (!longer.rule().triggers().equals(rule.triggers())) {
            faults.add(rule.id() + ": its extension " + rule.extendedBy() + " starts from another entry");
        }
    }

    private static void checkSource(RuleEntry entry, List<String> faults) {
        Rule rule = entry.rule();
        boolean statute = rule.source() == Source.STATUTE;
        if (statute && (rule.triggers().isEmpty() || rule.satisfiers().isEmpty())) {
            faults.add(rule.id() + ": a statute's rule needs a trigger and a satisfier");
        }
        if (statute && !rule.article().matches("(《.+》)?第[一二三四五六七八九十百]+条")) {
            faults.add(rule.id() + ": '" + rule.article() + "' is no article");
        }
        if (!statute && !rule.article().startsWith("服务承诺")) {
            faults.add(rule.id() + ": a promise is never shown as law");
        }
        if (statute == (entry.counting() == null)) {
            faults.add(rule.id() + ": a statute's file names the article of counting, a promise's does not");
        }
    }
}
