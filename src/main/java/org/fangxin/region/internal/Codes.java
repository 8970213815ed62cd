package org.fangxin.region.internal;

/** The forms a division's or agency's code may have. */
final class Codes {
    private static final int COUNTY = 6;

    private Codes() {}

    /** The code cut to its level: {@code 330100} becomes {@code 3301}, {@code 330000} {@code 33}, {@code 000000} 总局. */
    static String cut(String code) {
        String cut = code.strip();
        while ((cut.length() == COUNTY || cut.length() == 4) && cut.endsWith("00")) {
            cut = cut.substring(0, cut.length() - 2);
        }
        return cut;
    }

    /** The first six digits of a longer code, cut to its level. */
    static String county(String code) {
        String bare = code.strip();
        return cut(bare.length() > COUNTY ? bare.substring(0, COUNTY) : bare);
    }

    /** The next shorter code of the tree: 9 → 6 → 4 → 2 digits; empty above the provinces. */
    static String parent(String code) {
        return switch (code.length()) {
            case 9 -> code.substring(0, COUNTY);
            case COUNTY -> code.substring(0, 4);
            case 4 -> code.substring(0, 2);
            default -> "";
        };
    }
}
