package org.fangxin.casefile.store;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries to the journal's words and back. A record's simple name is its type; fields missing in old rows are null. */
@Component
class EntryCodec {
    private static final Map<String, Class<?>> TYPES =
            records(Entry.class).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private final JsonMapper json;

    EntryCodec(JsonMapper json) {
        this.json = json;
    }

    private static Stream<Class<?>> records(Class<?> sealedType) {
        return Arrays.stream(sealedType.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type));
    }

    static String type(Entry entry) {
        return entry.getClass().getSimpleName();
    }

    String write(Entry entry) {
        return json.writeValueAsString(entry);
    }

    Entry read(String type, String data) {
        Class<?> found = TYPES.get(type);
        if (found == null) {
            throw new IllegalStateException("The journal holds an unknown entry: " + type);
        }
        return (Entry) json.readValue(data, found);
    }
}
