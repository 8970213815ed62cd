package org.fangxin.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A view of the worklist under a name.
 *
 * @param owner person id of its maker
 * @param filter names and values as the list of cases takes them
 * @param sort due or received
 * @param columns what the table shows, in order; empty for the usual ones
 * @param shared also for the agency and its offices
 */
public record SavedView(
        long id,
        String agency,
        String owner,
        String name,
        Map<String, String> filter,
        String sort,
        List<String> columns,
        boolean shared,
        Instant changedAt) {
    public SavedView {
        filter = Map.copyOf(filter);
        columns = List.copyOf(columns);
    }
}
