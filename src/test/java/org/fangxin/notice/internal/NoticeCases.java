package org.fangxin.notice.internal;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.NewCase.PartyData;
import org.fangxin.casefile.PartyRole;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;

/** Cases of people who can be reached, in a county of their own. */
final class NoticeCases {
    static final String COUNTY = "620821";
    static final Actor HANDLER =
            new Actor("handler-n", COUNTY, Set.of(Role.HANDLER, Role.MEDIATOR, Role.REGISTRAR, Role.INTAKE));
    static final Scope SCOPE = Scope.subtree(COUNTY, HANDLER.id(), Scope.Reports.OWN);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final CaseFiles cases;
    private final InstantSource clock;

    NoticeCases(CaseFiles cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    static String mailOf(int number) {
        return "person" + number + "@example.cn";
    }

    /** Registered at the desk from a call: nothing is told by showing it. */
    String byTelephone() {
        return open("PHONE", "13900001122", mailOf(COUNT.incrementAndGet()));
    }

    /** Handed in on the page: a decision shown there is told. */
    String online() {
        return open("WEB", "13900001122", null);
    }

    String open(String channel, String phone, String email) {
        PartyData person = new PartyData(PartyRole.COMPLAINANT, "测试甲", phone, null, "样例县样例街9号", email);
        PartyData shop = new PartyData(PartyRole.RESPONDENT, "样例商行", "13900003344", null, "样例街1号", null);
        NewCase fresh = new NewCase(
                Kind.COMPLAINT,
                COUNTY,
                clock.instant(),
                channel,
                "SUBMISSION",
                "S-notice-" + COUNT.incrementAndGet(),
                null,
                new NewCase.Narrative(
                        "买来不能用，店里不退。",
                        "不能用",
                        List.of("REFUND"),
                        new BigDecimal("68.00"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        new NewCase.Merchant("样例商行", null, null, COUNTY, "SHOP", null, null)),
                List.of(person, shop),
                new NewCase.Route(List.of("第十三条第一款"), "商家在本县。", List.of(COUNTY)),
                Set.of(),
                Set.of(),
                false,
                List.of());
        return Scopes.within(Scope.NOTHING, () -> cases.open(List.of(fresh), Actor.SYSTEM, clock.instant()))
                .getFirst()
                .caseNo();
    }

    CaseFiles.Done act(String caseNo, Act act, Map<String, ?> fields) {
        return Scopes.within(SCOPE, () -> cases.act(caseNo, act, HANDLER, null, fields, null));
    }

    /** Accepted, so that F5 is owed to who called. */
    String accepted() {
        String caseNo = byTelephone();
        act(caseNo, Act.ACCEPT, Map.of());
        return caseNo;
    }

    long openDuties(String caseNo) {
        return Scopes.within(Scope.SYSTEM, () -> cases.find(caseNo))
                .orElseThrow()
                .duties()
                .open()
                .size();
    }
}
