package org.fangxin.backup;

import java.util.Map;

/** Where a room's records stand, for a manifest and for who looks at what was put back. No personal data. */
public interface Landmarks {
    /** By name in Chinese, in the order in which they are to be read, e.g. {@code 最后一件案件}. */
    Map<String, String> landmarks();
}
