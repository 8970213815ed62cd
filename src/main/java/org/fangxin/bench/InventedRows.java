package org.fangxin.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fangxin.bench.InventedCases.Invented;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes invented cases as rows of the case file and of search; the index of words is built afterwards, as nobody reads meanwhile. */
@Component
class InventedRows {
    private static final int PORTION = 2_000;
    private static final String FILES = """
            insert into casefile.case_file
                (id, case_no, kind, stage, agency_code, version, law, channel, submission_no, received_at, opened_at,
                 goods_code, goods_detail, merchant_name, summary, route_reason)
            select id, agency || '-200101-' || (id - 1), kind, stage, agency, 1, 'order121', 'WEB', 'T' || id, received, received,
                   class, goods, merchant, summary, ''
              from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as n (id, agency, kind, stage, received, class, goods, merchant, summary)""";
    private static final String WORDS = """
            insert into search.case_text (case_id, agency_code, kind, stage, received, digest, terms)
            select id, agency, kind, stage, received, '', terms::tsvector
              from unnest(?, ?, ?, ?, ?, ?) as n (id, agency, kind, stage, received, terms)""";

    private final JdbcClient jdbc;
    private final DataSource owner;
    private final TransactionTemplate transaction;

    InventedRows(JdbcClient jdbc, @FlywayDataSource DataSource owner, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.transaction = new TransactionTemplate(transactions);
    }

    void write(InventedCases cases, int rows) {
        asOwner("drop index search.case_text_terms");
        for (int from = 0; from < rows; from += PORTION) {
            List<Invented> portion = cases.next(from, Math.min(PORTION, rows - from));
            Scopes.within(Scope.SYSTEM, () -> transaction.executeWithoutResult(status -> insert(portion)));
        }
        asOwner(
                "set maintenance_work_mem = '1GB'",
                "create index case_text_terms on search.case_text using gin (terms) with (gin_pending_list_limit = 1024)",
                "vacuum (analyze) search.case_text",
                "vacuum (analyze) casefile.case_file",
                "select setval('casefile.case_id', (select max(id) from casefile.case_file))");
    }

    private void insert(List<Invented> portion) {
        Long[] ids = portion.stream().map(Invented::id).toArray(Long[]::new);
        String[] agencies = texts(portion, Invented::agency);
        String[] kinds = texts(portion, Invented::kind);
        String[] stages = texts(portion, Invented::stage);
        Timestamp[] received =
                portion.stream().map(one -> Timestamp.from(one.received())).toArray(Timestamp[]::new);
        jdbc.sql(FILES)
                .params(
                        ids,
                        agencies,
                        kinds,
                        stages,
                        received,
                        texts(portion, Invented::goodsCode),
                        texts(portion, Invented::goods),
                        texts(portion, Invented::merchant),
                        texts(portion, Invented::summary))
                .update();
        jdbc.sql(WORDS)
                .params(ids, agencies, kinds, stages, received, texts(portion, Invented::terms))
                .update();
    }

    private static String[] texts(List<Invented> portion, Function<Invented, String> text) {
        return portion.stream().map(text).toArray(String[]::new);
    }

    private void asOwner(String... statements) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set role fx_owner");
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The rows could not be prepared", failed);
        }
    }
}
