package org.fangxin.retention.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one door through which the program has something deleted that it may not delete itself; in its own scope. */
@Component
public class DisposalSql {
    private final JdbcClient jdbc;

    DisposalSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database looks itself whether the case may go; its journal has to say already that it does. */
    public void dispose(String listNo, String caseNo, Instant at) {
        jdbc.sql("select retention.dispose(?, ?, ?)")
                .params(listNo, caseNo, Timestamp.from(at))
                .query(rs -> {});
    }

    /** Of these cases those that are there and still have what was disposed of. */
    public Set<String> stillThere(List<String> caseNos) {
        return Set.copyOf(jdbc.sql("""
                        select case_no from casefile.case_file
                         where case_no = any (?) and not 'DISPOSED' = any (flags)""")
                .param(caseNos.toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list());
    }

    /** Some of the files whose content still has to go. */
    public List<String> filesLeft(int most) {
        return jdbc.sql("select attachment_id from retention.file_left limit ?")
                .param(most)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    public void fileGone(String attachmentId) {
        jdbc.sql("delete from retention.file_left where attachment_id = ?")
                .param(attachmentId)
                .update();
    }
}
