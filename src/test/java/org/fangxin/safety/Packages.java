package org.fangxin.safety;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A package and what is in it. */
final class Packages {
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private Packages() {}

    /** Entries in their order, each with what it holds and the time it carries. */
    private static Map<String, String> entries(Path jar) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        int place = 0;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry one : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                try (InputStream in = zip.getInputStream(one)) {
                    entries.put(one.getName(), place++ + " " + one.getTime() + " " + sha256(in.readAllBytes()));
                }
            }
        }
        return entries;
    }

    /** How many entries were compared. */
    static int compare(Path one, Path other, Map<String, String> breaks) throws IOException {
        Map<String, String> first = entries(one);
        Map<String, String> second = entries(other);
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        List<String> differ = names.stream()
                .filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .toList();
        if (!differ.isEmpty()) {
            breaks.put(
                    "two builds of one commit differ",
                    differ.size() + " × " + differ.subList(0, Math.min(12, differ.size())));
        } else if (Files.mismatch(one, other) >= 0) {
            breaks.put("two builds of one commit differ", "outside of their entries, at " + Files.mismatch(one, other));
        }
        return names.size();
    }

    /** The SHA-256 of every library, by its name. */
    static Map<String, String> libraries(Path jar) throws IOException {
        Map<String, String> libraries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry one : new ArrayList<>(zip.stream().toList())) {
                if (one.getName().startsWith(LIBRARIES) && one.getName().endsWith(".jar")) {
                    try (InputStream in = zip.getInputStream(one)) {
                        libraries.put(one.getName().substring(LIBRARIES.length()), sha256(in.readAllBytes()));
                    }
                }
            }
        }
        return libraries;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
