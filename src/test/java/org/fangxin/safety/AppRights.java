package org.fangxin.safety;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the program's own role in the database is refused: told to do by somebody who can make it say any statement. */
final class AppRights {
    private static final String REFUSED = "42501";
    private static final int LONGEST_NAME = 100;
    private static final List<String> NEVER_CHANGED = List.of(
            "identity.audit_log",
            "casefile.journal",
            "casefile.act_text",
            "intake.vault_field",
            "intake.vault_reading",
            "intake.submission");

    /** Statements each of which would be a way out of the role; what destroys comes last. */
    private static final List<String> WAYS = List.of(
            "alter role fx_app superuser",
            "alter role fx_app bypassrls",
            "alter role fangxin_super password 'x'",
            "create role fx_more login",
            "grant fx_owner to fx_app",
            "grant pg_execute_server_program to fx_app",
            "set role fx_owner",
            "set role fx_match",
            "set role fangxin_super",
            "set role pg_read_server_files",
            "set session authorization fangxin_super",
            "set row_security = off; select 1 from casefile.case_file",
            "set session_replication_role = replica",
            "set log_statement = 'all'",
            "alter system set fsync = off",
            "alter system set archive_command = 'true'",
            "alter database fangxin set synchronous_commit = off",
            "select pg_reload_conf()",
            "show data_directory",
            "show hba_file",
            "select * from pg_hba_file_rules",
            "select rolpassword from pg_authid",
            "select passwd from pg_shadow",
            "select pg_read_file('postgresql.conf')",
            "select pg_read_binary_file('global/pg_control')",
            "select pg_ls_dir('.')",
            "select pg_stat_file('PG_VERSION')",
            "select lo_import('/etc/hostname')",
            "copy (select 1) to program 'true'",
            "create table pg_temp.got (line text); copy pg_temp.got from program 'id'",
            "copy (select 1) to '/dev/null'",
            "select lo_export(0, '/dev/null')",
            "create extension amcheck",
            "create extension pgcrypto",
            "create function public.out(cstring) returns int language c as '/lib/x86_64-linux-gnu/libc.so.6', 'system'",
            "create function casefile.mine() returns int language sql return 1",
            "create function pg_temp.out(cstring) returns int language c as '/lib/x86_64-linux-gnu/libc.so.6', 'system'",
            "create language plpgsql_too handler plpgsql_call_handler",
            "create schema mine",
            "create table public.mine (a int)",
            "create temporary table mine (a int)",
            "create database mine",
            "create publication mine for all tables",
            "create event trigger mine on ddl_command_end execute function suppress_redundant_updates_trigger()",
            "select pg_create_physical_replication_slot('mine')",
            "select pg_create_logical_replication_slot('mine', 'pgoutput')",
            "select pg_backup_start('mine')",
            "select pg_switch_wal()",
            "select pg_log_backend_memory_contexts(pg_backend_pid())",
            "select sealed from intake.vault_field",
            "select identity from intake.vault",
            "select print from intake.reporter_print",
            "select terms from search.case_text",
            "select loid from pg_largeobject",
            "select retention.dispose('none', 'none', now())",
            "select retention.dispose_people(0, 'none')",
            "update identity.key_fingerprint set fingerprint = ''",
            "delete from casefile.case_file",
            "alter table casefile.case_file disable row level security",
            "create policy mine on casefile.case_file using (true)",
            "drop policy scope on casefile.case_file",
            "alter view search.visible set (security_barrier = false)");

    /** A type of one's own that a function which runs with its owner's eyes may take for the usual one. */
    private static final String SHADOW = """
            /* a type %1$s of one's own in %2$s */ create function pg_temp.hand(v text) returns boolean language plpgsql as $$
            begin perform set_config('fangxin.taken', current_user, false); return true; end $$;
            create domain pg_temp.%1$s as pg_catalog.%1$s check (pg_temp.hand(value::pg_catalog.text));
            select * from %2$s;
            do $$ begin if coalesce(current_setting('fangxin.taken', true), session_user) = session_user then
              raise insufficient_privilege using message = 'the owner was not led astray'; end if; end $$""";

    private static final String ATTRIBUTES = """
            select string_agg(what, ', ') from (
              select 'superuser' what from pg_roles where rolname = current_user and rolsuper
              union all select 'createrole' from pg_roles where rolname = current_user and rolcreaterole
              union all select 'createdb' from pg_roles where rolname = current_user and rolcreatedb
              union all select 'replication' from pg_roles where rolname = current_user and rolreplication
              union all select 'bypassrls' from pg_roles where rolname = current_user and rolbypassrls
              union all select 'may become ' || rolname from pg_roles
                where rolname not in (current_user, 'fx_vault') and pg_has_role(current_user, oid, 'set')
              union all select 'owns ' || oid::regclass from pg_class
                where relowner = (select oid from pg_roles where rolname = current_user)
              union all select 'owns function ' || proname from pg_proc
                where proowner = (select oid from pg_roles where rolname = current_user)) found""";

    static final String EVERYTHING_IN_SIGHT = """
            select set_config('fangxin.scope_from', '', false), set_config('fangxin.scope_to', ':', false),
                   set_config('fangxin.person', '', false), set_config('fangxin.reports', 'ALL', false)""";

    private final Home home;

    AppRights(Home home) {
        this.home = home;
    }

    /** All of it, each over a connection of its own and with every case in sight. */
    List<Tries.Told> tried() throws SQLException, IOException {
        List<Tries.Told> told = new ArrayList<>();
        told.add(attributes());
        for (String way : ways()) {
            told.add(statement(way));
        }
        return told;
    }

    private static List<String> ways() {
        List<String> all = new ArrayList<>(WAYS);
        all.add(SHADOW.formatted("regclass", "merchant.sort_words_in()"));
        all.add(SHADOW.formatted("text", "search.frequent_words()"));
        for (String table : NEVER_CHANGED) {
            all.add("update " + table + " set " + column(table));
            all.add("delete from " + table);
            all.add("alter table " + table + " disable trigger all");
            all.add("create rule mine as on insert to " + table + " do instead nothing");
            all.add("begin; lock table " + table + " in access exclusive mode; rollback");
            all.add("truncate " + table + " cascade");
            all.add("drop table " + table + " cascade");
        }
        return all;
    }

    private static String column(String table) {
        return switch (table) {
            case "identity.audit_log" -> "detail = ''";
            case "casefile.journal" -> "data = '{}'";
            case "casefile.act_text" -> "body = ''";
            case "intake.vault_field" -> "sealed = ''";
            case "intake.vault_reading" -> "purpose = ''";
            default -> "channel = ''";
        };
    }

    private static String name(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME) + "…";
    }

    private Tries.Told attributes() throws SQLException, IOException {
        try (Connection connection = home.connectAsApplication();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ATTRIBUTES)) {
            rows.next();
            String found = rows.getString(1);
            return found == null
                    ? new Tries.Told("attributes, roles and property of the role", Tries.End.REFUSED, "none")
                    : new Tries.Told("attributes, roles and property of the role", Tries.End.LET_IN, found);
        }
    }

    private Tries.Told statement(String sql) throws SQLException, IOException {
        String name = name(sql);
        try (Connection connection = home.connectAsApplication();
                Statement statement = connection.createStatement()) {
            statement.execute(EVERYTHING_IN_SIGHT);
            try {
                statement.execute(sql);
                return new Tries.Told(name, Tries.End.LET_IN, "done");
            } catch (SQLException refused) {
                return new Tries.Told(
                        name,
                        REFUSED.equals(refused.getSQLState()) ? Tries.End.REFUSED : Tries.End.ASKED_WRONGLY,
                        String.valueOf(refused.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                                .replaceAll(" (?:table|view|function|schema|relation|role|database|parameter) .*", ""));
            }
        }
    }
}
