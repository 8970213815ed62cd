package org.fangxin.retention.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fangxin.casefile.Kind;
import org.fangxin.retention.KeptAs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Archived cases with what their term hangs on; in the program's own scope. */
@Component
public class ArchivedRows {
    private static final String COLUMNS = """
            c.case_no, c.kind, c.agency_code, a.archived_on, f.case_no is not null as filed,
            exists (select from retention.hold h where h.case_no = c.case_no and h.lifted_at is null) as held,
            retention.under_review(c.case_no) as reviewed,
            exists (select from retention.list_case k
                     where k.case_no = c.case_no and k.disposed_at is null
                       and not exists (select from retention.strike s
                                        where s.list_no = k.list_no and s.case_no = k.case_no)
                       and not exists (select from retention.review r
                                        where r.list_no = k.list_no and r.decision = 'REFUSED')) as listed
            """;
    private static final String FROM = """
             from retention.archived a join casefile.case_file c using (case_no)
             left join retention.filed f using (case_no)
            where c.stage = 'ARCHIVED' and not 'DISPOSED' = any (c.flags)""";
    /** An agency's own and those of its 所: which lies under a county and has nine digits. */
    private static final String OWN = """
             and (c.agency_code = :agency
                  or length(:agency) = 6 and length(c.agency_code) = 9 and left(c.agency_code, 6) = :agency)""";

    private static final String LINKS = """
            select l.case_no, o.kind, o.agency_code, a.archived_on, f.case_no is not null as filed,
                   o.stage = 'ARCHIVED' as archived,
                   exists (select from retention.hold h where h.case_no = o.case_no and h.lifted_at is null) as held
              from retention.link l join casefile.case_file o on o.case_no = l.other_no
              left join retention.archived a on a.case_no = o.case_no
              left join retention.filed f on f.case_no = o.case_no
             where l.case_no = any (?) and not 'DISPOSED' = any (o.flags)""";

    /**
     * An archived case.
     *
     * @param listed on a list that is not done with
     */
    public record Row(
            String caseNo,
            Kind kind,
            String agency,
            LocalDate archivedOn,
            KeptAs keptAs,
            boolean held,
            boolean reviewed,
            boolean listed) {}

    /**
     * A case that belongs together with another.
     *
     * @param archivedOn null when it never was
     * @param archived whether it is now
     */
    public record Linked(
            String agency, KeptAs keptAs, @Nullable LocalDate archivedOn, boolean archived, boolean held) {}

    private final JdbcClient jdbc;

    ArchivedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an agency and its 所, archived on that day or before, without those from which the person stepped aside. */
    public List<Row> of(String agency, LocalDate until, String person) {
        return jdbc.sql("select " + COLUMNS + FROM + OWN
                        + " and a.archived_on <= :until and not :person = any (c.recused)"
                        + " order by a.archived_on, c.case_no")
                .param("agency", agency)
                .param("until", Date.valueOf(until))
                .param("person", person)
                .query(ArchivedRows::row)
                .list();
    }

    /** Empty too for a case from which the person stepped aside. */
    public Optional<Row> find(String caseNo, String person) {
        return jdbc.sql("select " + COLUMNS + FROM + " and c.case_no = ? and not ? = any (c.recused)")
                .params(caseNo, person)
                .query(ArchivedRows::row)
                .optional();
    }

    /** What belongs together with these cases and is not disposed of, by case. */
    public Map<String, List<Linked>> links(List<String> caseNos) {
        Map<String, List<Linked>> links = new HashMap<>();
        jdbc.sql(LINKS).param(caseNos.toArray(String[]::new)).query((ResultSet rs) -> {
            links.computeIfAbsent(rs.getString("case_no"), no -> new ArrayList<>())
                    .add(new Linked(
                            rs.getString("agency_code"),
                            KeptAs.of(Kind.valueOf(rs.getString("kind")), rs.getBoolean("filed")),
                            rs.getObject("archived_on", LocalDate.class),
                            rs.getBoolean("archived"),
                            rs.getBoolean("held")));
        });
        return links;
    }

    /** Whether the person stepped aside from one of the cases of a list. */
    public boolean recused(String listNo, String person) {
        return jdbc.sql("""
                        select exists (select from retention.list_case k join casefile.case_file c using (case_no)
                                        where k.list_no = ? and ? = any (c.recused))""").params(listNo, person).query(Boolean.class).single();
    }

    public void archived(String caseNo, LocalDate on) {
        jdbc.sql("""
                        insert into retention.archived values (?, ?)
                        on conflict (case_no) do update set archived_on = excluded.archived_on""").params(caseNo, Date.valueOf(on)).update();
    }

    public void filed(String caseNo) {
        jdbc.sql("insert into retention.filed values (?) on conflict do nothing")
                .param(caseNo)
                .update();
    }

    /** Both ways. */
    public void link(String one, String other) {
        jdbc.sql("insert into retention.link values (?, ?), (?, ?) on conflict do nothing")
                .params(one, other, other, one)
                .update();
    }

    public void forget() {
        jdbc.sql("delete from retention.archived").update();
        jdbc.sql("delete from retention.filed").update();
        jdbc.sql("delete from retention.link").update();
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        Kind kind = Kind.valueOf(rs.getString("kind"));
        return new Row(
                rs.getString("case_no"),
                kind,
                rs.getString("agency_code"),
                rs.getObject("archived_on", LocalDate.class),
                KeptAs.of(kind, rs.getBoolean("filed")),
                rs.getBoolean("held"),
                rs.getBoolean("reviewed"),
                rs.getBoolean("listed"));
    }
}
