package org.fangxin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.search.CaseSearch;
import org.fangxin.search.Question;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a bench measures on must be what an office has: whole cases that verify, open, and are found. */
@FangxinTest
class InventedDatabaseTest {
    private static final int CASES = 27;
    private static final PrintStream NOWHERE =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @Autowired
    InventedDatabase database;

    @Autowired
    List<ProgramCommand> commands;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseSearch search;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void castCasesVerifyOpenAndAreFoundByTheirWords() {
        String indexes = indexes();
        database.fill(CASES, NOWHERE);

        List<String> numbers =
                texts("select case_no from casefile.case_file where case_no ~ ? order by id", "-J?1000\\d{4}$");
        assertThat(numbers).hasSize(CASES);
        assertThat(faults())
                .as("chain, texts and row of each")
                .noneMatch(line -> numbers.stream().anyMatch(line::contains));
        assertThat(indexes()).as("indexes are there again").isEqualTo(indexes);
        for (String number : numbers) {
            assertThat(Scopes.within(Scope.SYSTEM, () -> cases.find(number)))
                    .as(number)
                    .isPresent();
        }
        String newest = numbers.getLast();
        Actor nation = new Actor("bench", "00", java.util.Set.of(Role.SUPERIOR));
        var found = Scopes.within(
                Scope.subtree("00", "bench", Scope.Reports.ALL),
                () -> search.find(
                        new Question(newest, false, List.of(), null, List.of(), null, null, 20, null), nation));
        assertThat(found.total()).as("found by its number").isEqualTo(1);
        assertThat(texts(
                        "select distinct case_no from notice.outbox where case_no = any (?)",
                        numbers.toArray(String[]::new)))
                .as("with the notices that readers make")
                .hasSizeGreaterThan(CASES / 4);
        assertThat(unread()).as("readers are behind what was written").isFalse();
    }

    private List<String> faults() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        commands.stream()
                .filter(command -> command.name().equals("verify"))
                .findFirst()
                .orElseThrow()
                .run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("不一致"))
                .toList();
    }

    private String indexes() {
        return String.join(
                "\n",
                texts(
                        "select indexdef from pg_indexes where schemaname || '.' || tablename = any (?) order by 1",
                        (Object) Moulds.tables().toArray(String[]::new)));
    }

    private boolean unread() {
        return !texts(
                        "select name from casefile.reader where (xid, seq) < (select xid, seq from casefile.journal where case_seq >= ? order by xid desc, seq desc limit 1)",
                        1)
                .isEmpty();
    }

    private List<String> texts(String sql, Object parameter) {
        return Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> jdbc.sql(sql)
                                .param(parameter)
                                .query((rs, n) -> rs.getString(1))
                                .list()));
    }
}
