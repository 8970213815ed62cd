package org.fangxin.search.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.fangxin.search.CaseTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the words of cases from what the case file, the registry and the issued papers say now. */
@Component
public class WordRows {
    /** Of an act's texts (as {@code t}): the opening's story and what was supplied later. No reasons, no notes, nothing of a link. */
    static final String TOLD = """
            exists (select from casefile.journal j
                     where j.case_id = t.case_id and j.act_id = t.act_id
                       and (t.field = 'content' and j.case_seq = 1
                            or t.field = 'text' and j.act = 'supply-material'))""";

    private static final String SOURCES = """
            select c.id, c.case_no, c.submission_no, c.kind, c.stage, c.agency_code, c.handlers, c.recused, c.received_at,
                   c.summary, c.goods_code, c.goods_detail, c.merchant_name, c.merchant_uscc,
                   c.sealed or 'DISPOSED' = any (c.flags) as unseen,
                   (select string_agg(t.body, E'\\n' order by t.act_id) from casefile.act_text t
                     where t.case_id = c.id and %s) as story,
                   coalesce(
                       (select array_prepend(e.name::text, e.aliases) from merchant.entity e
                         where e.uscc = c.merchant_uscc),
                       (select array_prepend(e.name::text, e.aliases) from merchant.entity e
                         where c.merchant_uscc is null and e.name = c.merchant_name and e.merged_into is null
                         order by e.id limit 1)) as names,
                   (select array_agg(i.number order by i.number) from document.issued i where i.case_id = c.id) as papers
              from casefile.case_file c where c.case_no = any (?)""".formatted(TOLD);
    private static final String SAME_WORDS = """
            update search.case_text set stage = ?, handlers = ?, recused = ? where case_id = ? and digest = ?""";
    private static final String INSERT = """
            insert into search.case_text
                (case_id, agency_code, kind, stage, handlers, recused, received, digest, terms)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::tsvector)""";

    private record Fresh(
            long id,
            String kind,
            String stage,
            String[] handlers,
            String[] recused,
            boolean unseen,
            CaseTerms.Source source) {}

    private final JdbcClient jdbc;

    WordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void renew(Collection<String> caseNos) {
        List<Fresh> all = jdbc.sql(SOURCES)
                .param(caseNos.toArray(String[]::new))
                .query(WordRows::fresh)
                .list();
        all.forEach(this::renew);
    }

    public void forgetAll() {
        jdbc.sql("delete from search.case_text").update();
    }

    private void renew(Fresh fresh) {
        if (fresh.unseen()) {
            // no officer sees it, or its words are disposed of: it has none here either
            forget(fresh.id());
            return;
        }
        String terms = CaseTerms.of(fresh.source());
        String digest = digest(fresh.source().received() + terms);
        int same = jdbc.sql(SAME_WORDS)
                .params(fresh.stage(), fresh.handlers(), fresh.recused(), fresh.id(), digest)
                .update();
        if (same == 0) {
            forget(fresh.id());
            jdbc.sql(INSERT)
                    .params(
                            fresh.id(),
                            fresh.source().agency(),
                            fresh.kind(),
                            fresh.stage(),
                            fresh.handlers(),
                            fresh.recused(),
                            Timestamp.from(fresh.source().received()),
                            digest,
                            terms)
                    .update();
        }
    }

    private void forget(long id) {
        jdbc.sql("delete from search.case_text where case_id = ?").param(id).update();
    }

    private static Fresh fresh(ResultSet rs, int n) throws SQLException {
        List<String> names = new ArrayList<>(texts(rs, "names"));
        names.add(rs.getString("merchant_name"));
        List<String> codes = new ArrayList<>(List.of(rs.getString("case_no"), rs.getString("submission_no")));
        String uscc = rs.getString("merchant_uscc");
        if (uscc != null) {
            codes.add(uscc);
        }
        String story = rs.getString("story");
        CaseTerms.Source source = new CaseTerms.Source(
                rs.getString("agency_code"),
                rs.getString("kind"),
                rs.getTimestamp("received_at").toInstant(),
                names,
                rs.getString("goods_code"),
                rs.getString("goods_detail"),
                rs.getString("summary"),
                story == null ? "" : story,
                codes,
                texts(rs, "papers"));
        return new Fresh(
                rs.getLong("id"),
                rs.getString("kind"),
                rs.getString("stage"),
                texts(rs, "handlers").toArray(String[]::new),
                texts(rs, "recused").toArray(String[]::new),
                rs.getBoolean("unseen"),
                source);
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static String digest(String terms) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(terms.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
