package org.fangxin.law.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping of a YAML file that knows where it is, so that each fault can be named. */
final class YamlNode {
    private final String where;
    private final Map<?, ?> values;

    private YamlNode(String where, Map<?, ?> values) {
        this.where = where;
        this.values = values;
    }

    static YamlNode parse(String fileName, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(text);
            return of(fileName, root);
        } catch (YAMLException broken) {
            throw new LawFileFault(List.of(fileName + ": not readable as YAML: " + broken.getMessage()));
        }
    }

    private static YamlNode of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new YamlNode(where, map);
        }
        throw new LawFileFault(List.of(where + ": a mapping is expected"));
    }

    YamlNode named(String name) {
        return new YamlNode(where + ", " + name, values);
    }

    /** Refuses keys that nobody reads: a misspelt one would silently do nothing. */
    YamlNode only(Set<String> known) {
        for (Object key : values.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw fault("unknown key '" + key + "'");
            }
        }
        return this;
    }

    String text(String key) {
        String found = textOrNull(key);
        if (found == null) {
            throw fault("'" + key + "' is missing");
        }
        return found;
    }

    @Nullable
    String textOrNull(String key) {
        Object value = values.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            return text;
        }
        throw fault("'" + key + "' must be a text in quotation marks");
    }

    int number(String key) {
        if (values.get(key) instanceof Integer number) {
            return number;
        }
        throw fault("'" + key + "' must be a whole number");
    }

    boolean flag(String key, boolean standard) {
        Object value = values.get(key);
        if (value == null) {
            return standard;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw fault("'" + key + "' must be true or false");
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(key)) {
            texts.add(String.valueOf(item));
        }
        return texts;
    }

    List<YamlNode> nodes(String key) {
        List<YamlNode> nodes = new ArrayList<>();
        for (Object item : list(key)) {
            nodes.add(of(where + ", " + key + "[" + nodes.size() + "]", item));
        }
        return nodes;
    }

    @Nullable
    YamlNode node(String key) {
        Object value = values.get(key);
        return value == null ? null : of(where + ", " + key, value);
    }

    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        values.forEach((key, value) -> pairs.put(String.valueOf(key), String.valueOf(value)));
        return pairs;
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String key) {
        String name = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw fault("unknown " + key + " '" + name + "'");
    }

    @Nullable
    LocalDate date(String key) {
        String text = textOrNull(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException broken) {
            throw fault("'" + key + "' is no date: " + text);
        }
    }

    LawFileFault fault(String what) {
        return new LawFileFault(List.of(where + ": " + what));
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw fault("'" + key + "' must be a list");
    }
}
