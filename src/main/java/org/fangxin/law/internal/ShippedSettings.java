package org.fangxin.law.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fangxin.law.Rule;
import org.fangxin.law.Rule.Source;
import org.fangxin.law.Setting;
import org.fangxin.law.Settings;
import org.jspecify.annotations.Nullable;

/** The settings' file, and one setting for each service promise; every value is the default. */
public final class ShippedSettings implements Settings {
    private static final String FILE = "/law/settings.yaml";
    private static final Set<String> KEYS =
            Set.of("id", "point", "kind", "title", "default", "options", "range", "articles", "why");
    private static final ShippedSettings SHIPPED = new ShippedSettings(RuleFiles.shipped());

    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** @throws LawFileFault when the file is not sound */
    public ShippedSettings(RuleBook rules) {
        this(Resources.text(FILE), rules);
    }

    ShippedSettings(String yaml, RuleBook rules) {
        List<Setting> read = new ArrayList<>();
        YamlNode.parse("settings.yaml", yaml)
                .nodes("settings")
                .forEach(node -> read.add(setting(node.named(String.valueOf(node.textOrNull("id"))))));
        rules.all().stream()
                .map(RuleEntry::rule)
                .filter(rule -> rule.source() == Source.PROMISE && PromiseLength.adjustable(rule))
                .forEach(rule -> read.add(promise(rule)));
        for (Setting setting : read) {
            if (settings.put(setting.id(), setting) != null) {
                throw new LawFileFault(List.of("settings.yaml: " + setting.id() + " stands there twice"));
            }
            SettingValue.fault(setting, setting.standard()).ifPresent(fault -> {
                throw new LawFileFault(List.of("settings.yaml: " + setting.id() + ": the default: " + fault));
            });
        }
    }

    public static ShippedSettings shipped() {
        return SHIPPED;
    }

    @Override
    public List<Setting> all() {
        return List.copyOf(settings.values());
    }

    @Override
    public Optional<Setting> find(String id) {
        return Optional.ofNullable(settings.get(id));
    }

    @Override
    public String value(String id, String agencyCode) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No setting is called " + id))
                .standard();
    }

    private static Setting setting(YamlNode node) {
        node.only(KEYS);
        YamlNode options = node.node("options");
        return new Setting(
                node.text("id"),
                node.number("point"),
                node.oneOf(Setting.Kind.class, "kind"),
                node.text("title"),
                node.text("default"),
                options == null ? Map.of() : options.pairs(),
                range(node.node("range")),
                node.texts("articles"),
                node.text("why"));
    }

    private static Setting.@Nullable Range range(@Nullable YamlNode node) {
        return node == null ? null : new Setting.Range(node.number("min"), node.number("max"));
    }

    private static Setting promise(Rule rule) {
        return new Setting(
                rule.id(),
                0,
                Setting.Kind.LENGTH,
                "服务承诺：" + rule.title(),
                PromiseLength.of(rule).toString(),
                Map.of(),
                null,
                List.of(),
                rule.note() == null ? "机关自定" : rule.note());
    }
}
