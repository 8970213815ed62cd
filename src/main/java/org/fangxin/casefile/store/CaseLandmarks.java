package org.fangxin.casefile.store;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fangxin.backup.Landmarks;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The case file's part of a backup's manifest: how many cases, the last one, the journal's end. Reports are not among them:
 * who makes backups is not who may know of one (Art. 37).
 */
@Component
class CaseLandmarks implements Landmarks {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;

    CaseLandmarks(JdbcClient jdbc, TransactionTemplate reading) {
        this.jdbc = jdbc;
        this.reading = reading;
    }

    @Override
    public Map<String, String> landmarks() {
        return Scopes.within(Scope.SYSTEM, () -> Objects.requireNonNull(reading.execute(status -> all())));
    }

    private Map<String, String> all() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put(
                "案件（不含举报）",
                jdbc.sql("select count(*) from casefile.case_file where kind <> 'REPORT'")
                                .query(Long.class)
                                .single() + " 件");
        jdbc.sql("select case_no from casefile.case_file where kind <> 'REPORT' order by id desc limit 1")
                .query(String.class)
                .optional()
                .ifPresent(number -> found.put("最后一件案件", number));
        jdbc.sql("select seq, recorded_at from casefile.journal order by seq desc limit 1")
                .query((rs, n) -> rs.getLong("seq") + "，记于 "
                        + TIME.format(rs.getTimestamp("recorded_at").toInstant()))
                .optional()
                .ifPresent(entry -> found.put("最后一笔案件记录", entry));
        return found;
    }
}
