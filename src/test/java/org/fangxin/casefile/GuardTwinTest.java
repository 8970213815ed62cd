package org.fangxin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fangxin.casefile.CaseWalk.ALL_FOUR;
import static org.fangxin.casefile.CaseWalk.CHONGXIN;
import static org.fangxin.casefile.CaseWalk.CITY_INTAKE;
import static org.fangxin.casefile.CaseWalk.HANDLER;
import static org.fangxin.casefile.CaseWalk.INTAKE;
import static org.fangxin.casefile.CaseWalk.INVESTIGATOR;
import static org.fangxin.casefile.CaseWalk.LEADER;
import static org.fangxin.casefile.CaseWalk.NEIGHBOUR;
import static org.fangxin.casefile.CaseWalk.PINGLIANG;
import static org.fangxin.casefile.CaseWalk.STATION;
import static org.fangxin.casefile.CaseWalk.STATION_HANDLER;
import static org.fangxin.casefile.CaseWalk.TWO;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.Test;

/**
 * Scenarios that must be refused, and broken twins of the procedure: each is blind to one fact that a guard needs, and the
 * scenarios catch it.
 */
class GuardTwinTest {
    /** Something that must be refused with this code. */
    private record Forbidden(String code, CaseWalk walk, Act act, Actor actor, Object... fields) {}

    private static final List<Forbidden> FORBIDDEN = List.of(
            new Forbidden("NO_FORWARDING", atStation(), Act.DISTRIBUTE, STATION_HANDLER, "to", CHONGXIN),
            new Forbidden(
                    "RETURN", atStation(), Act.TELL_NO_AUTHORITY, STATION_HANDLER, "withinMarketRegulation", false),
            new Forbidden("THIRD_RETURN", returnedTwice(), Act.RETURN, HANDLER, "reason", "三"),
            new Forbidden("ONLY_TO_SENDER", distributed(), Act.RETURN, HANDLER, "reason", "一", "to", NEIGHBOUR),
            new Forbidden("COMPETENT", farAway(), Act.FILE, LEADER, "conditions", ALL_FOUR, "officers", TWO),
            new Forbidden("EXTENDED", extended(), Act.EXTEND, LEADER, "reason", "再次"),
            new Forbidden("AFTER_DUE", CaseWalk.verifying().at("2026-06-30T09:00"), Act.EXTEND, LEADER, "reason", "太晚"),
            new Forbidden("APPROVAL", CaseWalk.verifying(), Act.EXTEND, INVESTIGATOR, "reason", "案情复杂"),
            new Forbidden(
                    "APPROVAL",
                    CaseWalk.verifying(),
                    Act.DECLINE_FILING,
                    INVESTIGATOR,
                    "ground",
                    "NO_SUBJECTIVE_FAULT"),
            new Forbidden("NO_DISPUTE", CaseWalk.report(), Act.ASK_DESIGNATION, HANDLER),
            new Forbidden(
                    "ANONYMOUS",
                    anonymous(),
                    Act.MERGE_REPORT,
                    HANDLER,
                    "intoCaseNo",
                    "FX-0",
                    "confirmed",
                    List.of("SAME_REPORTER", "SAME_REPORTED"),
                    "newFacts",
                    "新批次"),
            new Forbidden(
                    "BASIS",
                    CaseWalk.filed(),
                    Act.TELL_REPORTER,
                    HANDLER,
                    "basis",
                    "ORDER20_31",
                    "notice",
                    Map.of("channel", "PHONE"),
                    "text",
                    "已立案"),
            new Forbidden("NOT_PERFORMED", CaseWalk.penalised(), Act.CLOSE_CASE, LEADER),
            new Forbidden("CLOCK_OPEN", untold(), Act.ARCHIVE, HANDLER),
            new Forbidden("RECUSED", recused(), Act.ACCEPT, HANDLER));

    @Test
    void theProcedureRefusesThemAll() {
        for (Forbidden one : FORBIDDEN) {
            assertThat(one.walk().refuses(one.act(), one.actor(), one.fields()).code())
                    .isEqualTo(one.code());
        }
    }

    @Test
    void catchesATwinThatForgetsHowTheCaseCame() {
        assertThat(missed(draft -> {
                    draft.holding = Holding.DIRECT;
                    draft.distributedBy = null;
                }))
                .contains("NO_FORWARDING", "RETURN", "ONLY_TO_SENDER");
    }

    @Test
    void catchesATwinThatDoesNotCountReturns() {
        assertThat(missed(draft -> draft.returns = 0)).contains("THIRD_RETURN");
    }

    @Test
    void catchesATwinThatTakesEveryHolderForDesignated() {
        assertThat(missed(draft -> draft.holding = Holding.SETTLED)).contains("COMPETENT");
    }

    @Test
    void catchesATwinThatForgetsTheFirstExtension() {
        assertThat(missed(draft -> draft.report =
                        draft.report.with(draft.report.verification().anew())))
                .contains("EXTENDED");
    }

    @Test
    void catchesATwinWithoutClocks() {
        assertThat(missed(draft -> draft.clocks = Clocks.NONE)).contains("AFTER_DUE", "CLOCK_OPEN");
    }

    @Test
    void catchesATwinThatTakesEveryoneForTheLeader() {
        UnaryOperator<Actor> promoted = actor -> {
            Set<Role> roles = new HashSet<>(actor.roles());
            roles.add(Role.LEADER);
            return new Actor(actor.id(), actor.agency(), roles);
        };
        assertThat(missed(draft -> {}, promoted)).contains("APPROVAL");
    }

    @Test
    void catchesATwinThatSeesADisputeEverywhere() {
        assertThat(missed(draft -> draft.holding =
                        draft.holding.disputed(new Holding.Dispute(List.of(CHONGXIN, NEIGHBOUR), null))))
                .contains("NO_DISPUTE");
    }

    @Test
    void catchesATwinThatKnowsEveryReporter() {
        assertThat(missed(draft -> draft.report = draft.report.on(Set.of("REAL_NAME"))))
                .contains("ANONYMOUS");
    }

    @Test
    void catchesATwinThatMixesTheTwoOrders() {
        assertThat(missed(draft -> draft.law = "order20")).contains("BASIS");
    }

    @Test
    void catchesATwinThatBelievesEveryPenaltyPerformed() {
        assertThat(missed(draft -> draft.report =
                        draft.report.with(draft.report.prosecution().penaltyPerformed())))
                .contains("NOT_PERFORMED");
    }

    @Test
    void catchesATwinThatForgetsRecusals() {
        assertThat(missed(draft -> draft.recused.clear())).contains("RECUSED");
    }

    private static List<String> missed(Consumer<CaseDraft> blindness) {
        return missed(blindness, UnaryOperator.identity());
    }

    /** Codes of the scenarios that a twin with this blindness no longer refuses for their own reason. */
    private static List<String> missed(Consumer<CaseDraft> blindness, UnaryOperator<Actor> eyes) {
        return FORBIDDEN.stream()
                .filter(one -> {
                    CaseDraft draft = one.walk().state.draft();
                    blindness.accept(draft);
                    Decision answer =
                            one.walk().decides(draft.done(), one.act(), eyes.apply(one.actor()), one.fields());
                    return !(answer instanceof Decision.Refused no && no.code().equals(one.code()));
                })
                .map(Forbidden::code)
                .toList();
    }

    private static CaseWalk atStation() {
        return CaseWalk.report().does(Act.DISTRIBUTE, INTAKE, "to", STATION);
    }

    private static CaseWalk distributed() {
        return CaseWalk.of(Kind.COMPLAINT, PINGLIANG, "2026-05-06T09:00", "SUBMISSION")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
    }

    private static CaseWalk returnedTwice() {
        return distributed()
                .does(Act.RETURN, HANDLER, "reason", "一")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN)
                .does(Act.RETURN, HANDLER, "reason", "二")
                .does(Act.DISTRIBUTE, CITY_INTAKE, "to", CHONGXIN);
    }

    private static CaseWalk farAway() {
        CaseWalk report = CaseWalk.verifying();
        report.world.competent("330106");
        return report;
    }

    private static CaseWalk extended() {
        return CaseWalk.verifying().does(Act.EXTEND, LEADER, "reason", "案情复杂");
    }

    private static CaseWalk anonymous() {
        CaseWalk report = CaseWalk.of(Kind.REPORT, CHONGXIN, "2026-05-06T10:00", "SUBMISSION");
        report.world.knowing(CaseWalk.of("FX-0", Kind.REPORT, CHONGXIN, "2026-04-20T10:00", "SUBMISSION").state);
        return report;
    }

    private static CaseWalk untold() {
        return CaseWalk.oldReport().does(Act.DECLINE_FILING, LEADER, "ground", "NO_SUBJECTIVE_FAULT");
    }

    private static CaseWalk recused() {
        CaseWalk complaint = CaseWalk.complaint();
        CaseDraft draft = complaint.state.draft();
        draft.recused.add(HANDLER.id());
        complaint.state = draft.done();
        return complaint;
    }
}
