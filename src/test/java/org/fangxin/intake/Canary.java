package org.fangxin.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** Planted words of one person, and a search for them in every form in which they could lie somewhere. */
public final class Canary {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** Bytes of a form, as characters of the same numbers → the word and its form. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    /** By their first two bytes: one pass over a database looks for all of them. */
    private final Beginnings beginnings = new Beginnings();

    private static final class Beginnings {
        private final List<byte[]>[] table = table();

        @SuppressWarnings("unchecked")
        private static List<byte[]>[] table() {
            return new List[1 << 16];
        }

        void add(byte[] form) {
            int first = first(form, 0);
            if (table[first] == null) {
                table[first] = new ArrayList<>();
            }
            table[first].add(form);
        }

        static int first(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
        }

        /** Forms that begin at a place with the two bytes there; null for none. */
        @Nullable
        List<byte[]> at(byte[] bytes, int place) {
            return table[first(bytes, place)];
        }
    }

    public Canary(Collection<String> words) {
        words.forEach(this::add);
    }

    /** @param name what these bytes are called when they are found */
    Canary with(String name, byte[] bytes) {
        form(name, "bytes", bytes);
        form(name, "hex", ascii(HexFormat.of().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            form(name, "base64", ascii(base64(bytes, before)));
        }
        return this;
    }

    private void add(String word) {
        byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
        form(word, "UTF-8", utf8);
        form(word, "UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
        form(word, "UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        form(word, "GBK", word.getBytes(Charset.forName("GBK")));
        form(word, "hex", ascii(HexFormat.of().formatHex(utf8)));
        form(word, "HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        String url = URLEncoder.encode(word, StandardCharsets.UTF_8);
        form(word, "URL", ascii(url));
        form(word, "url", ascii(url.toLowerCase(Locale.ROOT)));
        form(word, "JSON", escaped(word, "\\u%04x"));
        // as the writer of Excel files puts Chinese
        form(word, "XML", escaped(word, "&#x%x;"));
        form(word, "HTML", escaped(word, "&#%d;"));
        for (int before = 0; before < 3; before++) {
            form(word, "base64", ascii(base64(utf8, before)));
        }
    }

    private void form(String word, String name, byte[] bytes) {
        if (forms.putIfAbsent(new String(bytes, BYTES), word + " as " + name) == null) {
            beginnings.add(bytes);
        }
    }

    private static byte[] escaped(String word, String each) {
        return ascii(word.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : each.formatted(c))
                .collect(Collectors.joining()));
    }

    /** What is the same in base64 whatever follows, when so many bytes come before. */
    private static String base64(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = before == 0 ? 0 : before + 1;
        return all.substring(from, shifted.length * 8 / 6);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(BYTES);
    }

    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In the bytes themselves, in what a PDF says and in what a packed file holds. */
    public Set<String> in(byte[] bytes) {
        Set<String> found = plain(bytes);
        if (starts(bytes, "%PDF")) {
            found.addAll(pdf(bytes));
        } else if (starts(bytes, "PK")) {
            found.addAll(packed(bytes));
        }
        return found;
    }

    /** In every file below a folder: its name and its bytes, unpacked where they are gzip. */
    public Map<String, Set<String>> below(Path folder) throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                Set<String> hits = plain(bytesOf(file));
                hits.addAll(plain(name.getBytes(StandardCharsets.UTF_8)));
                if (!hits.isEmpty()) {
                    found.put(name, hits);
                }
            }
        }
        return found;
    }

    private static byte[] bytesOf(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!starts(bytes, "\u001f\u008b")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    /** For a search in a database's own rendering of its rows. */
    String[] patterns() {
        return forms.keySet().stream()
                .flatMap(form -> Stream.of(
                        new String(form.getBytes(BYTES), StandardCharsets.UTF_8),
                        HexFormat.of().formatHex(form.getBytes(BYTES))))
                .filter(form -> form.indexOf('\0') < 0 && form.indexOf('\uFFFD') < 0)
                .distinct()
                .map(form ->
                        "%" + form.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%") + "%")
                .toArray(String[]::new);
    }

    private Set<String> plain(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        for (int at = 0; at + 1 < bytes.length; at++) {
            List<byte[]> here = beginnings.at(bytes, at);
            if (here != null) {
                for (byte[] form : here) {
                    if (stands(form, bytes, at)) {
                        found.add(forms.get(new String(form, BYTES)));
                    }
                }
            }
        }
        return found;
    }

    private static boolean stands(byte[] form, byte[] bytes, int at) {
        return at + form.length <= bytes.length && Arrays.equals(form, 0, form.length, bytes, at, at + form.length);
    }

    private Set<String> pdf(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String words = new PDFTextStripper().getText(document);
            String about = String.valueOf(document.getDocumentInformation().getCOSObject());
            // a line's end may stand in the middle of a name
            return plain((words + words.replaceAll("\\s", "") + about).getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** By the table at its end: an Excel file that was written as a stream says no sizes before its entries. */
    private Set<String> packed(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        try {
            Path file = Files.createTempFile("canary", ".zip");
            try {
                Files.write(file, bytes);
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    for (ZipEntry entry : Collections.list(zip.entries())) {
                        found.addAll(unpacked(
                                entry.getName(), zip.getInputStream(entry).readAllBytes()));
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    private Set<String> unpacked(String name, byte[] content) {
        Set<String> found = plain(name.getBytes(StandardCharsets.UTF_8));
        found.addAll(in(content));
        // words may be broken by marks: of Word's runs, of a cell's parts
        String text = new String(content, StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
        found.addAll(plain(text.getBytes(StandardCharsets.UTF_8)));
        return found;
    }

    private static boolean starts(byte[] bytes, String with) {
        byte[] head = ascii(with);
        return bytes.length > head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    static List<String> all(Map<String, Set<String>> found) {
        return found.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
    }
}
