package org.fangxin.casefile.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.fangxin.backup.AfterRestore;
import org.fangxin.casefile.AttachmentCatalogue;
import org.fangxin.casefile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sealed files follow the database's log into the backup within a minute: of the last minute before a machine was lost, a
 * case can be back without its file. Nobody should find that out by chance.
 */
@Component
class LostFiles implements AfterRestore {
    private static final int NAMED = 50;
    /** A province has millions of files: never all of them in memory. */
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final AttachmentCatalogue files;

    LostFiles(JdbcClient jdbc, AttachmentCatalogue files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    private record Attachment(String caseNo, boolean report, String id) {}

    @Override
    public String settle(Instant restoredAt) {
        List<Attachment> lost = new ArrayList<>();
        jdbc.sql("""
                        select c.case_no, c.kind = ?, a.attachment_id
                          from casefile.case_attachment a join casefile.case_file c on c.id = a.case_id
                          left join casefile.purged_paper p using (case_id, attachment_id)
                         where p.case_id is null""").withFetchSize(AT_ONCE).param(Kind.REPORT.name()).query(rs -> {
            Attachment one = new Attachment(rs.getString(1), rs.getBoolean(2), rs.getString(3));
            if (!files.isKept(one.id())) {
                lost.add(one);
            }
        });
        return lost.isEmpty() ? "案件的证据文件都在。" : told(lost);
    }

    /** Which reports there are is nobody's business who looks after the machine. */
    private static String told(List<Attachment> lost) {
        TreeSet<String> cases = new TreeSet<>();
        lost.stream().filter(one -> !one.report()).map(Attachment::caseNo).forEach(cases::add);
        long ofReports = lost.stream().filter(Attachment::report).count();
        List<String> named = cases.stream().limit(NAMED).toList();
        return lost.size() + " 个证据文件不在备份里，打不开（其中举报的 " + ofReports + " 个）。请向提交人再要一次"
                + (named.isEmpty() ? "" : "，案件：" + String.join("、", named) + (cases.size() > NAMED ? " 等" : ""))
                + "。";
    }
}
