package org.fangxin.law.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.law.Rule;
import org.jspecify.annotations.Nullable;

/** Reads the rule files, one a source law, into a checked book. */
public final class RuleFiles {
    private static final List<String> FILES = List.of(
            "order121", "order20", "regulation2024", "penalty", "adlaw", "aucl", "foodlaw", "publicity", "promises");
    private static final Set<String> FILE_KEYS =
            Set.of("law", "name", "citedAs", "counting", "promise", "valid", "rules");
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "article",
            "title",
            "begins",
            "ends",
            "triggers",
            "satisfiers",
            "length",
            "unit",
            "rollsOver",
            "pause",
            "extension",
            "valid",
            "active",
            "note");

    private static final class Shipped {
        private static final RuleBook BOOK = read(texts());
    }

    private RuleFiles() {}

    /**
     * The files that ship with the program.
     *
     * @throws LawFileFault naming file, rule and fault
     */
    public static RuleBook shipped() {
        return Shipped.BOOK;
    }

    /** File name → text, of the files that ship with the program. */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : FILES) {
            texts.put(file + ".yaml", Resources.text("/law/rules/" + file + ".yaml"));
        }
        return texts;
    }

    /** A book from file name → YAML text. */
    public static RuleBook read(Map<String, String> texts) {
        return new RuleBook(texts.entrySet().stream()
                .flatMap(file -> entries(YamlNode.parse(file.getKey(), file.getValue())).stream())
                .toList());
    }

    private static List<RuleEntry> entries(YamlNode file) {
        file.only(FILE_KEYS);
        return file.nodes("rules").stream()
                .map(rule -> entry(file, rule.named(String.valueOf(rule.textOrNull("id")))))
                .toList();
    }

    private static RuleEntry entry(YamlNode file, YamlNode node) {
        node.only(RULE_KEYS);
        YamlNode pause = node.node("pause");
        return new RuleEntry(
                rule(file, node, pause),
                file.text("name"),
                node.text("begins"),
                node.text("ends"),
                file.textOrNull("counting"),
                pause == null ? null : pause.only(Set.of("reasons", "article")).text("article"));
    }

    private static Rule rule(YamlNode file, YamlNode node, @Nullable YamlNode pause) {
        boolean promise = file.flag("promise", false);
        String citedAs = file.textOrNull("citedAs");
        YamlNode extension = node.node("extension");
        Validity valid = Validity.of(node.node("valid") == null ? file : node);
        return new Rule(
                node.text("id"),
                promise ? Rule.Source.PROMISE : Rule.Source.STATUTE,
                file.text("law"),
                (citedAs == null ? "" : citedAs) + node.text("article"),
                node.text("title"),
                node.texts("triggers"),
                node.texts("satisfiers"),
                node.number("length"),
                node.oneOf(Rule.Unit.class, "unit"),
                pause == null ? List.of() : pause.texts("reasons"),
                extension == null
                        ? null
                        : extension.only(Set.of("rule", "approver")).text("rule"),
                extension == null ? null : extension.textOrNull("approver"),
                node.flag("rollsOver", false),
                valid.from(),
                valid.to(),
                node.flag("active", true),
                node.textOrNull("note"));
    }

    private record Validity(LocalDate from, @Nullable LocalDate to) {
        static Validity of(YamlNode node) {
            YamlNode valid = node.node("valid");
            LocalDate from =
                    valid == null ? null : valid.only(Set.of("from", "to")).date("from");
            if (valid == null || from == null) {
                throw node.fault("'valid.from' is missing");
            }
            return new Validity(from, valid.date("to"));
        }
    }
}
