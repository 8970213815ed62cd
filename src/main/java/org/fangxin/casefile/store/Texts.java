package org.fangxin.casefile.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fangxin.database.Inserts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Free text of acts: the story at the opening, reasons, records. Never in the journal, bound to it by a digest. */
@Component
class Texts {
    /** The field under which the narrative of a case stands. */
    static final String CONTENT = "content";

    /** By the case, not by the act alone: the journal is not read for it. */
    static final String OPENING = """
            select t.body from casefile.act_text t join casefile.journal j using (act_id, case_id)
             where case_id = ? and t.field = 'content' and j.case_seq = 1""";

    private static final String INSERT =
            "insert into casefile.act_text (act_id, field, case_id, body) values (?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final Inserts inserts;

    Texts(JdbcClient jdbc, Inserts inserts) {
        this.jdbc = jdbc;
        this.inserts = inserts;
    }

    void insert(long caseId, UUID actId, Map<String, String> texts) {
        texts.forEach((field, body) -> inserts.add(INSERT, actId, field, caseId, body));
    }

    /** All texts of a case, by act and field. */
    Map<UUID, Map<String, String>> of(long caseId) {
        Map<UUID, Map<String, String>> all = new LinkedHashMap<>();
        jdbc.sql("select act_id, field, body from casefile.act_text where case_id = ? order by act_id, field")
                .param(caseId)
                .query((java.sql.ResultSet rs) -> {
                    all.computeIfAbsent(rs.getObject(1, UUID.class), id -> new LinkedHashMap<>())
                            .put(rs.getString(2), rs.getString(3));
                });
        return all;
    }

    /** The narrative of the opening, out of all that was read: what {@link #content} asks the database for. */
    static String story(List<Journal.Row> past, Map<UUID, Map<String, String>> said) {
        return said.getOrDefault(past.getFirst().actId(), Map.of()).getOrDefault(CONTENT, "");
    }

    /** The narrative with what was supplied later, in the order in which it came. */
    String story(long caseId) {
        List<String> parts = jdbc.sql("""
                        select t.body from casefile.act_text t
                          join (select act_id, min(case_seq) as seq, min(act) as act
                                  from casefile.journal where case_id = ? group by act_id) j using (act_id)
                         where t.case_id = ?
                           and (t.field = 'content' and j.seq = 1
                                or t.field = 'text' and j.act in ('supply-material', 'convert'))
                         order by j.seq""")
                .params(caseId, caseId)
                .query((rs, n) -> Objects.requireNonNull(rs.getString(1)))
                .list();
        return String.join("\n", parts);
    }

    /** The narrative of the opening. */
    String content(long caseId) {
        return jdbc.sql(OPENING).param(caseId).query(String.class).optional().orElse("");
    }
}
