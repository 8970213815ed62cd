package org.fangxin.casefile.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.database.Inserts;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which stored files belong to a case. */
@Component
class Attached {
    /** The field of the identity check that names what was looked at. */
    private static final String PAPERS = "papers";

    private static final String INSERT = """
            insert into casefile.case_attachment (case_id, attachment_id, purpose) values (?, ?, ?)
            on conflict do nothing""";

    private final JdbcClient jdbc;
    private final Inserts inserts;

    Attached(JdbcClient jdbc, Inserts inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    /** A proof of identity; {@code purgedAt} when its content is gone. */
    record Kept(String attachmentId, @Nullable Instant purgedAt) {}

    /** The evidence: everything but proofs of identity, which no list of files holds. */
    List<String> to(long caseId) {
        return jdbc.sql("""
                        select attachment_id from casefile.case_attachment
                         where case_id = ? and purpose = 'EVIDENCE' order by attachment_id""").param(caseId).query((rs, n) -> rs.getString(1)).list();
    }

    List<Kept> papers(long caseId) {
        return jdbc.sql("""
                        select attachment_id, purged_at
                          from casefile.case_attachment left join casefile.purged_paper using (case_id, attachment_id)
                         where case_id = ? and purpose = 'IDENTITY' order by attachment_id""")
                .param(caseId)
                .query((rs, n) -> new Kept(
                        rs.getString(1),
                        Optional.ofNullable(rs.getTimestamp(2))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    void add(long caseId, String attachmentId) {
        add(caseId, attachmentId, "EVIDENCE");
    }

    void addPaper(long caseId, String attachmentId) {
        add(caseId, attachmentId, "IDENTITY");
    }

    private void add(long caseId, String attachmentId, String purpose) {
        inserts.add(INSERT, caseId, attachmentId, purpose);
    }

    /** Files that an act names must be files of this very case: an id tells nothing of another one. */
    void refuseForeign(long caseId, @Nullable ActRule rule, Map<String, ?> fields) {
        if (rule == null) {
            return;
        }
        Fields body = new Fields(fields);
        rule.fields().stream()
                .filter(spec -> spec.type() == FieldSpec.Type.FILES && body.has(spec.name()))
                .forEach(spec -> {
                    if (!among(caseId, spec.name()).containsAll(body.strings(spec.name()))) {
                        throw Problem.invalid(spec.name(), "unknown", "有一个文件不在本件里。请从本件的材料里选。");
                    }
                });
    }

    private List<String> among(long caseId, String field) {
        return field.equals(PAPERS)
                ? papers(caseId).stream().map(Kept::attachmentId).toList()
                : to(caseId);
    }
}
