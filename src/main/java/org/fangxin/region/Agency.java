package org.fangxin.region;

/**
 * A market regulator.
 *
 * @param code 总局 00, province 2, city 4, county 6, 所 9 digits
 * @param name full name, e.g. 崇信县市场监督管理局
 */
public record Agency(String code, String name, Level level) {
    public enum Level {
        NATION,
        PROVINCE,
        CITY,
        COUNTY,
        OFFICE;

        /** The level that a code of this length has; {@code 00} is 总局. */
        public static Level of(String code) {
            return switch (code.length()) {
                case 2 -> code.equals("00") ? NATION : PROVINCE;
                case 4 -> CITY;
                case 6 -> COUNTY;
                default -> OFFICE;
            };
        }
    }
}
