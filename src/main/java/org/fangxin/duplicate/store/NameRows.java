package org.fangxin.duplicate.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.fangxin.casefile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cores of names beside the cases that they belong to, within the thread's scope. */
@Component
public class NameRows {
    private static final String SAME = """
            select k.case_id from duplicate.name_key k
             where k.county = ? and k.core = ? and k.received_at >= ? order by k.received_at desc limit ?""";

    /** A case with the name that it gives its business. */
    public record Named(long id, String agency, String merchant, Instant receivedAt) {}

    /** A case that may be about a business that it names in another way. */
    public record Near(String caseNo, Kind kind, String merchant, Instant receivedAt) {}

    private final JdbcClient jdbc;

    NameRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Named> named(Collection<String> caseNos) {
        return jdbc.sql(
                        "select id, agency_code, merchant_name, received_at from casefile.case_file where case_no = any (?)")
                .param(caseNos.toArray(String[]::new))
                .query((rs, n) -> new Named(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    public void keep(Named one, String county, String core) {
        jdbc.sql("""
                        insert into duplicate.name_key (case_id, county, core, received_at) values (?, ?, ?, ?)
                        on conflict (case_id) do update set county = excluded.county, core = excluded.core""")
                .params(one.id(), county, core, Timestamp.from(one.receivedAt()))
                .update();
    }

    public void forgetAll() {
        jdbc.sql("delete from duplicate.name_key").update();
    }

    /** The newest cases of a county whose business's name has this core. */
    public List<Long> of(String county, String core, Instant since, int most) {
        return jdbc.sql(SAME)
                .params(county, core, Timestamp.from(since), most)
                .query((rs, n) -> rs.getLong(1))
                .list();
    }

    /** Those of them without a code, under another name than these. */
    public List<Near> otherwiseNamed(String county, String core, Collection<String> names, Instant since, int most) {
        return jdbc.sql(
                        "select c.case_no, c.kind, c.merchant_name, c.received_at from casefile.case_file c where c.id in ("
                                + SAME
                                + ") and c.merchant_uscc is null and c.merchant_name <> all (?) order by c.received_at desc")
                .params(county, core, Timestamp.from(since), most, names.toArray(String[]::new))
                .query((rs, n) -> new Near(
                        rs.getString(1),
                        Kind.valueOf(rs.getString(2)),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }
}
