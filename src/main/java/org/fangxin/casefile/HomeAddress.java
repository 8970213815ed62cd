package org.fangxin.casefile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address in one writing, so that two writings of one door are the same: width, blanks, punctuation, 号楼/栋/幢, 室/号 and
 * numerals in characters do not count, nor do province and prefecture before a county. Pure.
 */
public final class HomeAddress {
    /** Many honest people share these, who do not know of each other. */
    private static final Pattern SHARED =
            Pattern.compile("(宿舍|寝室|公寓|大学|学院|学校|中学|小学|幼儿园|医院|公司|单位|大厦|写字楼|商务楼|厂区|工厂|工地|部队|军区"
                    + "|敬老院|养老院|福利院|酒店|宾馆|旅馆|招待所|快递|驿站|邮政)(?![路街巷道])");

    private static final Pattern LEFT_OUT = Pattern.compile("[\\s\\p{Z}，。、；：,.;:()\\[\\]【】·'\"“”]|第(?=[0-9])");
    private static final Pattern NUMERAL = Pattern.compile("([零〇一二两三四五六七八九十百]{1,6})(?=(?:号楼|号院|号|幢|栋|座|单元|层|楼|室|户|门))");
    private static final Pattern UNIT = Pattern.compile("(?<=[0-9A-Z])(?:号楼|号院|号|幢|栋|座|单元|层|楼|室|户|门|[-–—－~#/])+");
    private static final Pattern ABOVE_COUNTY = Pattern.compile(
            "^(?:[^省市县]{2,7}省|[^省市县]{2,8}自治区)?(?:[^省市县]{2,8}(?:市|自治州|地区|盟))?(?=[^省市县]{1,10}(?:县|区|旗|市))");
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int SHORTEST = 6;

    private HomeAddress() {}

    /** One writing of an address; empty where it names no door, or one that strangers share. */
    public static Optional<String> comparable(String address) {
        String plain = LEFT_OUT.matcher(Normalizer.normalize(address, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        if (SHARED.matcher(plain).find()) {
            return Optional.empty();
        }
        String numbered = NUMERAL.matcher(plain).replaceAll(found -> String.valueOf(number(found.group(1))));
        String units = UNIT.matcher(numbered).replaceAll("-").replaceAll("-$", "");
        String local = ABOVE_COUNTY.matcher(units).replaceFirst("");
        boolean door = local.chars().anyMatch(c -> c >= '0' && c <= '9');
        return door && local.length() >= SHORTEST ? Optional.of(local) : Optional.empty();
    }

    /** 十二 is 12, 二百零三 is 203, 五〇一 is 501. */
    static int number(String characters) {
        String plain = characters.replace('〇', '零').replace('两', '二');
        if (plain.indexOf('十') < 0 && plain.indexOf('百') < 0) {
            return plain.chars().map(DIGITS::indexOf).reduce(0, (all, digit) -> all * TEN + digit);
        }
        int sum = 0;
        int digit = 0;
        boolean given = false;
        for (char c : plain.toCharArray()) {
            if (c == '十' || c == '百') {
                sum += (given ? digit : 1) * (c == '十' ? TEN : HUNDRED);
                digit = 0;
                given = false;
            } else {
                digit = DIGITS.indexOf(c);
                given = c != '零';
            }
        }
        return sum + digit;
    }
}
