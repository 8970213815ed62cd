package org.fangxin.cipher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fangxin.cipher.KeyFile.Content;
import org.fangxin.cipher.KeyFile.Entry;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a key file, with their numbers. What a use lacks is made at first need and written at once; rotation adds
 * a key and keeps the older ones for reading.
 */
public final class KeyRing {
    private static final int SM4_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int HIGHEST = 0xFFFF;

    private final KeyFile file;
    private final InstantSource time;
    private final SecureRandom random = new SecureRandom();
    private volatile List<Entry> keys;

    private KeyRing(KeyFile file, List<Entry> keys, InstantSource time) {
        this.file = file;
        this.keys = keys;
        this.time = time;
    }

    /**
     * Opens the key file, or makes it with keys for every use of the ciphers.
     *
     * @throws IllegalStateException when others may read the file
     */
    public static KeyRing open(Path path, JsonMapper json, InstantSource time) {
        try {
            KeyFile file = new KeyFile(path, json);
            KeyRing ring = new KeyRing(file, file.read().keys(), time);
            for (KeyUse use : List.of(KeyUse.PARTY, KeyUse.BLIND_INDEX, KeyUse.JOURNAL)) {
                ring.ensure(use, () -> ring.fresh(use));
            }
            return ring;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key file " + path, unreadable);
        }
    }

    /** The active key's material of a use that makes its own keys, such as the token signature's. */
    public byte[] material(KeyUse use, Supplier<byte[]> maker) {
        ensure(use, maker);
        return entry(active(use)).material().clone();
    }

    /** Whether there is a key of this use already. */
    boolean has(KeyUse use) {
        return keys.stream().anyMatch(key -> key.use() == use);
    }

    /** Adds a key of this use and makes it the active one. The earlier ones still open what they sealed. */
    public synchronized int rotate(KeyUse use) {
        return add(use, fresh(use));
    }

    /** Takes up what another process added to the file. A file that lacks a key of ours is not this one, and is not taken. */
    public synchronized void lookAgain() {
        try {
            List<Entry> there = file.read().keys();
            if (keys.stream().allMatch(known -> there.stream().anyMatch(one -> isSame(known, one)))) {
                keys = List.copyOf(there);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the key file", unreadable);
        }
    }

    private static boolean isSame(Entry known, Entry there) {
        return known.number() == there.number() && Arrays.equals(known.material(), there.material());
    }

    int active(KeyUse use) {
        return keys.stream()
                .filter(key -> key.use() == use && key.active())
                .findFirst()
                .orElseThrow(() -> new SealBroken("no key for " + use))
                .number();
    }

    List<Integer> numbers(KeyUse use) {
        return keys.stream()
                .filter(key -> key.use() == use)
                .sorted(Comparator.comparing(Entry::active)
                        .thenComparing(Entry::number)
                        .reversed())
                .map(Entry::number)
                .toList();
    }

    Entry entry(int number) {
        return keys.stream()
                .filter(key -> key.number() == number)
                .findFirst()
                .orElseThrow(() -> new SealBroken("no key " + number));
    }

    /** A fingerprint of each key, by which a database recognises the key file that belongs to it. */
    public Map<Integer, String> fingerprints() {
        Map<Integer, String> all = new TreeMap<>();
        keys.forEach(key -> all.put(key.number(), key.use() + ":" + Sm3.hex(key.material())));
        return all;
    }

    private synchronized void ensure(KeyUse use, Supplier<byte[]> maker) {
        if (!has(use)) {
            // another instance may have made one meanwhile
            lookAgain();
        }
        if (!has(use)) {
            add(use, maker.get());
        }
    }

    private synchronized int add(KeyUse use, byte[] material) {
        lookAgain();
        int number = 1 + keys.stream().mapToInt(Entry::number).max().orElse(0);
        if (number > HIGHEST) {
            throw new IllegalStateException("the key file is full");
        }
        List<Entry> all = new ArrayList<>();
        for (Entry key : keys) {
            boolean stays = key.active() && key.use() != use;
            all.add(new Entry(key.number(), key.use(), stays, key.createdAt(), key.material()));
        }
        all.add(new Entry(number, use, true, time.instant().toString(), material));
        try {
            file.write(new Content(1, all));
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the key file", full);
        }
        keys = List.copyOf(all);
        return number;
    }

    private byte[] fresh(KeyUse use) {
        if (use == KeyUse.REPORTER || use == KeyUse.CHECKPOINT) {
            throw new IllegalArgumentException("a pair of keys is made by who uses it");
        }
        byte[] material = new byte[use == KeyUse.PARTY || use == KeyUse.VAULT ? SM4_BYTES : MAC_BYTES];
        random.nextBytes(material);
        return material;
    }
}
