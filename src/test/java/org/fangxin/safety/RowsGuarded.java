package org.fangxin.safety;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fangxin.intake.Canary;
import org.postgresql.PGConnection;

/** What the database shows of its rows to the program's own role, and what it has of people that can be read at all. */
final class RowsGuarded {
    private static final String COUNTY = "620823";
    private static final String GUARDED = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and c.relrowsecurity and has_table_privilege('fx_app', c.oid, 'select')
               and (cast('%1$s' as text) = '' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = '%1$s'))""";

    private static final String EVERY_TABLE = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'""";

    private final Home home;
    private int guarded;

    RowsGuarded(Home home) {
        this.home = home;
    }

    /** Tables that have rows and show them to a scope alone. */
    int guarded() {
        return guarded;
    }

    /** @param people who told what may be read nowhere */
    List<Tries.Told> tried(List<Somebody> people) throws SQLException, IOException {
        List<Tries.Told> told = new ArrayList<>();
        List<String> full = withRows(GUARDED.formatted(""));
        guarded = full.size();
        told.add(judged("rows of " + guarded + " guarded tables, without a scope", seen(full, "select 1", "true")));
        told.add(judged(
                "rows of other agencies, with one county's scope",
                seen(
                        withRows(GUARDED.formatted("agency_code")),
                        scope("ALL"),
                        "left(agency_code, 6) <> '" + COUNTY + "'")));
        told.add(judged(
                "reports, in the county's scope without reports",
                seen(List.of("casefile.case_file"), scope("NONE"), "kind = 'REPORT'")));
        told.add(judged("words of people in any table, in any form", inClear(people)));
        told.add(vault());
        return told;
    }

    private static Tries.Told judged(String name, Collection<String> found) {
        return found.isEmpty()
                ? new Tries.Told(name, Tries.End.REFUSED, "none")
                : new Tries.Told(name, Tries.End.LET_IN, found.toString());
    }

    private static String scope(String reports) {
        return """
                select set_config('fangxin.scope_from', '%1$s', false), set_config('fangxin.scope_to', '%1$s:', false),
                       set_config('fangxin.person', 'somebody', false), set_config('fangxin.reports', '%2$s', false)""".formatted(COUNTY, reports);
    }

    private List<String> withRows(String tables) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection owner = home.connect();
                Statement statement = owner.createStatement()) {
            for (String table : texts(statement, tables)) {
                if (!texts(statement, "select '' from " + table + " limit 1").isEmpty()) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** Tables of which the application sees such a row after it has said this. */
    private List<String> seen(List<String> tables, String first, String row) throws SQLException, IOException {
        List<String> found = new ArrayList<>();
        try (Connection app = home.connectAsApplication();
                Statement statement = app.createStatement()) {
            statement.execute(first);
            for (String table : tables) {
                if (!texts(statement, "select '' from " + table + " where " + row + " limit 1")
                        .isEmpty()) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** Tables, as the owner has them written out, in which something that people told stands in any form. */
    private List<String> inClear(List<Somebody> people) throws SQLException, IOException {
        Canary canary =
                new Canary(people.stream().flatMap(one -> one.marks().stream()).toList());
        List<String> found = new ArrayList<>();
        try (Connection owner = home.connect();
                Statement statement = owner.createStatement()) {
            for (String table : texts(statement, EVERY_TABLE)) {
                ByteArrayOutputStream written = new ByteArrayOutputStream();
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select t::text from " + table + " t) to stdout", written);
                if (!canary.in(written.toByteArray()).isEmpty()) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** The role that alone may select from the vault gets what is sealed, and nothing has to be in it for this to say so. */
    private Tries.Told vault() throws SQLException, IOException {
        try (Connection app = home.connectAsApplication();
                Statement statement = app.createStatement()) {
            statement.execute("set role fx_vault");
            statement.execute(AppRights.EVERYTHING_IN_SIGHT);
            List<String> formats = texts(statement, "select distinct get_byte(sealed, 0) from intake.vault_field");
            return new Tries.Told(
                    "the vault through its own role",
                    formats.equals(List.of("2")) ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY,
                    "formats of what is sealed " + formats);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
