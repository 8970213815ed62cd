package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.STATION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the public reads, and what the timeline calls each entry. */
class PublicTextTest {
    private static final PublicText.Details DETAILS = PublicText.Details.of("崇信县市场监督管理局");
    private static final List<String> SECRETS = List.of("立案", "处罚", "核查", "不予", "决定");

    @Test
    void everyEntryHasALabel() {
        assertThat(entries(Entry.class).toList())
                .hasSizeGreaterThan(90)
                .allSatisfy(
                        type -> assertThat(EntryLabels.of(type.getSimpleName())).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyStageHasASentence(Kind kind) {
        for (Stage stage : Procedures.stagesOf(kind)) {
            assertThat(PublicText.of(in(kind, stage), DETAILS)).as(stage.name()).isNotBlank();
        }
    }

    @Test
    void filedDeclinedDecidedAndClosedReportsReadTheSame() {
        Set<String> said = Stream.of(
                        CaseWalk.verifying(),
                        CaseWalk.filed(),
                        CaseWalk.declined(),
                        CaseWalk.penalised(),
                        CaseWalk.closed())
                .map(walk -> PublicText.of(walk.state, DETAILS))
                .collect(Collectors.toSet());
        assertThat(said).hasSize(1);
    }

    @Test
    void nothingOfAReportsHandlingIsTold() {
        for (CaseWalk walk : List.of(CaseWalk.declined(), CaseWalk.closed())) {
            assertThat(PublicText.of(walk.state, DETAILS)).doesNotContain(SECRETS);
            List<String> steps = walk.journal.stream()
                    .flatMap(entry -> PublicText.step(walk.state, entry.entry(), "局").stream())
                    .toList();
            assertThat(steps).containsExactly("已收到", "已进入处理程序");
        }
    }

    @Test
    void aDistributedReportTellsNothingAndAComplaintTellsWhoHasIt() {
        CaseWalk report = CaseWalk.report().does(Act.DISTRIBUTE, INTAKE, "to", STATION);
        assertThat(PublicText.of(report.state, DETAILS)).isEqualTo("已收到。");
        CaseWalk complaint = CaseWalk.complaint().does(Act.DISTRIBUTE, INTAKE, "to", STATION);
        assertThat(PublicText.of(complaint.state, DETAILS)).startsWith("已分送崇信县市场监督管理局");
    }

    @Test
    void aReceivedComplaintNamesAgencyAndDate() {
        assertThat(PublicText.of(CaseWalk.complaint().state, DETAILS.due(LocalDate.of(2026, 5, 14))))
                .isEqualTo("已由崇信县市场监督管理局接收，正在决定是否受理，最迟5月14日告知您。");
    }

    @Test
    void aRefusalNamesItsReasonsAndTheFiveOtherWays() {
        CaseWalk refused = StageWalks.to(Stage.REFUSED, CaseWalk.complaint());
        Entry.Refused entry = (Entry.Refused) refused.last.entries().getFirst();
        String text = PublicText.of(refused.state, DETAILS.because(PublicText.reasons(entry, refused.state.law())));
        assertThat(text).contains("超过三年", "第十六条第四项", "协商和解", "消费者协会", "仲裁", "起诉", "第三十九条");
    }

    @Test
    void anArchivedFileKeepsTheEndItHad() {
        assertThat(PublicText.of(StageWalks.to(Stage.ARCHIVED, CaseWalk.complaint()).state, DETAILS))
                .isEqualTo("您已撤回。");
    }

    private static CaseState in(Kind kind, Stage stage) {
        CaseDraft draft = CaseWalk.of(kind, CaseWalk.CHONGXIN, "2026-05-06T10:00", "SUBMISSION")
                .state
                .draft();
        draft.stage = stage;
        return draft.done();
    }

    private static Stream<Class<?>> entries(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(PublicTextTest::entries);
    }
}
