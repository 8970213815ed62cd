package org.fangxin.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.store.Hearing;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.search.Question;
import org.fangxin.search.internal.Candidates.Known;
import org.fangxin.search.store.Ask;
import org.fangxin.search.store.WordIndex.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which way candidates are looked for, and that it changes nothing of what is found. */
@FangxinTest
class CandidatesTest {
    private static final Known RARE = new Known(10, 10);
    private static final Map<String, Double> SHARES = Map.of("退款", 0.45, "预付", 0.05, "付卡", 0.05, "鼓包", 0.0005);
    private static final double RAREST = 0.0001;

    @Autowired
    Candidates candidates;

    @Autowired
    CaseFiles cases;

    @Autowired
    InstantSource clock;

    @Autowired
    CaseTextReader reader;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({
        "退款, 0.45",
        "预付卡, 0.05",
        "预付卡 鼓包, 0.0005",
        "“预付卡退款”, 0.0001",
        "没有这种词, 0.0001",
        // the beginning of a number or of pinyin may stand in any case
        "2026, 1",
        "xscs, 1",
        "xscs 鼓包, 0.0005"
    })
    void wordsAreAsRareAsTheRarestOfTheirUnits(String typed, double share) {
        assertThat(TermQuery.share(Wanted.of(typed), unit -> SHARES.getOrDefault(unit, RAREST)))
                .isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        // the nation at ten million, and a province of it: half of all, one in twenty, one in two thousand, never
        // written
        "4500000, 4500000, false",
        "500000, 15000, false",
        "5000, 5000, false",
        "5000, 150, true",
        "1000, 1000, true",
        // a common word in a county: the list of the word is longer than its newest cases
        "4500000, 600, false"
    })
    void theIndexOfWordsComesFirstWhereItsListAndItsCasesAreFew(double all, double here, boolean first) {
        assertThat(new Known(all, here).few()).isEqualTo(first);
    }

    @Test
    void bothWaysFindTheSame() {
        String marker = ReadingRoom.marker();
        PlantedCase planted = new PlantedCase(cases, clock, owner, marker);
        for (int i = 0; i < 7; i++) {
            String caseNo = planted.open(Kind.COMPLAINT, i < 5 ? PlantedCase.COUNTY : "130102", null);
            Hearing.in(context, owner).all(reader, caseNo);
        }
        for (String agency : List.of(PlantedCase.COUNTY, "62", "00")) {
            List<Candidate> walked = found(marker, agency, Known.NOTHING);
            assertThat(found(marker, agency, RARE)).as(agency).isEqualTo(walked);
            assertThat(walked).as(agency).hasSize(agency.equals("00") ? 7 : 5);
        }
    }

    private List<Candidate> found(String words, String agency, Known known) {
        Actor leader = new Actor("u-candidates", agency, Set.of(Role.LEADER, Role.SUPERIOR));
        Wanted wanted = Wanted.of(words);
        Question question = new Question(words, false, List.of(), null, List.of(), null, null, 20, null);
        Ask ask = Bounds.of(question, leader)
                .orElseThrow()
                .ask(TermQuery.everywhere(wanted), TermQuery.listed(wanted), leader);
        return Scopes.within(
                Scope.subtree(agency, leader.id(), Scope.Reports.ALL),
                () -> Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> candidates.of(ask, known))));
    }
}
