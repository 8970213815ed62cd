package org.fangxin.identity;

import java.util.Optional;

/** What this room needs to know of agencies, told by the room that keeps them. */
@FunctionalInterface
public interface AgencyNames {
    /** The full name, e.g. 崇信县市场监督管理局; empty when there is no such agency. */
    Optional<String> name(String agencyCode);
}
