package org.fangxin.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks for planted words in every table of the database, with the owner's eyes: as text, and as bytes that are not sealed. */
final class Marks {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname,
                   exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id' and not a.attisdropped)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p')
             order by 1""";

    private final DataSource owner;

    Marks(DataSource owner) {
        this.owner = owner;
    }

    /** The tables that hold one of the words, rows of the case of this number left out; an empty number leaves out none. */
    Set<String> places(Collection<String> words, String exceptCaseNo) {
        String[] patterns = words.stream()
                .flatMap(word -> Stream.of(word, HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))))
                .map(word -> "%" + word + "%")
                .toArray(String[]::new);
        return places(patterns, exceptCaseNo);
    }

    /** The tables that hold a planted word in any form. */
    Set<String> places(Canary canary) {
        return places(canary.patterns(), "");
    }

    private Set<String> places(String[] patterns, String exceptCaseNo) {
        return asOwner(jdbc -> {
            Set<String> found = new TreeSet<>();
            List<Map.Entry<String, Boolean>> tables = jdbc.sql(TABLES)
                    .query((rs, n) -> Map.entry(rs.getString(1), rs.getBoolean(2)))
                    .list();
            for (Map.Entry<String, Boolean> table : tables) {
                String but = table.getKey().equals("casefile.case_file")
                        ? " and t.case_no <> :but"
                        : table.getValue()
                                ? " and t.case_id not in (select id from casefile.case_file where case_no = :but)"
                                : " and cast(:but as text) is not null";
                boolean holds = jdbc.sql("select exists (select from " + table.getKey()
                                + " t where t::text like any (:patterns)" + but + ")")
                        .param("patterns", patterns)
                        .param("but", exceptCaseNo)
                        .query(Boolean.class)
                        .single();
                if (holds) {
                    found.add(table.getKey());
                }
            }
            return found;
        });
    }

    /** A leak, put in by hand. */
    int plant(String sql) {
        return asOwner(jdbc -> jdbc.sql(sql).update());
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        try (Connection connection = owner.getConnection()) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
