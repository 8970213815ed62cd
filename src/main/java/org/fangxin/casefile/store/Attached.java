package org.fangxin.casefile.store;

import java.util.List;
import java.util.Map;
import org.fangxin.casefile.ActRule;
import org.fangxin.casefile.FieldSpec;
import org.fangxin.casefile.Fields;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which stored files belong to a case. */
@Component
class Attached {
    private final JdbcClient jdbc;

    Attached(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> to(long caseId) {
        return jdbc.sql("select attachment_id from casefile.case_attachment where case_id = ? order by attachment_id")
                .param(caseId)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    void add(long caseId, String attachmentId) {
        jdbc.sql("insert into casefile.case_attachment (case_id, attachment_id) values (?, ?) on conflict do nothing")
                .params(caseId, attachmentId)
                .update();
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
                    if (!to(caseId).containsAll(body.strings(spec.name()))) {
                        throw Problem.invalid(spec.name(), "unknown", "有一个文件不在本件里。请从本件的材料里选。");
                    }
                });
    }
}
