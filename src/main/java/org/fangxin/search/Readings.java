package org.fangxin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fangxin.merchant.NameKeys;

/** How a name may be read aloud: characters of shop names that have two readings are read both ways, one at a time. Pure. */
public final class Readings {
    private static final Map<String, List<String>> TWO = Map.ofEntries(
            Map.entry("行", List.of("hang", "xing")),
            Map.entry("重", List.of("chong", "zhong")),
            Map.entry("长", List.of("chang", "zhang")),
            Map.entry("乐", List.of("le", "yue")),
            Map.entry("厦", List.of("sha", "xia")),
            Map.entry("朝", List.of("chao", "zhao")),
            Map.entry("调", List.of("tiao", "diao")),
            Map.entry("都", List.of("du", "dou")),
            Map.entry("曾", List.of("zeng", "ceng")),
            Map.entry("单", List.of("shan", "dan")),
            Map.entry("车", List.of("che", "ju")),
            Map.entry("宿", List.of("su", "xiu")),
            Map.entry("便", List.of("bian", "pian")),
            Map.entry("盛", List.of("sheng", "cheng")));
    private static final int MOST = 4;

    private Readings() {}

    /** Each reading as its syllables; the usual one first, at most five. */
    public static List<List<String>> of(String plain) {
        List<String> usual = NameKeys.syllables(plain);
        List<List<String>> readings = new ArrayList<>(List.of(usual));
        int[] points = plain.codePoints().toArray();
        for (int i = 0; i < points.length && readings.size() <= MOST; i++) {
            for (String other : TWO.getOrDefault(Character.toString(points[i]), List.of())) {
                if (!other.equals(usual.get(i))) {
                    List<String> reading = new ArrayList<>(usual);
                    reading.set(i, other);
                    readings.add(List.copyOf(reading));
                }
            }
        }
        return readings;
    }

    /** The first letter, or character, of a syllable. */
    public static String initial(String syllable) {
        return syllable.isEmpty() ? "" : syllable.substring(0, syllable.offsetByCodePoints(0, 1));
    }
}
