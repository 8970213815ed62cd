package org.fangxin.identity;

import java.util.Optional;

/** What this room needs to know of agencies, told by the room that keeps them. */
@FunctionalInterface
public interface AgencyNames {
    /**
     * An agency as accounts show it.
     *
     * @param code in the one form in which it is kept, e.g. {@code 62} for {@code 620000}
     * @param name the full name, e.g. 崇信县市场监督管理局
     */
    record Named(String code, String name) {}

    /** By code; empty when there is no such agency. */
    Optional<Named> find(String agencyCode);
}
