package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.search.internal.ReadingRoom.Answer;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex;
import org.fangxin.search.store.WordRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who finds what: scope, wall and recusal hold in hits, counts, figures and suggestions alike (Art. 21, 37). */
@FangxinTest
class SearchSightTest {
    private static final String OFFICE = PlantedCase.COUNTY + "101";

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    CaseTextReader reader;

    @Autowired
    WordRows words;

    @Autowired
    WordIndex index;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private String marker;
    private PlantedCase planted;

    @BeforeEach
    void aMarker() {
        marker = ReadingRoom.marker();
        planted = new PlantedCase(cases, clock, owner, marker);
    }

    private String heard(Kind kind, String agency) {
        String caseNo = planted.open(kind, agency, null);
        hear(caseNo);
        return caseNo;
    }

    private void hear(String caseNo) {
        Hearing.in(context, owner).all(reader, caseNo);
    }

    private void changed(String sql, Object... values) {
        assertThat(JdbcClient.create(owner).sql(sql).params(values).update()).isEqualTo(1);
    }

    /** Nothing is found by any word of it, and nothing is counted or proposed. */
    private void findsNothing(ReadingRoom room) throws Exception {
        for (String words : List.of(marker, marker + "商行", "\"" + marker + "\"", "S-" + marker, marker + " 店里不退")) {
            Answer answer = room.find(words);
            assertThat(answer.total()).as(words).isZero();
            assertThat(answer.numbers()).isEmpty();
            assertThat(answer.facet("kind")).isEmpty();
            assertThat(answer.facet("goods")).isEmpty();
            assertThat(answer.body().path("atLeast").asBoolean()).isFalse();
        }
        assertThat(room.suggest(marker).body().path("items")).isEmpty();
        assertThat(room.findByBody(Map.of("q", marker + "人", "people", true)).total())
                .isZero();
    }

    @Test
    void eachLevelFindsWhatLiesBelowItAndCountsItByTheNextLevel() throws Exception {
        String inCounty = heard(Kind.COMPLAINT, PlantedCase.COUNTY);
        String inOffice = heard(Kind.COMPLAINT, OFFICE);
        String next = heard(Kind.COMPLAINT, PlantedCase.NEIGHBOUR);

        assertThat(ReadingRoom.of(mvc, OFFICE, Role.HANDLER).find(marker).numbers())
                .containsExactly(inOffice);
        Answer county = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.HANDLER).find(marker);
        assertThat(county.numbers()).containsExactly(inOffice, inCounty);
        assertThat(county.facet("agency")).containsOnly(Map.entry(PlantedCase.COUNTY, 1), Map.entry(OFFICE, 1));
        for (String above : List.of("6208", "62", "00")) {
            Answer answer = ReadingRoom.of(mvc, above, Role.SUPERIOR).find(marker);
            assertThat(answer.numbers()).as(above).containsExactly(next, inOffice, inCounty);
        }
        assertThat(ReadingRoom.of(mvc, "6208", Role.SUPERIOR).find(marker).facet("agency"))
                .containsOnly(Map.entry(PlantedCase.COUNTY, 2), Map.entry(PlantedCase.NEIGHBOUR, 1));
        assertThat(ReadingRoom.of(mvc, "62", Role.SUPERIOR)
                        .find(marker, "agency=" + PlantedCase.NEIGHBOUR)
                        .numbers())
                .containsExactly(next);
        assertThat(ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.HANDLER)
                        .find(marker, "agency=" + PlantedCase.NEIGHBOUR)
                        .total())
                .isZero();
        findsNothing(ReadingRoom.of(mvc, "6209", Role.LEADER, Role.HANDLER));
        findsNothing(ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.SYSTEM_ADMIN));
        findsNothing(ReadingRoom.of(mvc, PlantedCase.COUNTY));
    }

    @Test
    void aReportIsNeitherFoundNorCountedNorProposedWithoutTheRight() throws Exception {
        String report = heard(Kind.REPORT, PlantedCase.COUNTY);
        ReadingRoom handler = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.HANDLER, Role.REGISTRAR);
        ReadingRoom leader = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.LEADER);

        findsNothing(handler);
        findsNothing(ReadingRoom.of(mvc, "62", Role.HANDLER));
        assertThat(leader.find(marker).numbers()).containsExactly(report);
        assertThat(leader.suggest(marker).text()).contains(marker + "商行");
        assertThat(handler.find(report).total()).isZero();

        String complaint = heard(Kind.COMPLAINT, PlantedCase.COUNTY);
        assertThat(handler.find(marker).numbers()).containsExactly(complaint);
        assertThat(handler.find(marker).facet("kind")).containsExactly(Map.entry("COMPLAINT", 1));
        assertThat(handler.suggest(marker)
                        .body()
                        .path("items")
                        .path(0)
                        .path("cases")
                        .asInt())
                .isEqualTo(1);
        assertThat(leader.find(marker).facet("kind"))
                .containsExactly(Map.entry("COMPLAINT", 1), Map.entry("REPORT", 1));
    }

    @Test
    void anInvestigatorFindsOnlyTheReportsThatHeIsInChargeOf() throws Exception {
        String own = heard(Kind.REPORT, PlantedCase.COUNTY);
        heard(Kind.REPORT, PlantedCase.COUNTY);
        ReadingRoom investigator = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.INVESTIGATOR);
        assertThat(investigator.find(marker).total()).isZero();

        changed("update casefile.case_file set handlers = array[?] where case_no = ?", investigator.id(), own);
        changed("""
                        update search.case_text set handlers = array[?]
                         where case_id = (select id from casefile.case_file where case_no = ?)""", investigator.id(), own);

        assertThat(investigator.find(marker).numbers()).containsExactly(own);
    }

    @Test
    void whoOnlyMediatesFindsByWhatIsListedAndNotByTheStory() throws Exception {
        String caseNo = heard(Kind.COMPLAINT, PlantedCase.COUNTY);
        ReadingRoom mediator = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.MEDIATOR);
        ReadingRoom handler = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.HANDLER);

        Answer byName = mediator.find(marker + "商行");
        assertThat(byName.numbers()).containsExactly(caseNo);
        assertThat(byName.text()).doesNotContain("不能用").doesNotContain("店里不退");
        assertThat(mediator.find(caseNo).numbers()).contains(caseNo);
        for (String words : List.of(marker + " 店里不退", marker + "不能用", marker + " 买来")) {
            assertThat(mediator.find(words).total()).as(words).isZero();
            assertThat(handler.find(words).total()).as(words).isEqualTo(1);
        }
        assertThat(mediator.suggest(marker).text()).doesNotContain("\"kind\":\"goods\"");
        assertThat(mediator.findByBody(Map.of("q", "13900001122", "limit", 100)).numbers())
                .doesNotContain(caseNo);
        assertThat(mediator.findByBody(Map.of("q", marker + "人", "people", true))
                        .total())
                .isZero();
    }

    @Test
    void whoSteppedAsideFindsNothingEvenBeforeTheReaderHeardOfIt() throws Exception {
        String caseNo = heard(Kind.COMPLAINT, PlantedCase.COUNTY);
        ReadingRoom officer = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.HANDLER, Role.LEADER);
        assertThat(officer.find(marker).numbers()).containsExactly(caseNo);

        changed("update casefile.case_file set recused = array[?] where case_no = ?", officer.id(), caseNo);

        // the twin: the words alone would still tell, so it is the case file that keeps silent
        assertThat(wordsSeenBy(officer)).isEqualTo(1);
        findsNothing(officer);
        assertThat(ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.UNIT_HEAD)
                        .find(marker)
                        .numbers())
                .containsExactly(caseNo);
    }

    private int wordsSeenBy(ReadingRoom room) {
        Wanted wanted = Wanted.of(marker);
        Ask ask = new Ask(TermQuery.everywhere(wanted), "", "", null, PlantedCase.COUNTY, List.of());
        Scope scope = Scope.subtree(PlantedCase.COUNTY, room.id(), Scope.Reports.ALL);
        return Scopes.within(
                scope,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> index.rare(ask, "", null, 10).size()));
    }

    @Test
    void aFileThatWasSealedHasNoWordsLeft() throws Exception {
        String caseNo = heard(Kind.COMPLAINT, PlantedCase.COUNTY);
        ReadingRoom leader = ReadingRoom.of(mvc, PlantedCase.COUNTY, Role.LEADER);
        changed("update casefile.case_file set sealed = true where case_no = ?", caseNo);
        findsNothing(leader);
        assertThat(wordsSeenBy(leader)).isEqualTo(1);

        Scopes.within(
                Scope.SYSTEM,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> words.renew(List.of(caseNo))));

        assertThat(wordsSeenBy(leader)).isZero();
    }
}
