package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of an act, read by name and type; a wrong value becomes {@link Decision.Invalid}, never a crash. */
public final class Fields {
    /** Dates without an offset are of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Thrown by the readers below and turned into {@link Decision.Invalid} by {@link Procedures}. */
    public static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Decision.FieldFault fault;

        public Faulty(String field, String code, String message) {
            super(code);
            this.fault = new Decision.FieldFault(field, code, message);
        }

        public Decision.FieldFault fault() {
            return fault;
        }
    }

    private final Map<String, ?> values;

    public Fields(Map<String, ?> values) {
        this.values = values;
    }

    public static Fields none() {
        return new Fields(Map.of());
    }

    public boolean has(String name) {
        Object value = values.get(name);
        return value != null
                && !(value instanceof String s && s.isBlank())
                && !(value instanceof Collection<?> c && c.isEmpty());
    }

    public Optional<String> text(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        Object value = values.get(name);
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return Optional.of(value.toString().strip());
        }
        throw new Faulty(name, "type", "“" + name + "”应当是文字。");
    }

    public String need(String name, String label) {
        return text(name).orElseThrow(() -> missing(name, label));
    }

    /** A code of an enumeration, case-insensitive. */
    public <E extends Enum<E>> Optional<E> code(String name, Class<E> type) {
        return text(name).map(value -> parse(name, value, type));
    }

    public <E extends Enum<E>> E needCode(String name, Class<E> type, String label) {
        return code(name, type).orElseThrow(() -> missing(name, label));
    }

    /** A list of codes; a single code counts as a list of one. */
    public <E extends Enum<E>> List<E> codes(String name, Class<E> type) {
        return strings(name).stream().map(value -> parse(name, value, type)).toList();
    }

    /** A list of strings; a single string counts as a list of one. */
    public List<String> strings(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (values.get(name) instanceof Collection<?> many) {
            List<String> found = new ArrayList<>();
            many.forEach(one -> found.add(String.valueOf(one).strip()));
            return found;
        }
        return text(name).map(List::of).orElse(List.of());
    }

    /** A nested object, e.g. {@code approval}. */
    public Optional<Fields> object(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        if (values.get(name) instanceof Map<?, ?> map) {
            return Optional.of(new Fields(named(map)));
        }
        throw new Faulty(name, "type", "“" + name + "”应当是一组内容。");
    }

    /** A list of nested objects; a single object counts as a list of one, a bare code as an object with {@code code}. */
    public List<Fields> objects(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (values.get(name) instanceof String code) {
            return List.of(new Fields(Map.of("code", code.strip())));
        }
        if (values.get(name) instanceof Collection<?> many) {
            return many.stream()
                    .map(one -> one instanceof Map<?, ?> map
                            ? new Fields(named(map))
                            : new Fields(Map.of("code", String.valueOf(one))))
                    .toList();
        }
        return object(name).map(List::of).orElse(List.of());
    }

    public Optional<LocalDate> date(String name) {
        return text(name).map(value -> {
            try {
                return value.length() > 10 ? instantOf(value).atZone(ZONE).toLocalDate() : LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new Faulty(name, "date", "看不懂的日期“" + value + "”。请写成 2026-05-06。");
            }
        });
    }

    public LocalDate needDate(String name, String label) {
        return date(name).orElseThrow(() -> missing(name, label));
    }

    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return instantOf(value);
            } catch (DateTimeException e) {
                throw new Faulty(name, "instant", "看不懂的时间“" + value + "”。请写成 2026-05-06T09:30:00+08:00。");
            }
        });
    }

    /** Yuan with at most two decimals, not negative. */
    public Optional<BigDecimal> amount(String name) {
        return text(name).map(value -> {
            try {
                BigDecimal amount = new BigDecimal(value);
                if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
                    throw new Faulty(name, "amount", "金额应当不小于 0，最多两位小数。");
                }
                return amount;
            } catch (NumberFormatException e) {
                throw new Faulty(name, "amount", "看不懂的金额“" + value + "”。请写成 1980.00。");
            }
        });
    }

    public Optional<Integer> integer(String name) {
        return text(name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw new Faulty(name, "integer", "“" + value + "”不是整数。");
            }
        });
    }

    public boolean yes(String name) {
        return text(name)
                .map(value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes"))
                .orElse(false);
    }

    public static Faulty missing(String name, String label) {
        return new Faulty(name, "required", "请填写“" + label + "”。");
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new java.util.HashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private static Instant instantOf(String value) {
        if (value.length() == 10) {
            return LocalDate.parse(value).atStartOfDay(ZONE).toInstant();
        }
        boolean hasOffset = value.endsWith("Z") || value.indexOf('+', 10) > 0 || value.indexOf('-', 11) > 0;
        return hasOffset
                ? OffsetDateTime.parse(value.replace(' ', '+')).toInstant()
                : java.time.LocalDateTime.parse(value).atZone(ZONE).toInstant();
    }

    private static <E extends Enum<E>> E parse(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new Faulty(name, "code", "“" + value + "”不是可用的代码。");
    }
}
