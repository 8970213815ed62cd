package org.fangxin.merchant.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.fangxin.merchant.MarketEntity;
import org.fangxin.merchant.NameKeys;
import org.fangxin.merchant.internal.ExtractRow;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** A portion of an extract: copied beside the registry, compared with it as a set, and what differs written. */
@Component
public class ExtractStore {
    private static final String COPY = """
            copy merchant.incoming (run, line, uscc, old_no, name, aliases, kind, status, address, region_code, trade,
                registered_on, parent_uscc, platform_uscc, pinyin, terms) from stdin""";
    private static final String DIFFERS = """
            (e.uscc, e.old_no, e.name, e.aliases, e.kind, e.status, e.address, e.region_code, e.trade, e.registered_on,
             e.parent_uscc, e.platform_uscc)
            is distinct from
            (coalesce(n.uscc, e.uscc), coalesce(n.old_no, e.old_no), n.name, n.aliases, n.kind, n.status, n.address,
             n.region_code, n.trade, n.registered_on, n.parent_uscc, n.platform_uscc)""";
    /**
     * Each row with the entry that it means: by its code; by its old number where one of both has no code. Of two rows for one
     * business the later counts, and one with a code before one without.
     */
    private static final String NEWEST = """
            with met as (
              select distinct on (coalesce(i.uscc, i.old_no)) i.*, coalesce(u.id, o.id) as entity_id
                from merchant.incoming i
                left join merchant.entity u on u.uscc = i.uscc
                left join merchant.entity o on o.old_no = i.old_no and (o.uscc is null or i.uscc is null)
               where i.run = ?
               order by coalesce(i.uscc, i.old_no), i.line desc, o.id),
            n as materialized (
              select distinct on (coalesce('#' || entity_id, uscc, old_no)) * from met
               where uscc is not null or entity_id is not null
                  or old_no not in (select m.old_no from met m where m.uscc is not null and m.old_no is not null)
               order by coalesce('#' || entity_id, uscc, old_no), uscc is null, line desc)
            """;

    /** One statement: which entry each row means is found once, and what is kept is what stood there before. */
    private static final String MERGE = NEWEST + """
            , kept as (
              insert into merchant.entity_past (entity_id, version, said, act, person, changed_at)
              select e.id, e.version,
                     jsonb_build_object('uscc', e.uscc, 'oldNumber', e.old_no, 'name', e.name, 'aliases', e.aliases,
                         'kind', e.kind, 'status', e.status, 'address', e.address, 'regionCode', e.region_code,
                         'trade', e.trade, 'registeredOn', e.registered_on, 'parentUscc', e.parent_uscc,
                         'platformUscc', e.platform_uscc, 'mergedInto', e.merged_into),
                     'EXTRACT', ?, ?
                from n join merchant.entity e on e.id = n.entity_id where\s""" + DIFFERS + """
            ), changed as (
              update merchant.entity e
                 set uscc = coalesce(n.uscc, e.uscc), old_no = coalesce(n.old_no, e.old_no), name = n.name,
                     aliases = n.aliases, kind = n.kind, status = n.status, address = n.address,
                     region_code = n.region_code, trade = n.trade, registered_on = n.registered_on,
                     parent_uscc = n.parent_uscc, platform_uscc = n.platform_uscc, pinyin = n.pinyin,
                     terms = n.terms, source = 'EXTRACT', version = e.version + 1, changed_at = ?
                from n where e.id = n.entity_id and\s""" + DIFFERS + """
              returning 1
            ), added as (
              insert into merchant.entity (uscc, old_no, name, aliases, kind, status, address, region_code, trade,
                  registered_on, parent_uscc, platform_uscc, pinyin, terms, source, changed_at)
              select uscc, old_no, name, aliases, kind, status, address, region_code, trade, registered_on,
                     parent_uscc, platform_uscc, pinyin, terms, 'EXTRACT', ?
                from n where entity_id is null order by line
              on conflict do nothing
              returning 1
            )
            select (select count(*) from added), (select count(*) from changed)""";

    private static final String KNOWN = "select " + EntityRows.COLUMNS
            + " from merchant.entity where uscc = any (?) or old_no = any (?) order by uscc nulls first, id";

    private static final String MEMORY = "96MB";

    /** What became of a portion's rows. */
    public record Merged(int added, int changed) {}

    private final JdbcClient jdbc;
    private final DataSource source;

    ExtractStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    /** Runs inside a transaction, one portion each. */
    public Merged merge(List<ExtractRow> rows, String person, Instant now) {
        UUID run = UUID.randomUUID();
        // the index of words takes in a portion at once instead of in scraps
        jdbc.sql("select set_config('work_mem', ?, true)")
                .param(MEMORY)
                .query(String.class)
                .single();
        copy(run, completed(rows));
        Timestamp at = Timestamp.from(now);
        Merged merged = jdbc.sql(MERGE)
                .params(run, person, at, at, at)
                .query((rs, n) -> new Merged(rs.getInt(1), rs.getInt(2)))
                .single();
        jdbc.sql("delete from merchant.incoming where run = ?").param(run).update();
        // or every search would read through the words that wait, until the server comes round
        jdbc.sql("select merchant.sort_words_in()").query(Long.class).single();
        return merged;
    }

    /** Tells the planner what came, once a whole extract is in. */
    public void finish() {
        jdbc.sql("select merchant.count_words()").query((rs, n) -> true).single();
    }

    /** Where the extract says nothing, what the registry knows stays; the words by which one finds it need that too. */
    private List<ExtractRow> completed(List<ExtractRow> rows) {
        Object[] keys = rows.stream()
                .filter(row -> !row.unsaid().isEmpty())
                .map(ExtractRow::key)
                .toArray(String[]::new);
        if (keys.length == 0) {
            return rows;
        }
        Map<String, MarketEntity> known = new HashMap<>();
        jdbc.sql(KNOWN).params(keys, keys).query(EntityRows::of).list().forEach(one -> {
            if (one.uscc() != null) {
                known.put(one.uscc(), one);
            }
            if (one.oldNumber() != null) {
                known.putIfAbsent(one.oldNumber(), one);
            }
        });
        return rows.stream().map(row -> completed(row, known)).toList();
    }

    private static ExtractRow completed(ExtractRow row, Map<String, MarketEntity> known) {
        MarketEntity entity = known.get(row.key());
        if (entity == null && row.oldNumber() != null) {
            entity = known.get(row.oldNumber());
        }
        return entity == null || row.unsaid().isEmpty() ? row : row.over(entity);
    }

    private void copy(UUID run, List<ExtractRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 500);
        rows.forEach(row -> write(text, run, row));
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(text.toString()));
        } catch (SQLException failed) {
            throw new IllegalStateException("a portion could not be copied: " + failed.getSQLState(), failed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void write(StringBuilder out, UUID run, ExtractRow row) {
        field(out, run.toString());
        field(out, String.valueOf(row.line()));
        field(out, row.uscc());
        field(out, row.oldNumber());
        field(out, row.name());
        field(out, array(row.aliases()));
        field(out, row.kind().name());
        field(out, row.status().name());
        field(out, row.address());
        field(out, row.regionCode());
        field(out, row.trade());
        field(out, row.registeredOn() == null ? null : row.registeredOn().toString());
        field(out, row.parentUscc());
        field(out, row.platformUscc());
        field(out, NameKeys.pinyin(NameKeys.plain(row.name())));
        field(out, NameKeys.terms(row.name(), row.aliases(), row.regionCode()));
        out.setCharAt(out.length() - 1, '\n');
    }

    /** PostgreSQL's text form: a backslash before what has a meaning of its own. */
    private static void field(StringBuilder out, @Nullable String value) {
        if (value == null) {
            out.append("\\N");
        } else {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> out.append("\\\\");
                    case '\t' -> out.append("\\t");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    case '\0' -> {}
                    default -> out.append(c);
                }
            }
        }
        out.append('\t');
    }

    private static String array(List<String> values) {
        StringBuilder out = new StringBuilder("{");
        for (String value : values) {
            out.append(out.length() > 1 ? "," : "")
                    .append('"')
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return out.append('}').toString();
    }
}
