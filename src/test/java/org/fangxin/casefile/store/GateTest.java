package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.NewCase;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.Stage;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FangxinTest
class GateTest {
    private static final Actor OFFICER =
            new Actor("officer-1", "620823", Set.of(Role.HANDLER, Role.MEDIATOR, Role.INTAKE));
    private static final Scope COUNTY = Scope.subtree("620823", "officer-1", Scope.Reports.OWN);
    private static final Scope NEIGHBOUR = Scope.subtree("620822", "officer-2", Scope.Reports.ALL);

    @Autowired
    CaseFiles cases;

    @Autowired
    ChainCheck chain;

    @Autowired
    CaseRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Test
    void acceptsAComplaintAndStartsTheMediationClock() {
        String caseNo = opened(Kind.COMPLAINT);
        CaseFiles.Done done = act(caseNo, Act.ACCEPT, 1L, Map.of());
        assertThat(done.state().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(cases.dates(done.state()))
                .anySatisfy(d -> assertThat(d.clock().rule()).isEqualTo("order121.complaint.mediate"));
    }

    @Test
    void tellsTheSecondOfficerThatAnotherWasFirst() {
        String caseNo = opened(Kind.COMPLAINT);
        act(caseNo, Act.ACCEPT, 1L, Map.of());
        assertThatThrownBy(() -> act(caseNo, Act.ACCEPT, 1L, Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(409));
    }

    @Test
    void tellsWhetherALateActMayGoOnTheNewVersion() {
        String caseNo = opened(Kind.COMPLAINT);
        act(caseNo, Act.CHANGE_DEMANDS, 1L, Map.of("demands", List.of("REPAIR")));

        Staleness.Current contact = late(caseNo, Act.RECORD_CONTACT, Map.of());
        assertThat(contact.mergeable()).as("a telephone call stays one").isTrue();
        assertThat(contact.changed()).contains("案情和请求");
        Staleness.Current acceptance = late(caseNo, Act.ACCEPT, Map.of());
        assertThat(acceptance.mergeable()).as("accepted is what was demanded").isFalse();
        assertThat(acceptance.changes()).hasSize(1);

        assertThat(act(caseNo, Act.RECORD_CONTACT, contact.version(), Map.of()).entries())
                .contains("PartyContacted");
        assertThat(late(caseNo, Act.RECORD_CONTACT, Map.of()).mergeable())
                .as("the same call twice")
                .isFalse();
    }

    @Test
    void aCaseThatEndsMeanwhileTakesNoOtherIn() {
        String into = opened(Kind.COMPLAINT);
        String later = opened(Kind.COMPLAINT);
        Map<String, Object> ground = Map.of("ground", "ALREADY_HANDLED", "sub", "COURT", "facts", "法院已受理");
        Map<String, Object> merge = Map.of("into", into, "sameComplainant", true);
        CompletableFuture<CaseFiles.Done> merging = within(
                COUNTY,
                () -> inTransaction(() -> {
                    cases.act(into, Act.REFUSE, OFFICER, 1L, ground, null);
                    CompletableFuture<CaseFiles.Done> other =
                            CompletableFuture.supplyAsync(() -> act(later, Act.MERGE_DUPLICATE, 1L, merge));
                    awaitSomebodyWaiting();
                    return other;
                }));
        assertThatThrownBy(merging::join).hasStackTraceContaining("不能再并入");
        assertThat(within(COUNTY, () -> cases.find(later)).orElseThrow().stage())
                .isEqualTo(Stage.RECEIVED);
    }

    @Test
    void aCaseThatGoesOutOfSightWhileSomebodyWaitsForItIsNotFound() {
        String caseNo = opened(Kind.SUGGESTION);
        CompletableFuture<CaseFiles.Done> noting = within(
                COUNTY,
                () -> inTransaction(() -> {
                    cases.act(caseNo, Act.RECLASSIFY, OFFICER, 1L, Map.of("kind", "REPORT"), null);
                    CompletableFuture<CaseFiles.Done> other = CompletableFuture.supplyAsync(
                            () -> act(caseNo, Act.ADD_NOTE, null, Map.of("remark", "已经电话核实。")));
                    awaitSomebodyWaiting();
                    return other;
                }));
        assertThatThrownBy(noting::join)
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(404));
    }

    @Test
    void whoSeparatesACaseAndWhoLinksTheOtherToItDoNotWaitForEachOther() {
        String into = opened(Kind.COMPLAINT);
        String later = opened(Kind.COMPLAINT);
        act(later, Act.MERGE_DUPLICATE, 1L, Map.of("into", into, "sameComplainant", true));
        CompletableFuture<CaseFiles.Done> separating = within(
                COUNTY,
                () -> inTransaction(() -> {
                    cases.act(into, Act.ADD_NOTE, OFFICER, null, Map.of("remark", "两件事由不同。"), null);
                    CompletableFuture<CaseFiles.Done> other = CompletableFuture.supplyAsync(
                            () -> act(later, Act.UNMERGE_DUPLICATE, null, Map.of("reason", "不是同一争议")));
                    awaitSomebodyWaiting();
                    cases.act(into, Act.LINK_DUPLICATE, OFFICER, null, Map.of("otherCaseNo", later), null);
                    return other;
                }));
        assertThat(separating.join().state().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(within(COUNTY, () -> cases.find(into)).orElseThrow().related())
                .containsEntry(later, "DUPLICATE");
    }

    private void awaitSomebodyWaiting() {
        Instant until = Instant.now().plusSeconds(60);
        while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).isBefore(until);
            Thread.onSpinWait();
        }
    }

    @Test
    void answersTheSameKeyAgainAndActsOnce() {
        String caseNo = opened(Kind.COMPLAINT);
        CaseFiles.Done first = within(COUNTY, () -> cases.act(caseNo, Act.ACCEPT, OFFICER, 1L, Map.of(), "key-1"));
        CaseFiles.Done again = within(COUNTY, () -> cases.act(caseNo, Act.ACCEPT, OFFICER, 1L, Map.of(), "key-1"));
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(again.state().seq()).isEqualTo(first.state().seq());
    }

    @Test
    void showsNothingToAnotherCountyAndNothingWithoutAScope() {
        String caseNo = opened(Kind.COMPLAINT);
        assertThat(within(NEIGHBOUR, () -> cases.find(caseNo))).isEmpty();
        assertThat(within(Scope.NOTHING, () -> cases.find(caseNo))).isEmpty();
        assertThat(within(COUNTY, () -> cases.find(caseNo))).isPresent();
    }

    @Test
    void hidesAReportFromAnOfficerOfTheSameAgencyWhoIsNotInChargeOfIt() {
        String caseNo = opened(Kind.REPORT);
        assertThat(within(COUNTY, () -> cases.find(caseNo))).isEmpty();
        assertThat(within(Scope.subtree("620823", "leader", Scope.Reports.ALL), () -> cases.find(caseNo)))
                .isPresent();
    }

    @Test
    void findsTheWholeChainIntactAndNamesWhatWasAltered() {
        String caseNo = opened(Kind.COMPLAINT);
        act(caseNo, Act.ACCEPT, 1L, Map.of());
        CaseRows.Head head =
                within(Scope.SYSTEM, () -> inTransaction(() -> rows.head(caseNo).orElseThrow()));
        assertThat(chain.check(head)).isEmpty();
        alterAsOwner("update casefile.act_text set body = body || '。' where case_id = " + head.id());
        assertThat(chain.check(head)).get().extracting(ChainCheck.Fault::seq).isEqualTo(1L);
    }

    @Test
    void cannotChangeOrDeleteAJournalEntryAsTheApplication() {
        String caseNo = opened(Kind.COMPLAINT);
        assertThatThrownBy(() -> within(
                        Scope.SYSTEM,
                        () -> inTransaction(
                                () -> jdbc.sql("update casefile.journal set data = '{}' where type = 'Received'")
                                        .update())))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> within(
                        Scope.SYSTEM,
                        () -> inTransaction(
                                () -> jdbc.sql("delete from casefile.journal").update())))
                .hasStackTraceContaining("permission denied");
        assertThat(within(COUNTY, () -> cases.find(caseNo))).isPresent();
    }

    private CaseFiles.Done act(String caseNo, Act act, Long version, Map<String, ?> fields) {
        return within(COUNTY, () -> cases.act(caseNo, act, OFFICER, version, fields, null));
    }

    /** What an act on the first version is told that somebody overtook. */
    private Staleness.Current late(String caseNo, Act act, Map<String, ?> fields) {
        AtomicReference<Staleness.Current> told = new AtomicReference<>();
        assertThatThrownBy(() -> act(caseNo, act, 1L, fields))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> told.set((Staleness.Current) p.extra().get("current")));
        return told.get();
    }

    private String opened(Kind kind) {
        return within(Scope.NOTHING, () -> cases.open(List.of(newCase(kind)), Actor.SYSTEM, clock.instant()))
                .getFirst()
                .caseNo();
    }

    private NewCase newCase(Kind kind) {
        List<NewCase.PartyData> parties = kind == Kind.REPORT
                ? List.of(new NewCase.PartyData(PartyRole.REPORTED, "样例超市", null, null, null, null))
                : List.of(
                        new NewCase.PartyData(PartyRole.COMPLAINANT, "赵样例", "13800000000", null, "样例街1号", null),
                        new NewCase.PartyData(PartyRole.RESPONDENT, "样例超市", null, null, null, null));
        NewCase.Narrative narrative = new NewCase.Narrative(
                "买的样例冰箱不制冷，店里不退。",
                "冰箱不制冷",
                List.of("REFUND"),
                new BigDecimal("1980.00"),
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
                parties,
                new NewCase.Route(List.of("第十三条第一款"), "商家在崇信县。", List.of("620823")),
                Set.of(),
                Set.of(),
                false,
                List.of());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private static <T> T within(Scope scope, java.util.function.Supplier<T> work) {
        return Scopes.within(scope, work);
    }

    @Autowired
    @org.springframework.boot.flyway.autoconfigure.FlywayDataSource
    javax.sql.DataSource owner;

    private void alterAsOwner(String sql) {
        JdbcClient.create(owner).sql(sql).update();
    }
}
