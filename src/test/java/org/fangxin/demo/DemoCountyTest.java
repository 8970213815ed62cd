package org.fangxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.Procedures;
import org.fangxin.casefile.Stage;
import org.fangxin.command.ProgramCommand;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.store.Progress;
import org.fangxin.identity.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the demo county on the tests' own database, beside what other tests leave there. */
@FangxinTest
class DemoCountyTest {
    @Autowired
    DemoCounty county;

    @Autowired
    AccountsFile file;

    @Autowired
    Progress progress;

    @Autowired
    CaseFiles cases;

    @Autowired
    People people;

    @Autowired
    Narrator narrator;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<ProgramCommand> commands;

    @BeforeEach
    void made() {
        assertThat(county.make()).as("stories that were refused").isEmpty();
    }

    @Test
    void showsEveryStageOfEveryKind() {
        for (Kind kind : Kind.values()) {
            assertThat(stages(kind)).as(kind.name()).containsAll(Procedures.stagesOf(kind));
        }
    }

    @Test
    void keepsEveryChainWhole() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ProgramCommand verify = commands.stream()
                .filter(command -> command.name().equals("verify"))
                .findFirst()
                .orElseThrow();
        verify.run(List.of(), new PrintStream(said, true, StandardCharsets.UTF_8));
        String faults = said.toString(StandardCharsets.UTF_8);
        assertThat(everyStory()).isNotEmpty().noneMatch(told -> faults.contains(told.caseNo() + " "));
    }

    @Test
    void addsNothingWhenStartedAgain() {
        long before = entries();
        assertThat(county.wanted()).isFalse();
        county.make();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void goesOnWhereItWasCutOff() {
        Story whole = Telling.suggestion("test-" + UUID.randomUUID(), When.working(3, "10:00"))
                .from("孙", 99)
                .asks("建议多设几把公平秤。")
                .then(When.working(2, "10:00"), Account.DENGJI, Act.REFER, "text", "样例股")
                .then(When.working(1, "10:00"), Account.DENGJI, Act.ANSWER, "result", "ADOPTED", "text", "已经采纳。")
                .end();
        Story cut = new Story(
                whole.key(),
                whole.kind(),
                whole.received(),
                whole.submitted(),
                whole.steps().subList(0, 1));
        Staff staff = Staff.of(people);
        narrator.tell(cut, staff, clock.instant());
        narrator.tell(whole, staff, clock.instant());
        narrator.tell(whole, staff, clock.instant());
        Progress.Told told = inside(() -> progress.story(whole.key()).orElseThrow());
        CaseState state = inside(() -> cases.find(told.caseNo()).orElseThrow());
        assertThat(told.stepsDone()).isEqualTo(2);
        assertThat(state.stage()).isEqualTo(Stage.ANSWERED);
    }

    @Test
    void tellsItsAccountsToTheProgramsOwnUserOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        String text = Files.readString(file.path());
        assertThat(Account.values()).allMatch(account -> text.contains(account.username()));
    }

    private long entries() {
        return inside(() -> jdbc.sql("select count(*) from casefile.journal j "
                        + "join casefile.case_file c on c.id = j.case_id join demo.story s using (case_no)")
                .query(Long.class)
                .single());
    }

    private Set<Stage> stages(Kind kind) {
        Set<Stage> stages = new HashSet<>();
        for (Progress.Told told : everyStory()) {
            add(stages, kind, told.caseNo());
            if (told.openedNo() != null) {
                add(stages, kind, told.openedNo());
            }
        }
        return stages;
    }

    private void add(Set<Stage> stages, Kind kind, String caseNo) {
        CaseState state = inside(() -> cases.find(caseNo).orElseThrow());
        if (state.kind() == kind) {
            stages.add(state.stage());
        }
    }

    private List<Progress.Told> everyStory() {
        return DemoCounty.stories().stream()
                .map(story -> inside(() -> progress.story(story.key()).orElseThrow()))
                .toList();
    }

    private <T> T inside(Supplier<T> work) {
        return Scopes.within(Scope.SYSTEM, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
