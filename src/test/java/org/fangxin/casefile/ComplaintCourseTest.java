package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.ComplaintMother.ARCHIVIST;
import static org.fangxin.casefile.ComplaintMother.HANDLER;
import static org.fangxin.casefile.ComplaintMother.MEDIATOR;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The ways a complaint goes from receipt to archive, with its clocks and duties. */
class ComplaintCourseTest {
    private static final String ACC = "order121.complaint.accept";
    private static final String MED = "order121.complaint.mediate";
    private static final String NTM = "order121.complaint.notify-termination";

    @Test
    void anOnlineComplaintIsToldOfItsAcceptanceOnTheProgressPage() {
        var complaint = ComplaintMother.accepted();
        assertThat(complaint.entries()).startsWith("Accepted", "AcceptanceNotified");
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.due(MED)).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(complaint.state.duties().open()).isEmpty();
    }

    @Test
    void aTelephoneComplaintsSevenDaysRunUntilItsAcceptanceIsTold() {
        var complaint = ComplaintMother.byPhone().does(Act.ACCEPT, HANDLER);
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.duties().open()).extracting(Duty::form).containsExactly("F5");
        complaint.at("2026-05-08T10:00").does(Act.RECORD_NOTICE, HANDLER, "channel", "SMS", "proof", "S-1");
        assertThat(complaint.clock(ACC).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.state.duties().open()).isEmpty();
    }

    @Test
    void consentOfTheRespondentOpensMediationSinceTheComplainantsIsPresumed() {
        var complaint = ComplaintMother.mediating();
        assertThat(complaint.entries()).startsWith("ConsentRecorded", "ConsentRecorded", "MediationOpened");
        assertThat(complaint.state.stage()).isEqualTo(Stage.MEDIATING);
    }

    @Test
    void aMediatedAgreementOnSiteIsArchivedOnlyWithItsLetter() {
        var complaint = ComplaintMother.agreed();
        assertThat(complaint.state.stage()).isEqualTo(Stage.AGREED);
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.refuses(Act.ARCHIVE, ARCHIVIST).articles()).containsExactly("第二十四条");
        complaint.does(Act.SIGN_LETTER, MEDIATOR, "sealNo", "崇市监印〔2026〕7号").does(Act.ARCHIVE, ARCHIVIST);
        assertThat(complaint.state.stage()).isEqualTo(Stage.ARCHIVED);
        assertThat(complaint.state.clocks().anyOpen()).isFalse();
    }

    @Test
    void aTerminationIsClosedWhenBothSidesHaveBeenTold() {
        var complaint = ComplaintMother.terminated();
        assertThat(complaint.clock(MED).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.RUNNING);
        assertThat(complaint.state.closedAt()).isNull();
        assertThat(complaint.refuses(Act.ARCHIVE, ARCHIVIST).articles()).containsExactly("第二十三条第二款");
        complaint.does(
                Act.RECORD_NOTICE, HANDLER, "form", "F8", "to", "RESPONDENT", "channel", "LETTER", "proof", "EMS1");
        assertThat(complaint.clock(NTM).state()).isEqualTo(Clock.State.MET);
        assertThat(complaint.state.closedAt()).isNotNull();
    }

    @Test
    void replayTellsTheSameState() {
        for (var complaint : java.util.List.of(
                ComplaintMother.terminated(), ComplaintMother.refused(), ComplaintMother.withdrawn())) {
            assertThat(Procedures.replay("FX-1", complaint.journal)).isEqualTo(complaint.state);
        }
    }
}
