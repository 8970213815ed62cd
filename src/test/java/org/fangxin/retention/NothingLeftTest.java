package org.fangxin.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that a room adds later and that holds something of a case is disposed of too, or says why not. */
@FangxinTest
class NothingLeftTest {
    private static final String NOT_OF_A_CASE = "not of a case";
    private static final String CODES = "ids, codes, days and numbers: the skeleton";
    private static final Map<String, String> STAYS = Map.ofEntries(
            Map.entry("casefile.journal", "the chain: codes and ids, bound by digests"),
            Map.entry("casefile.deadline", CODES),
            Map.entry("casefile.presence", "who has the page open, gone after minutes"),
            Map.entry("casefile.purged_paper", CODES),
            Map.entry("credit.fact", CODES),
            Map.entry("credit.lead", CODES),
            Map.entry("credit.talk", "talks with businesses, of their own room and term"),
            Map.entry("credit.talk_case", CODES),
            Map.entry("document.archive", "the number of the archive"),
            Map.entry("document.letterhead", NOT_OF_A_CASE),
            Map.entry("document.template", NOT_OF_A_CASE),
            Map.entry("enforcement.course", CODES),
            Map.entry("enforcement.origin", CODES),
            Map.entry("field.pass_key", "keys of devices, which run out"),
            Map.entry("field.taken", CODES),
            Map.entry("greenchannel.item", CODES),
            Map.entry("greenchannel.member", "a business that is a member"),
            Map.entry("identity.recovery_code", NOT_OF_A_CASE),
            Map.entry("identity.second_factor", NOT_OF_A_CASE),
            Map.entry("identity.spring_session_attributes", NOT_OF_A_CASE),
            Map.entry("inspection.sample", "what was taken of goods and from which business, a record of its own room"),
            Map.entry("intake.idempotency", "gone after a day"),
            Map.entry("intake.import_job", "the name of a file of many cases"),
            Map.entry("intake.import_key", "keyed fingerprints, so that no row lands twice"),
            Map.entry("intake.submission_case", CODES),
            Map.entry("intake.suggestion_choice", CODES),
            Map.entry("intake.suggestion_outcome", CODES),
            Map.entry("intake.tracking_attempt", "keyed fingerprints, gone after a day"),
            Map.entry("intake.vault_opening", "who opened which field when: codes"),
            Map.entry("mediation.performance", CODES),
            Map.entry("notice.reminder", CODES),
            Map.entry("rapid.promise", CODES),
            Map.entry("rapid.team", CODES),
            Map.entry("retention.archived", CODES),
            Map.entry("retention.filed", CODES),
            Map.entry("retention.hold", "why somebody held it back: kept like the lists"),
            Map.entry("retention.link", CODES),
            Map.entry("retention.list_case", "the list, kept for ever"),
            Map.entry("retention.strike", "the list, kept for ever"),
            Map.entry("staffing.absence", NOT_OF_A_CASE),
            Map.entry("staffing.waiting", CODES),
            Map.entry("worklist.bulk_row", CODES),
            Map.entry("worklist.export", "a filter, of many cases"),
            Map.entry("worklist.export_row", CODES),
            Map.entry("worklist.reading", CODES));

    @Autowired
    @FlywayDataSource
    DataSource owner;

    JdbcClient tables;

    @BeforeEach
    void byTheOwner() {
        tables = JdbcClient.create(owner);
    }

    @Test
    void everyTableThatHoldsSomethingOfACaseIsDisposedOfOrSaysWhyNot() {
        TreeMap<String, String> unknown = new TreeMap<>(STAYS);
        List<String> all = holding();
        String disposing = disposing();
        TreeSet<String> forgotten = new TreeSet<>(all);
        forgotten.removeIf(table -> STAYS.containsKey(table) || disposing.contains(" " + table + " "));
        unknown.keySet().removeAll(all);
        assertThat(forgotten).isEmpty();
        assertThat(unknown.keySet()).as("excused, but not there").isEmpty();
    }

    /** The twin: a table that somebody adds is found. */
    @Test
    void aNewTableIsFoundForgotten() {
        tables.sql("create table casefile.added_later (case_no text, words text)")
                .update();
        try {
            assertThat(holding()).contains("casefile.added_later");
            assertThat(STAYS).doesNotContainKey("casefile.added_later");
            assertThat(disposing()).doesNotContain("casefile.added_later");
        } finally {
            tables.sql("drop table casefile.added_later").update();
        }
    }

    /** Tables with a case's number or id, and those with bytes, which may be sealed. */
    private List<String> holding() {
        return tables.sql("""
                        select distinct c.table_schema || '.' || c.table_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.table_schema not in ('pg_catalog', 'information_schema', 'history', 'public')
                           and (c.column_name in ('case_no', 'case_id', 'room_id', 'submission_no') or c.data_type = 'bytea')
                         order by 1""").query((rs, n) -> rs.getString(1)).list();
    }

    private String disposing() {
        return tables.sql("""
                        select string_agg(regexp_replace(p.prosrc, '\\s+', ' ', 'g'), ' ')
                          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                         where n.nspname = 'retention' and p.proname like 'dispose%'""").query(String.class).single();
    }
}
