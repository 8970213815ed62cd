package org.fangxin.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.problem.Problem;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where everybody hands in: the program's gate, each within his own sight.
 *
 * @param told the version that a conflict names, or zero
 */
public record Counter(
        CaseFiles cases, TransactionTemplate transaction, InstantSource clock, ToLongFunction<Problem> told) {
    /** The prefecture that all cases of the rush lie in. */
    public static final String AROUND = TestWorld.PINGLIANG;

    private static final List<NewCase.PartyData> ASKED = List.of(person(PartyRole.ASKER, "孙样例"));
    private static final List<NewCase.PartyData> REPORTED = List.of(business(PartyRole.REPORTED));
    private static final List<NewCase.PartyData> COMPLAINED = List.of(
            person(PartyRole.COMPLAINANT, "赵样例"), person(PartyRole.COMPLAINANT, "钱样例"), business(PartyRole.RESPONDENT));

    Instant now() {
        return clock.instant();
    }

    /** Citizens and the program are let in by the program itself; officers see what is theirs. */
    public static Scope sight(Actor actor) {
        return actor.agency().isEmpty() ? Scope.SYSTEM : Scope.subtree(AROUND, actor.id(), Scope.Reports.ALL);
    }

    Attempt.Answer act(OneHand.Planned what) {
        try {
            CaseFiles.Done done = Scopes.within(
                    sight(what.actor()),
                    () -> cases.act(
                            what.caseNo(), what.act(), what.actor(), what.version(), what.fields(), what.key()));
            return new Attempt.Stood(done.state(), done.entries(), done.opened());
        } catch (Problem refused) {
            return new Attempt.Refused(
                    refused.status(), String.valueOf(refused.getMessage()), told.applyAsLong(refused));
        } catch (RuntimeException fault) {
            return new Attempt.Fault(fault.getClass().getSimpleName() + " at " + place(fault));
        }
    }

    private static String place(RuntimeException fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("org.fangxin."))
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .findFirst()
                .orElse("");
    }

    /** The case as it is now. */
    CaseState read(String caseNo) {
        return Scopes.within(Scope.SYSTEM, () -> cases.find(caseNo)).orElseThrow();
    }

    /** @param kept false: what is around it breaks off after the cases have their numbers */
    List<CaseState> open(List<NewCase> fresh, boolean kept) {
        return Scopes.within(
                Scope.NOTHING,
                () -> java.util.Objects.requireNonNull(transaction.execute(status -> {
                    List<CaseState> opened = cases.open(fresh, Actor.SYSTEM, now());
                    if (!kept) {
                        status.setRollbackOnly();
                    }
                    return opened;
                })));
    }

    NewCase fresh(Kind kind, Dice dice) {
        NewCase.Narrative narrative = new NewCase.Narrative(
                "买的样例水壶漏水，店里不退。",
                "水壶漏水",
                List.of("REFUND"),
                new BigDecimal("68.00"),
                null,
                null,
                null,
                null,
                null,
                new NewCase.Merchant("样例超市", null, null, TestWorld.CHONGXIN, "SHOP", null, null));
        String agency = dice.one(List.of(TestWorld.CHONGXIN, TestWorld.CHONGXIN, TestWorld.PINGLIANG));
        return new NewCase(
                kind,
                agency,
                now(),
                dice.one(List.of("WEB", "PHONE", "WINDOW")),
                "SUBMISSION",
                "S-TOGETHER",
                null,
                narrative,
                switch (kind) {
                    case COMPLAINT -> COMPLAINED;
                    case REPORT -> REPORTED;
                    case CONSULTATION, SUGGESTION -> ASKED;
                },
                new NewCase.Route(List.of("第十三条第一款"), "商家在本县。", List.of()),
                Set.of(),
                kind == Kind.REPORT && dice.chance(40) ? Set.of("REAL_NAME") : Set.of(),
                kind == Kind.COMPLAINT && dice.chance(10),
                List.of());
    }

    private static NewCase.PartyData person(PartyRole role, String name) {
        return new NewCase.PartyData(role, name, "13800000000", null, "样例街1号", null);
    }

    private static NewCase.PartyData business(PartyRole role) {
        return new NewCase.PartyData(role, "样例超市", null, null, null, null);
    }
}
