package org.fangxin.casefile.store;

import java.util.Map;
import org.fangxin.casefile.entry.Entry;
import org.springframework.stereotype.Component;

/** Puts the numbers of newly opened cases where the procedure could only leave a token. */
@Component
class Placeholders {
    private final EntryCodec codec;

    Placeholders(EntryCodec codec) {
        this.codec = codec;
    }

    Entry fill(Entry entry, Map<String, String> numbers) {
        if (numbers.isEmpty()) {
            return entry;
        }
        String data = codec.write(entry);
        for (Map.Entry<String, String> one : numbers.entrySet()) {
            data = data.replace("\"" + one.getKey() + "\"", "\"" + one.getValue() + "\"");
        }
        return codec.read(EntryCodec.type(entry), data);
    }
}
