package org.fangxin.intake;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for planted words in every table of the database, with the owner's eyes: as text, and as bytes that are not sealed. */
final class Marks {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname,
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p')
             order by 1""";

    private final JdbcClient owner;

    Marks(DataSource owner) {
        this.owner = JdbcClient.create(owner);
    }

    /** The tables that hold one of the words, rows of the case of this number left out; empty number leaves out none. */
    Set<String> places(Collection<String> words, String exceptCaseNo) {
        Set<String> found = new TreeSet<>();
        List<Map.Entry<String, Boolean>> tables = owner.sql(TABLES)
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getBoolean(2)))
                .list();
        for (Map.Entry<String, Boolean> table : tables) {
            for (String word : words) {
                String rows = "select count(*) from " + table.getKey() + " t where (t::text like :word or t::text like :hex)"
                        + (table.getValue()
                                ? " and t.case_id not in (select id from casefile.case_file where case_no = :except)"
                                : "");
                JdbcClient.StatementSpec query = owner.sql(rows)
                        .param("word", "%" + word + "%")
                        .param("hex", "%" + HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)) + "%");
                if (table.getValue()) {
                    query = query.param("except", exceptCaseNo);
                }
                if (query.query(Long.class).single() > 0) {
                    found.add(table.getKey());
                }
            }
        }
        return found;
    }

    /** A leak, put in by hand. */
    int plant(String sql) {
        return owner.sql(sql).update();
    }
}
