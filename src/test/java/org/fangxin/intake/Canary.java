package org.fangxin.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Planted words of one person, and a search for them in every form in which they could lie somewhere. */
final class Canary {
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    /** Bytes of a form, as characters of the same numbers → the word and its form. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    Canary(Collection<String> words) {
        words.forEach(this::add);
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
        form(
                word,
                "JSON",
                ascii(word.chars()
                        .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c))
                        .collect(Collectors.joining())));
        for (int before = 0; before < 3; before++) {
            form(word, "base64", ascii(base64(utf8, before)));
        }
    }

    private void form(String word, String name, byte[] bytes) {
        forms.putIfAbsent(new String(bytes, BYTES), word + " as " + name);
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
    Set<String> in(byte[] bytes) {
        Set<String> found = plain(bytes);
        if (starts(bytes, "%PDF")) {
            found.addAll(pdf(bytes));
        } else if (starts(bytes, "PK")) {
            found.addAll(packed(bytes));
        }
        return found;
    }

    /** In every file below a folder: its name and its bytes. */
    Map<String, Set<String>> below(Path folder) throws IOException {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                Set<String> hits = plain(Files.readAllBytes(file));
                hits.addAll(plain(name.getBytes(StandardCharsets.UTF_8)));
                if (!hits.isEmpty()) {
                    found.put(name, hits);
                }
            }
        }
        return found;
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
        String text = new String(bytes, BYTES);
        Set<String> found = new TreeSet<>();
        forms.forEach((form, name) -> {
            if (text.contains(form)) {
                found.add(name);
            }
        });
        return found;
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

    private Set<String> packed(byte[] bytes) {
        Set<String> found = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.addAll(plain(entry.getName().getBytes(StandardCharsets.UTF_8)));
                byte[] content = zip.readAllBytes();
                found.addAll(in(content));
                String text = new String(content, StandardCharsets.UTF_8);
                found.addAll(plain(text.replaceAll("<[^>]*>", "").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
