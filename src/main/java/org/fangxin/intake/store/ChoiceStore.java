package org.fangxin.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers chose against what was proposed, within the thread's scope: of cases that may not be seen nothing counts. */
@Component
public class ChoiceStore {
    /** A choice of one field; {@code suggested} is what had been proposed. */
    public record Choice(
            String caseNo,
            String field,
            String agency,
            String source,
            String suggested,
            String chosen,
            String by,
            Instant at) {}

    /** What people did about a proposal tells more than what they said of it, and takes its place. */
    private static final String COUNTED = """
            (select c.field, c.source, c.agency_code, c.suggested, c.chosen, c.chosen_at from intake.suggestion_choice c
              where not exists (select from intake.suggestion_outcome o where o.case_no = c.case_no and o.field = c.field)
             union all
             select field, source, agency_code, suggested, outcome, decided_at from intake.suggestion_outcome) counted""";

    /**
     * How often a field's proposals of one source were chosen; {@code part} is a month or an agency, empty for all.
     *
     * @param silent those that said there was nothing to see: they are many and mostly right, and would flatter the others
     */
    public record Tally(String field, String source, boolean silent, String part, int all, int right) {}

    private final JdbcClient jdbc;

    ChoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A later choice replaces the chosen value; what was proposed first stays, else a figure would mend itself. */
    public void keep(Choice choice) {
        jdbc.sql("""
                        insert into intake.suggestion_choice (case_no, field, agency_code, source, suggested, chosen, chosen_by,
                            chosen_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_no, field) do update
                           set chosen = excluded.chosen, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at""")
                .params(
                        choice.caseNo(),
                        choice.field(),
                        choice.agency(),
                        choice.source(),
                        choice.suggested(),
                        choice.chosen(),
                        choice.by(),
                        Timestamp.from(choice.at()))
                .update();
    }

    /** Field → what was chosen of a case. */
    public Map<String, String> chosen(String caseNo) {
        return jdbc
                .sql("select field, chosen from intake.suggestion_choice where case_no = ?")
                .param(caseNo)
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which parts a count is cut into. */
    public enum Cut {
        WHOLE("''"),
        MONTH("to_char(chosen_at at time zone 'Asia/Shanghai', 'YYYY-MM')"),
        AGENCY("agency_code");

        private final String sql;

        Cut(String sql) {
            this.sql = sql;
        }
    }

    /** @param agency its whole subtree, or null for all that may be seen */
    public List<Tally> tallies(Cut cut, @Nullable String agency, Instant from, Instant to) {
        String part = cut.sql;
        String all = agency == null ? "" : agency;
        return jdbc.sql("select field, source, suggested in ('NONE', 'ORDINARY') as silent, " + part
                        + " as part, count(*) as n, count(*) filter (where chosen = suggested) as correct from "
                        + COUNTED
                        + " where chosen_at >= ? and chosen_at < ?"
                        + " and (? = '' or (agency_code >= ? and agency_code < ?))"
                        + " group by field, source, silent, part order by field, source, silent, part")
                .params(Timestamp.from(from), Timestamp.from(to), all, all, all + ":")
                .query(ChoiceStore::tally)
                .list();
    }

    private static Tally tally(ResultSet rs, int n) throws SQLException {
        return new Tally(
                rs.getString("field"),
                rs.getString("source"),
                rs.getBoolean("silent"),
                rs.getString("part"),
                rs.getInt("n"),
                rs.getInt("correct"));
    }
}
