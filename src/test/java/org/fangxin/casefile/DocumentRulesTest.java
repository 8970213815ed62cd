package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.CITY_INTAKE;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR;
import static org.fangxin.casefile.CaseWalk.PINGLIANG;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fangxin.casefile.entry.Entry;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;

/** Which of the ten forms a case can have, and who makes them. */
class DocumentRulesTest {
    private static final String MORNING = "2026-05-06T10:00";

    @Test
    void aFreshComplaintHasItsRegistrationSheetOnly() {
        CaseWalk walk = CaseWalk.of(Kind.COMPLAINT, CHONGXIN, MORNING, "SUBMISSION");
        assertThat(issuable(walk, HANDLER)).containsExactly(OfficialForm.F1);
    }

    @Test
    void anAcceptanceCanBeIssuedOnceAcceptedAndIsNoTelling() {
        CaseWalk walk =
                CaseWalk.of(Kind.COMPLAINT, CHONGXIN, MORNING, "SUBMISSION").does(Act.ACCEPT, HANDLER);
        assertThat(issuable(walk, HANDLER)).contains(OfficialForm.F5).doesNotContain(OfficialForm.F6);
        CaseState before = walk.state;
        walk.does(Act.ISSUE_DOCUMENT, HANDLER, fields(OfficialForm.F5));
        assertThat(walk.state.duties().open()).isEqualTo(before.duties().open());
        assertThat(walk.state.stage()).isEqualTo(before.stage());
    }

    @Test
    void aReportHasFormsOfReportsAndOnlyForWhoIsInChargeOfIt() {
        CaseWalk walk = CaseWalk.of(Kind.REPORT, CHONGXIN, MORNING, "SUBMISSION");
        assertThat(issuable(walk, HANDLER)).isEmpty();
        walk.does(Act.ASSIGN, CaseWalk.UNIT_HEAD, "persons", List.of(HANDLER.id()));
        assertThat(issuable(walk, HANDLER)).containsExactly(OfficialForm.F2, OfficialForm.F10);
    }

    @Test
    void theIntakeThatSentACaseOnNotifiesTheLowerAgency() {
        CaseWalk walk = CaseWalk.of(Kind.COMPLAINT, PINGLIANG, "2026-05-06T09:00", "SUBMISSION")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
        assertThat(issuable(walk, CITY_INTAKE)).containsExactly(OfficialForm.F3);
        assertThat(issuable(walk, HANDLER)).containsExactly(OfficialForm.F1);
    }

    @Test
    void anotherAgencyIssuesNothing() {
        CaseWalk walk = CaseWalk.of(Kind.COMPLAINT, CHONGXIN, MORNING, "SUBMISSION");
        assertThat(issuable(walk, new Actor("u-neighbour", NEIGHBOUR, Set.of(Role.HANDLER))))
                .isEmpty();
    }

    private static List<OfficialForm> issuable(CaseWalk walk, Actor actor) {
        return Stream.of(OfficialForm.values())
                .filter(form -> walk.asks(Act.ISSUE_DOCUMENT, actor, fields(form)) instanceof Decision.Taken taken
                        && taken.entries().getFirst() instanceof Entry.DocumentIssued)
                .toList();
    }

    private static Object[] fields(OfficialForm form) {
        return new Object[] {"form", form.name(), "documentId", "d-1", "number", "崇市监〔2026〕第1号", "sm3", "0".repeat(64)};
    }
}
