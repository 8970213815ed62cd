package org.fangxin.merchant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stays of a business's name when one takes off what people write or leave out: the division before it, a branch in
 * brackets, its legal form and the kind of shop after it, widths, and the writing of numerals. Two shops may share it, so that
 * it only ever hints. Pure.
 */
public final class CoreName {
    private static final Pattern BRACKETS = Pattern.compile("[(（【\\[〔][^(（【\\[〔)）】\\]〕]*+[)）】\\]〕]");
    private static final Pattern FORM = Pattern.compile("(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|个体工商户|个体户|个体|商行|经营部|经销部|经销处"
            + "|门市部|门市|商店|门店|分店|总店|店铺|便利店|(?<![饭酒书药茶旅鞋花])店)$");
    private static final Pattern LEVEL = Pattern.compile("(?:省|市|县|区|自治区|自治州|自治县)$");
    private static final String NUMERALS = "零〇一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾";
    private static final String WRITTEN = "001122233445566778899十十";
    private static final int SHORTEST = 3;

    private CoreName() {}

    /**
     * The core; empty where too little is left to tell anything.
     *
     * @param divisions names of the divisions in which the business may be, as they are written whole
     */
    public static Optional<String> of(String name, List<String> divisions) {
        String whole = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String plain = NameKeys.plain(BRACKETS.matcher(whole).replaceAll(""));
        String local = withoutDivisions(plain, divisions);
        String core = numerals(withoutForm(local));
        return core.codePointCount(0, core.length()) >= SHORTEST ? Optional.of(core) : Optional.empty();
    }

    private static String withoutDivisions(String plain, List<String> divisions) {
        String left = plain;
        for (String written : writings(divisions)) {
            if (left.startsWith(written) && left.length() > written.length()) {
                left = left.substring(written.length());
            }
        }
        return left;
    }

    /** Upper divisions first, each whole before it is short. */
    private static List<String> writings(List<String> divisions) {
        List<String> all = new ArrayList<>();
        for (String division : divisions) {
            String shortened = LEVEL.matcher(division).replaceFirst("");
            all.add(division);
            if (shortened.length() > 1) {
                all.add(shortened);
            }
        }
        return all;
    }

    private static String withoutForm(String local) {
        String left = local;
        String before;
        do {
            before = left;
            left = FORM.matcher(left).replaceFirst("");
        } while (!left.equals(before) && !left.isEmpty());
        return left;
    }

    private static String numerals(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int at = NUMERALS.indexOf(c);
            out.appendCodePoint(at < 0 ? c : WRITTEN.charAt(at));
        });
        return out.toString();
    }
}
