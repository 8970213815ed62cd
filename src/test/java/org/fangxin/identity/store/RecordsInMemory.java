package org.fangxin.identity.store;

import java.util.ArrayList;
import java.util.List;
import org.fangxin.identity.internal.AuditRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log's rows as somebody with all rights of the database may have left them. */
public final class RecordsInMemory extends AuditStore {
    private final List<AuditRecord> records;
    private final Head head;

    public RecordsInMemory(List<AuditRecord> records, Head head) {
        super(JdbcClient.create(new JdbcTemplate()));
        this.records = new ArrayList<>(records);
        this.head = head;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public List<AuditRecord> after(long seq, int limit) {
        return records.stream()
                .filter(one -> one.seq() > seq)
                .sorted(java.util.Comparator.comparingLong(AuditRecord::seq))
                .limit(limit)
                .toList();
    }
}
