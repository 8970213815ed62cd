package org.fangxin.law;

import java.util.List;
import java.util.Optional;
import org.fangxin.law.internal.ShippedSettings;

/**
 * The settings by id. An agency has its own value, or that of the nearest agency above it, or the default. An empty code
 * or {@code 00} asks for the nation's.
 */
public interface Settings {
    List<Setting> all();

    Optional<Setting> find(String id);

    /**
     * The value that holds for an agency.
     *
     * @throws IllegalArgumentException for an unknown id
     */
    String value(String id, String agencyCode);

    default boolean flag(String id, String agencyCode) {
        return Boolean.parseBoolean(value(id, agencyCode));
    }

    default int number(String id, String agencyCode) {
        return Integer.parseInt(value(id, agencyCode));
    }

    /** The values of a LIST setting; empty when none is chosen. */
    default List<String> list(String id, String agencyCode) {
        String value = value(id, agencyCode);
        return value.isEmpty() ? List.of() : List.of(value.split(","));
    }

    /** Only the defaults: for pure tests and tools. */
    static Settings defaults() {
        return ShippedSettings.shipped();
    }
}
