package org.fangxin.region.internal;

import java.util.regex.Pattern;

/** Streets and towns as people write them. */
final class StreetNames {
    private static final Pattern KIND = Pattern.compile("(街道办事处|街道|民族乡|镇|乡)$");

    private StreetNames() {}

    /** Without 街道, 镇 or 乡, unless less than two characters would be left. */
    static String shortened(String name) {
        String bare = KIND.matcher(name).replaceFirst("");
        return bare.length() < 2 ? name : bare;
    }
}
