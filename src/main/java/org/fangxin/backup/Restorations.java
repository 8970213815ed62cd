package org.fangxin.backup;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.AuditLog;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The times that this database was put back. The first start after one tells the audit log and lets every room do what it
 * must before anything leaves the house.
 */
@Component
public class Restorations implements SmartInitializingSingleton {
    private record Open(long id, Instant at, @Nullable Instant target, String source) {}

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final List<AfterRestore> rooms;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile Optional<Instant> last = Optional.empty();
    private final List<String> told = new ArrayList<>();

    Restorations(
            JdbcClient jdbc,
            AuditLog audit,
            List<AfterRestore> rooms,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.rooms = rooms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What puts a restoration into a database that has just been recovered. */
    static String statement(Instant at, Optional<Instant> target, String source) {
        return "insert into backup.restoration (restored_at, target_at, source) values ('" + at + "', "
                + target.map(moment -> "'" + moment + "'").orElse("null") + ", '"
                + source.replaceAll("[^A-Za-z0-9-]", "")
                + "')";
    }

    /** When the database was last put back; empty when never. What is older must not be sent by itself. */
    public Optional<Instant> last() {
        return last;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Scopes.within(
                Scope.SYSTEM,
                () -> transaction.executeWithoutResult(status -> {
                    open().forEach(this::settle);
                    last = newest();
                }));
    }

    private Optional<Instant> newest() {
        return jdbc.sql("select max(restored_at) from backup.restoration")
                .query((rs, n) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** What this start settled, in sentences. */
    List<String> told() {
        return List.copyOf(told);
    }

    private List<Open> open() {
        return jdbc.sql("""
                        select restoration_id, restored_at, target_at, source from backup.restoration
                         where audited_at is null order by restoration_id for update""")
                .query((rs, n) -> new Open(
                        rs.getLong(1),
                        rs.getTimestamp(2).toInstant(),
                        Optional.ofNullable(rs.getTimestamp(3))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        rs.getString(4)))
                .list();
    }

    private void settle(Open one) {
        rooms.forEach(room -> told.add(room.settle(one.at())));
        String target = one.target() == null ? "latest" : one.target().toString();
        audit.restored(one.source(), target)
                .ifPresent(lost -> told.add("恢复到的时刻早于数据库外记下的审计检查点：审计日志现在到第 " + lost.head() + " 条，检查点记到第 "
                        + lost.newestKnown() + " 条。多出来的检查点另存在 secrets/" + lost.keptIn() + "，请交审计员。"));
        jdbc.sql("update backup.restoration set audited_at = ? where restoration_id = ?")
                .params(Timestamp.from(clock.instant()), one.id())
                .update();
    }
}
