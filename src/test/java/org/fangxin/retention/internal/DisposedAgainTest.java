package org.fangxin.retention.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.cipher.CheckpointSeal;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.People;
import org.fangxin.retention.DisposalList;
import org.fangxin.retention.DisposalList.Line;
import org.fangxin.retention.DisposalList.Review;
import org.fangxin.retention.OldFile;
import org.fangxin.retention.internal.DisposalRegister.Gone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A database from before the disposal: it knows neither the list nor that the case is gone; the register does. */
@FangxinTest
class DisposedAgainTest {
    @Autowired
    ApplicationContext program;

    @Autowired
    People people;

    @Autowired
    CaseFiles cases;

    @Autowired
    SettableTime time;

    @Autowired
    CheckpointSeal seal;

    @Autowired
    JsonMapper json;

    @Autowired
    DisposalRegister register;

    @Autowired
    DisposedAgain again;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @TempDir
    Path home;

    private static DisposalList list(String caseNo) {
        Instant at = Instant.parse("2026-04-01T02:00:00Z");
        return new DisposalList(
                "D620826-2025-%06d".formatted(System.nanoTime() % 1_000_000),
                "620826",
                "已逐件核对",
                "archivist-1",
                at,
                List.of(new Review(1, true, "head-1", at, "已逐件核对"), new Review(2, true, "leader-1", at, "同意，已核对")),
                List.of(new Line(
                        caseNo,
                        "COMPLAINT",
                        10,
                        LocalDate.parse("2016-02-01"),
                        LocalDate.parse("2026-02-01"),
                        null,
                        null)));
    }

    private int texts(String caseNo) {
        return JdbcClient.create(owner)
                .sql("""
                        select count(*) from casefile.act_text t join casefile.case_file c on c.id = t.case_id
                         where c.case_no = ?""")
                .param(caseNo)
                .query(Integer.class)
                .single();
    }

    @Test
    void disposesAgainOfWhatTheRegisterSaysIsGone() {
        String no = new OldFile(cases, time, owner, people).archived("榛子" + System.nanoTime(), "2016-02-01");
        Hearing.byEverybody(program, owner, no);
        DisposalList list = list(no);
        assertThat(texts(no)).isPositive();
        register.note(list);
        register.note(new Gone(list.listNo(), no, Instant.parse("2026-04-02T02:00:00Z")));
        String told = Scopes.within(Scope.SYSTEM, () -> again.settle(time.instant()));
        assertThat(told).contains("按销毁登记再次销毁");
        assertThat(texts(no)).isZero();
        assertThat(JdbcClient.create(owner)
                        .sql("select disposed_at from retention.list_case where list_no = ? and case_no = ?")
                        .params(list.listNo(), no)
                        .query(Instant.class)
                        .single())
                .isEqualTo("2026-04-02T02:00:00Z");
    }

    @Test
    void aLineThatWasChangedTakenAwayOrWrittenByAnotherIsFound() throws Exception {
        Files.createDirectories(home.resolve("secrets"));
        DisposalRegister own = new DisposalRegister(home, seal, json);
        own.note(list("C1"));
        own.note(new Gone("D620826-2026-001", "C1", Instant.parse("2026-04-02T02:00:00Z")));
        own.note(new Gone("D620826-2026-001", "C2", Instant.parse("2026-04-02T02:00:00Z")));
        Path file = home.resolve("secrets/disposals.txt");
        List<String> lines = Files.readAllLines(file);
        assertThat(own.content().cases()).extracting(Gone::caseNo).containsExactly("C1", "C2");

        Files.writeString(file, String.join("\n", lines).replace("\"C2\"", "\"C3\"") + "\n");
        assertThatThrownBy(own::content).hasMessageContaining("第 3 行被改动或者缺失");

        List<String> cut = new ArrayList<>(lines);
        cut.remove(1);
        Files.writeString(file, String.join("\n", cut) + "\n");
        assertThatThrownBy(own::content).hasMessageContaining("第 2 行被改动或者缺失");

        Files.writeString(file, String.join("\n", lines) + "\n");
        Files.writeString(file, "4 CASE {\"listNo\":\"D6", StandardOpenOption.APPEND);
        assertThat(own.content().cases()).as("half a line of a power cut").hasSize(2);
        own.note(new Gone("D620826-2026-001", "C4", Instant.parse("2026-04-02T02:00:00Z")));
        assertThat(own.content().cases()).hasSize(3);
    }
}
