package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.fangxin.FangxinTest;
import org.fangxin.SettableTime;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FangxinTest
class PresenceTest {
    @Autowired
    CaseFiles cases;

    @Autowired
    Presence presence;

    @Autowired
    SettableTime time;

    @AfterEach
    void giveBackTheTime() {
        time.giveBack();
    }

    @Test
    void theSecondSeesThatTheFirstReadsAndThenWhatHeWrites() {
        String caseNo = opened(Kind.COMPLAINT);
        assertThat(at(caseNo, "reader-1", null)).isEmpty();
        assertThat(at(caseNo, "reader-2", null))
                .singleElement()
                .extracting(Presence.Other::personId, Presence.Other::act)
                .containsExactly("reader-1", null);

        at(caseNo, "reader-1", Act.REFUSE);
        assertThat(at(caseNo, "reader-2", null))
                .singleElement()
                .extracting(Presence.Other::act)
                .isEqualTo(Act.REFUSE);

        Scopes.within(county("reader-1"), () -> {
            presence.left(caseNo, "reader-1");
            return null;
        });
        assertThat(at(caseNo, "reader-2", null)).isEmpty();
    }

    @Test
    void whoHasNotToldForThreeQuartersOfAMinuteIsGone() {
        String caseNo = opened(Kind.COMPLAINT);
        LocalDateTime noon =
                LocalDateTime.now(ZoneId.of("Asia/Shanghai")).minusDays(1).truncatedTo(ChronoUnit.SECONDS);
        time.set(noon.toString());
        at(caseNo, "quiet", Act.ACCEPT);

        time.set(noon.plusSeconds(40).toString());
        assertThat(at(caseNo, "watcher", null)).hasSize(1);
        time.set(noon.plusSeconds(60).toString());
        assertThat(at(caseNo, "watcher", null)).isEmpty();
    }

    @Test
    void aReportBehindTheWallShowsNobodyAndIsNotFound() {
        String caseNo = opened(Kind.REPORT);
        assertThat(Scopes.within(
                        Scope.subtree("620823", "leader-1", Scope.Reports.ALL),
                        () -> presence.at(caseNo, "leader-1", null)))
                .isEmpty();
        assertThatThrownBy(() -> at(caseNo, "outsider", null))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
        assertThatThrownBy(() -> Scopes.within(
                        Scope.subtree("620822", "neighbour", Scope.Reports.ALL),
                        () -> presence.at(caseNo, "neighbour", null)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
    }

    private List<Presence.Other> at(String caseNo, String person, @Nullable Act act) {
        return Scopes.within(county(person), () -> presence.at(caseNo, person, act));
    }

    private static Scope county(String person) {
        return Scope.subtree("620823", person, Scope.Reports.OWN);
    }

    private String opened(Kind kind) {
        PartyRole against = kind == Kind.REPORT ? PartyRole.REPORTED : PartyRole.RESPONDENT;
        Instant now = time.instant();
        NewCase.Narrative narrative = new NewCase.Narrative(
                "买的样例冰箱不制冷，店里不退。",
                "冰箱不制冷",
                List.of("REFUND"),
                null,
                null,
                null,
                null,
                null,
                null,
                new NewCase.Merchant("样例超市", null, null, "620823", "SHOP", null, null));
        NewCase one = new NewCase(
                kind,
                "620823",
                now,
                "WEB",
                "SUBMISSION",
                "S-PRESENCE",
                null,
                narrative,
                List.of(new NewCase.PartyData(against, "样例超市", null, null, null, null)),
                new NewCase.Route(List.of("第十三条第一款"), "商家在崇信县。", List.of("620823")),
                Set.of(),
                Set.of(),
                false,
                List.of());
        return Scopes.within(Scope.NOTHING, () -> cases.open(List.of(one), Actor.SYSTEM, now))
                .getFirst()
                .caseNo();
    }
}
