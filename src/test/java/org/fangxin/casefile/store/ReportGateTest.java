package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Clock;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Acts of reports and consultations that reach other cases, through the gate. */
@FangxinTest
class ReportGateTest {
    private static final String VER = "penalty.report.verify";
    private static final Actor OFFICER =
            new Actor("officer-9", "620823", Set.of(Role.HANDLER, Role.INVESTIGATOR, Role.LEADER, Role.REGISTRAR));
    private static final Scope COUNTY = Scope.subtree("620823", "officer-9", Scope.Reports.ALL);

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Test
    void aMergedReportRestartsTheOtherOneInTheSameTransaction() {
        CaseState first = opened(Kind.REPORT);
        CaseState second = opened(Kind.REPORT);
        act(
                second,
                Act.MERGE_REPORT,
                Map.of(
                        "intoCaseNo",
                        first.caseNo(),
                        "confirmed",
                        List.of("SAME_REPORTER", "SAME_REPORTED"),
                        "newFacts",
                        "又一个批次"));
        CaseState target = found(first.caseNo());
        assertThat(target.related()).containsEntry(second.caseNo(), "MERGED_FROM");
        assertThat(target.clocks().all())
                .filteredOn(one -> one.rule().equals(VER))
                .extracting(Clock::state)
                .containsExactly(Clock.State.LIFTED, Clock.State.RUNNING);
        assertThat(found(second.caseNo()).stage()).isEqualTo(Stage.MERGED);
    }

    @Test
    void aConvertedConsultationBecomesAComplaintOfItsAsker() {
        CaseState consultation = opened(Kind.CONSULTATION);
        assertThat(consultation.clocks().open("promise.consultation.answer")).isPresent();
        CaseFiles.Done done = act(consultation, Act.CONVERT, Map.of("kind", "COMPLAINT", "agreed", true));
        CaseState complaint = found(done.opened().getFirst());
        assertThat(complaint.partiesWith(PartyRole.COMPLAINANT)).containsExactly("P1");
        assertThat(complaint.clocks().open("order121.complaint.accept")).isPresent();
        assertThat(done.state().related()).containsEntry(complaint.caseNo(), "CONVERTED_TO");
    }

    @Test
    void statutesStandBeforePromises() {
        CaseState complaint = opened(Kind.COMPLAINT);
        assertThat(cases.deadlines(complaint).getFirst().rule()).isEqualTo("order121.complaint.accept");
        assertThat(cases.deadlines(complaint)).hasSizeGreaterThan(1);
    }

    private CaseFiles.Done act(CaseState state, Act act, Map<String, ?> fields) {
        return within(() -> cases.act(state.caseNo(), act, OFFICER, state.seq(), fields, null));
    }

    private CaseState found(String caseNo) {
        return within(() -> cases.find(caseNo)).orElseThrow();
    }

    private CaseState opened(Kind kind) {
        return Scopes.within(Scope.NOTHING, () -> cases.open(List.of(newCase(kind)), Actor.SYSTEM, clock.instant()))
                .getFirst();
    }

    private NewCase newCase(Kind kind) {
        PartyRole role = kind == Kind.REPORT ? PartyRole.REPORTED : PartyRole.ASKER;
        NewCase.Narrative narrative = new NewCase.Narrative(
                "样例超市卖的饮料已经过期。",
                "饮料过期",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                new NewCase.Merchant("样例超市", null, null, "620823", "SHOP", null, null));
        return new NewCase(
                kind,
                "620823",
                clock.instant(),
                "WEB",
                "SUBMISSION",
                "S-TEST",
                null,
                narrative,
                List.of(new NewCase.PartyData(role, "样例", null, null, null, null)),
                new NewCase.Route(List.of("第二十九条"), "行为发生在崇信县。", List.of("620823")),
                Set.of(),
                Set.of("REAL_NAME"),
                false,
                List.of());
    }

    private static <T> T within(java.util.function.Supplier<T> work) {
        return Scopes.within(COUNTY, work);
    }
}
