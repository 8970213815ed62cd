package org.fangxin.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what should never lie in a tree: keys, tokens, and words that are given to something called a password. */
final class SecretScan {
    private static final int LARGEST = 2 << 20;
    private static final double LITTLE_ORDER = 3.2;

    /** What a secret looks like by itself. */
    private static final Map<String, Pattern> SHAPES = Map.of(
            "a private key",
            Pattern.compile("-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{40}"),
            "a cloud's key",
            Pattern.compile("\\b(?:AKIA|ASIA|LTAI|AKID)[0-9A-Za-z]{16,}\\b"),
            "a forge's token",
            Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36}|glpat-[A-Za-z0-9_-]{20}|npm_[A-Za-z0-9]{36})"),
            "a signed token",
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{15,}"),
            "an address with a password",
            Pattern.compile("\\b[a-z]+://[^\\s/:@\"'${}<>]+:[^\\s/@\"'${}<>]{6,}@[a-z0-9]"));

    /** A name, and a quoted word that is given to it. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?i)(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|口令|密码)[\"']?\\s*[:=]\\s*[\"']([^\"'\\s${}<>]{12,80})[\"']");

    /** Invented ones that the demo and the tests tell everybody. */
    private static final Pattern TOLD =
            Pattern.compile("(?i).*(?:fangxin|demo|test|sample|example|password|correct|wrong).*");

    private static final Set<String> INVENTED =
            Set.of("Shop-Keeper-2026", "Xin-Fang-2026-ok", "12345678901234567890", "Rq44-i7E8-He2U", "secret-words-1X");

    /** A sentence on a screen, or the name of a variable, is none. */
    private static final Pattern WORD = Pattern.compile("(?=.*\\d)[\\x21-\\x7e]+");

    private SecretScan() {}

    /** What was found, with the file; empty when nothing was. */
    static List<String> of(Path tree, List<String> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : files) {
            Path file = tree.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                continue;
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            new TreeMap<>(SHAPES).forEach((what, shape) -> {
                if (shape.matcher(text).find()) {
                    found.add(what + " in " + name);
                }
            });
            Matcher given = GIVEN.matcher(text);
            while (given.find()) {
                if (suspicious(given.group(1))) {
                    found.add("a word given to a password in " + name);
                }
            }
        }
        return found;
    }

    private static boolean suspicious(String word) {
        return WORD.matcher(word).matches()
                && !INVENTED.contains(word)
                && !TOLD.matcher(word).matches()
                && disorder(word) > LITTLE_ORDER;
    }

    /** Bits a character, by how often each comes. */
    private static double disorder(String word) {
        Map<Integer, Integer> counts = new TreeMap<>();
        word.chars().forEach(one -> counts.merge(one, 1, Integer::sum));
        double bits = 0;
        for (int count : counts.values()) {
            double part = count / (double) word.length();
            bits -= part * Math.log(part) / Math.log(2);
        }
        return bits;
    }
}
