package org.fangxin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** What the database itself keeps apart, whatever the program forgets: found by looking at every table there is. */
@FangxinTest
class RowSecurityTest {
    /** Tables open to every transaction of the program, each with the reason why that harms nobody. */
    private static final Map<String, String> OPEN = new TreeMap<>(Map.ofEntries(
            Map.entry("backup.restoration", "when the database was put back; no case"),
            Map.entry("casefile.number", "how many cases an agency had on a day; no case"),
            Map.entry("inspection.series", "how many samples and orders an agency had in a year; none of them"),
            Map.entry("enforcement.paper_series", "how many papers of a kind an agency had in a year; no paper"),
            Map.entry("approval.series", "how many sheets an agency had in a year; no sheet"),
            Map.entry("document.series", "how many papers of a kind an agency issued in a year; no paper"),
            Map.entry("intake.number", "how many submissions an agency had on a day; no submission"),
            Map.entry("casefile.reader", "where the program's readers stand"),
            Map.entry("identity.sign_in_attempt", "keyed fingerprints of names, needed before anybody is signed in"),
            Map.entry("identity.spring_session", "found by a secret of 256 bits, needed before anybody is signed in"),
            Map.entry("identity.spring_session_attributes", "found by a secret of 256 bits"),
            Map.entry("identity.audit_head", "where the log ends; no entry"),
            Map.entry("identity.key_fingerprint", "fingerprints of keys"),
            Map.entry("merchant.entity", "public: what the registry publishes"),
            Map.entry("merchant.entity_past", "public: what the registry published before"),
            Map.entry("merchant.incoming", "public: rows of an extract on their way"),
            Map.entry("law.calendar_year", "public"),
            Map.entry("law.calendar_day", "public"),
            Map.entry("law.setting", "public: choices of agencies where the law is silent"),
            Map.entry("law.revision", "a counter"),
            Map.entry("knowledge.article", "answers to what people ask; nothing of a case or a person"),
            Map.entry("knowledge.wording", "their wordings; drafts are kept back by the program alone"),
            Map.entry("knowledge.use", "how often a wording helped on a day; nobody's name"),
            Map.entry(
                    "knowledge.remark", "a word that somebody left with an answer; without name or number, of nobody"),
            Map.entry("rapid.place", "public: which streets count as town, country or county seat"),
            Map.entry("credit.rule_version", "public: how a business is graded"),
            Map.entry("supervision.major_criterion", "public: when a case is a major one"),
            Map.entry("notice.wording", "words of messages with placeholders; nothing of a case or a person"),
            Map.entry("region.division", "public"),
            Map.entry("region.agency", "public"),
            Map.entry("region.office_area", "public"),
            Map.entry("region.office_alias", "public words of addresses"),
            Map.entry("region.loaded", "public"),
            Map.entry("region.revision", "a counter"),
            Map.entry("demo.county", "how far invented stories were told"),
            Map.entry("demo.story", "numbers of invented cases; empty everywhere but in a demo"),
            Map.entry("history.flyway_schema_history", "migrations; the application has no right on it")));

    /** Views that look with their owner's eyes, each with the reason; a transaction without scope sees no row of them. */
    private static final Map<String, String> VIEWS_WITH_OWNERS_EYES = Map.of(
            "search.visible",
            "words of cases with the scope of the policy in it: under a policy no index of words is used; what it finds is"
                    + " looked up in the case file before anything is told");

    /** Functions that run with their owner's eyes, each with the reason. */
    private static final Map<String, String> WITH_OWNERS_EYES = Map.of(
            "identity.display_names",
            "names of colleagues by id, and nothing else of them",
            "merchant.sort_words_in",
            "sorts the index of words of a public table; gives out a count of pages",
            "merchant.count_words",
            "tells the planner about a public table; gives out nothing",
            "intake.same_reporter",
            "numbers of reports that the asking transaction sees, whose reporter is the same; no fingerprint",
            "intake.compare_reporters",
            "what two reports that the asking transaction sees have in common; no fingerprint",
            "search.frequent_words",
            "pairs of characters that stand in many cases, with their share; nothing of any one case",
            "casefile.unheard",
            "row numbers of cases that a listener is behind with; the list's own policies decide which of them are seen",
            "retention.under_review",
            "the program's own: whether something about a case has no end yet; yes or no",
            "retention.dispose",
            "the program's own: deletes one case of a list that two others approved; gives out nothing",
            "intake.copy_prints",
            "the program's own, for a report that goes on under another number; gives out nothing");

    /** Tables that only ever grow. */
    private static final List<String> APPEND_ONLY = List.of(
            "casefile.journal",
            "casefile.act_text",
            "casefile.party",
            "casefile.case_attachment",
            "casefile.purged_paper",
            "document.archive",
            "enforcement.reward_entry",
            "enforcement.penalty_note",
            "enforcement.publication",
            "enforcement.transfer",
            "enforcement.transfer_piece",
            "enforcement.transfer_step",
            "document.issued",
            "document.letterhead",
            "document.template",
            "identity.audit_log",
            "intake.submission",
            "intake.reporter_print",
            "intake.submission_case",
            "greenchannel.consent",
            "greenchannel.message",
            "intake.vault",
            "intake.vault_field",
            "intake.vault_reading",
            "notice.receipt",
            "rapid.visit",
            "supervision.hanging_step",
            "credit.rule_version",
            "credit.grade_reason",
            "credit.grade_source",
            "credit.grade_step",
            "credit.relation",
            "credit.drawing",
            "credit.drawing_pool",
            "credit.talk",
            "credit.talk_entity",
            "credit.talk_case",
            "credit.talk_step",
            "rapid.excuse",
            "staffing.assignment_rule",
            "retention.list",
            "retention.list_case",
            "retention.review",
            "retention.strike");

    private static final String OURS = """
            n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p')""";
    private static final String OUTSIDE_SCOPE = "42501";

    @Autowired
    DataSource app;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    PlantedCase planted;

    @BeforeEach
    void aPlace() {
        planted = new PlantedCase(cases, clock, owner, "守护标记");
    }

    @Test
    void everyTableHoldsItsRowsBackOrSaysWhyNot() throws Exception {
        try (Connection connection = owner.getConnection()) {
            assertThat(openTables(connection)).containsExactlyInAnyOrderElementsOf(OPEN.keySet());
        }
    }

    @Test
    void aTableThatForgetsIsFound() throws Exception {
        Said.thenUndone(owner, connection -> {
            Said.run(connection, "create table casefile.twin (case_id bigint, name text)");
            assertThat(openTables(connection)).contains("casefile.twin");
        });
    }

    @Test
    void aTransactionWithoutScopeSeesNoRowOfAnyOfThem() throws Exception {
        planted.complaint();
        try (Connection connection = app.getConnection()) {
            assertThat(seenWithoutScope(connection)).isEmpty();
        }
        try (Connection connection = owner.getConnection()) {
            assertThat(rowsSeen(connection))
                    .contains("casefile.case_file", "casefile.journal", "casefile.party", "identity.person");
        }
    }

    @Test
    void aPolicyThatTakesNoScopeForAllIsFound() throws Exception {
        planted.complaint();
        Said.thenUndone(owner, connection -> {
            Said.run(connection, "drop policy scope on casefile.case_file");
            Said.run(connection, """
                    create policy scope on casefile.case_file using (
                        coalesce(current_setting('fangxin.scope_from', true), '') = ''
                        or agency_code >= current_setting('fangxin.scope_from', true))""");
            Said.run(connection, "set local role fx_app");
            assertThat(seenWithoutScope(connection))
                    .contains("casefile.case_file", "casefile.journal", "casefile.party");
        });
    }

    @Test
    void nothingIsWrittenOutsideTheScope() throws Exception {
        long foreign = planted.idOf(planted.complaint());
        try (Connection connection = app.getConnection()) {
            connection.setAutoCommit(false);
            scope(connection, "620899", "6208::");
            for (String table : writable(connection, "agency_code")) {
                assertRefused(connection, "insert into %s (agency_code) values ('620826')".formatted(table));
            }
            for (String table : writable(connection, "case_id")) {
                assertRefused(connection, "insert into %s (case_id) values (%d)".formatted(table, foreign));
            }
            connection.rollback();
        }
    }

    @Test
    void aCaseIsNotMovedOutOfTheScopeNorMadeAReportByWhoSeesNone() throws Exception {
        long id = planted.idOf(planted.complaint());
        try (Connection connection = app.getConnection()) {
            connection.setAutoCommit(false);
            scope(connection, PlantedCase.COUNTY, PlantedCase.COUNTY + ":");
            assertRefused(connection, "update casefile.case_file set agency_code = '620101' where id = " + id);
            assertRefused(connection, "update casefile.case_file set kind = 'REPORT' where id = " + id);
            connection.rollback();
        }
    }

    @Test
    void theApplicationOwnsNothingAndMayBecomeNobodyElse() throws Exception {
        try (Connection connection = owner.getConnection()) {
            assertThat(Said.texts(connection, """
                    select 'relation ' || relname from pg_class where relowner = 'fx_app'::regrole
                    union all select 'function ' || proname from pg_proc where proowner = 'fx_app'::regrole
                    union all select 'schema ' || nspname from pg_namespace where nspowner = 'fx_app'::regrole
                    union all select 'type ' || typname from pg_type where typowner = 'fx_app'::regrole
                    union all select 'database ' || datname from pg_database where datdba = 'fx_app'::regrole""")).isEmpty();
            assertThat(Said.texts(connection, """
                    select rolname from pg_roles where rolname in ('fx_app', 'fx_owner', 'fx_vault', 'fx_match')
                       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)""")).isEmpty();
            assertThat(Said.texts(connection, """
                    select nspname from pg_namespace where has_schema_privilege('fx_app', oid, 'create')
                       and nspname !~ '^pg_temp'""")).isEmpty();
        }
        try (Connection connection = app.getConnection()) {
            for (String role : List.of("fx_owner", "fx_match", "fangxin_super", "pg_read_all_data")) {
                assertThatThrownBy(() -> Said.run(connection, "set role " + role))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void theApplicationNeitherChangesNorDeletesWhatOnlyGrows() throws Exception {
        try (Connection connection = owner.getConnection()) {
            for (String table : APPEND_ONLY) {
                assertThat(Said.texts(connection, """
                        select p from unnest(array['update', 'delete', 'truncate', 'trigger', 'references']) p
                         where has_table_privilege('fx_app', '%s', p)""".formatted(table)))
                        .as(table)
                        .isEmpty();
                assertThat(Said.texts(
                                connection,
                                "select 'update' where has_any_column_privilege('fx_app', '%s', 'update')"
                                        .formatted(table)))
                        .as(table)
                        .isEmpty();
            }
            assertThat(Said.texts(
                            connection,
                            "select n.nspname || '.' || relname from pg_class c"
                                    + " join pg_namespace n on n.oid = relnamespace where " + OURS
                                    + " and has_table_privilege('fx_app', c.oid, 'truncate, trigger')"))
                    .isEmpty();
        }
    }

    @Test
    void noViewAndNoFunctionLooksWithItsOwnersEyesUnlessItSaysWhy() throws Exception {
        try (Connection connection = owner.getConnection()) {
            assertThat(Said.texts(connection, """
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                     where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                       and not coalesce(c.reloptions @> array['security_invoker=true'], false)"""))
                    .containsExactlyInAnyOrderElementsOf(VIEWS_WITH_OWNERS_EYES.keySet());
            assertThat(Said.texts(connection, """
                    select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                     where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'""")).containsExactlyInAnyOrderElementsOf(WITH_OWNERS_EYES.keySet());
            assertThat(Said.texts(connection, """
                    select p.proname from pg_proc p where p.prosecdef and p.pronamespace >= 16384
                       and (has_function_privilege('public', p.oid, 'execute') or p.proconfig is null)""")).isEmpty();
        }
    }

    private static List<String> openTables(Connection connection) throws SQLException {
        return Said.texts(
                connection,
                "select n.nspname || '.' || c.relname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where " + OURS + " and not c.relrowsecurity");
    }

    /** Tables under row-level security of which this connection sees rows, before any scope and with an emptied one. */
    private static List<String> seenWithoutScope(Connection connection) throws SQLException {
        List<String> seen = new ArrayList<>(rowsSeen(connection));
        Said.run(connection, """
                select set_config('fangxin.scope_from', '', false), set_config('fangxin.scope_to', '', false),
                       set_config('fangxin.person', '', false), set_config('fangxin.reports', '', false)""");
        seen.addAll(rowsSeen(connection));
        return seen;
    }

    private static List<String> rowsSeen(Connection connection) throws SQLException {
        List<String> seen = new ArrayList<>();
        for (String table : protectedTables(connection, "select")) {
            if (!Said.texts(connection, "select 1 from " + table + " limit 1").isEmpty()) {
                seen.add(table);
            }
        }
        return seen;
    }

    private static List<String> protectedTables(Connection connection, String privilege) throws SQLException {
        return Said.texts(
                connection,
                "select n.nspname || '.' || c.relname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where " + OURS
                        + " and c.relrowsecurity and has_table_privilege(c.oid, '" + privilege + "')");
    }

    /** Protected tables into which the application may insert and that have this column. The log takes in everything. */
    private static List<String> writable(Connection connection, String column) throws SQLException {
        List<String> tables = new ArrayList<>(protectedTables(connection, "insert"));
        tables.remove("identity.audit_log");
        List<String> having = new ArrayList<>();
        for (String table : tables) {
            if (!Said.texts(connection, """
                    select attname from pg_attribute where attrelid = '%s'::regclass and attname = '%s'""".formatted(table, column)).isEmpty()) {
                having.add(table);
            }
        }
        assertThat(having).isNotEmpty();
        return having;
    }

    private static void assertRefused(Connection connection, String sql) throws SQLException {
        var before = connection.setSavepoint();
        assertThatThrownBy(() -> Said.run(connection, sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(OUTSIDE_SCOPE))
                .hasMessageContaining("row-level security");
        connection.rollback(before);
    }

    private static void scope(Connection connection, String from, String to) throws SQLException {
        Said.run(connection, """
                select set_config('fangxin.scope_from', '%s', true), set_config('fangxin.scope_to', '%s', true),
                       set_config('fangxin.person', 'somebody', true), set_config('fangxin.reports', 'NONE', true)""".formatted(from, to));
    }
}
