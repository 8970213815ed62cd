package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.CasesByWords;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.cipher.BlindIndex;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.fangxin.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Words in the list's own box. */
@FangxinTest
class WorklistWordsTest {
    private static final Actor HANDLER = new Actor("words", PlantedCase.COUNTY, Set.of(Role.HANDLER, Role.MEDIATOR));

    @Autowired
    CaseFiles cases;

    @Autowired
    Worklist worklist;

    @Autowired
    FewByWords few;

    @Autowired
    ListCounts counts;

    @Autowired
    BlindIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private String word;
    private PlantedCase planted;

    @BeforeEach
    void aWordThatNobodyWrote() {
        word = rare();
        planted = new PlantedCase(cases, clock, owner, word);
    }

    @Test
    void areFoundInWhatWasWrittenAMomentAgoAndInWhatTheIndexHasRead() {
        String caseNo = planted.complaint();
        assertThat(found("", word)).as("not read yet").containsExactly(caseNo);
        Hearing.byEverybody(context, owner, caseNo);
        assertThat(found("", word)).as("read, over the nation").containsExactly(caseNo);
        assertThat(found(PlantedCase.COUNTY, word)).as("read, in the county").containsExactly(caseNo);
        assertThat(found(PlantedCase.NEIGHBOUR, word)).as("of another county").isEmpty();
        assertThat(narrowed(word)).contains(planted.idOf(caseNo));
        assertThat(narrowed(rare())).as("of a word that nobody wrote").doesNotContain(planted.idOf(caseNo));
    }

    @Test
    void areFoundByTheirIndexInACountyOfManyCasesTooAndBeforeItHasReadThem() {
        FewByWords many = new FewByWords(jdbc, context.getBean(CasesByWords.class), index, -1);
        String caseNo = planted.complaint();
        long id = planted.idOf(caseNo);
        assertThat(ids(many, PlantedCase.COUNTY)).as("not read yet").contains(id);
        Hearing.byEverybody(context, owner, caseNo);
        assertThat(ids(many, PlantedCase.COUNTY)).as("read").contains(id);
        assertThat(ids(many, PlantedCase.NEIGHBOUR)).as("of another county").doesNotContain(id);
        assertThat(few(new FewByWords(jdbc, context.getBean(CasesByWords.class), index, Integer.MAX_VALUE - 1)))
                .as("where cases are few they are gone through")
                .isEmpty();
        Worklist list = new Worklist(jdbc, index, counts, many);
        assertThat(found(list, PlantedCase.COUNTY, word)).containsExactly(caseNo);
        assertThat(found(list, PlantedCase.NEIGHBOUR, word)).isEmpty();
    }

    @Test
    void mayBeASingleCharacterOrANumbersLastPartsOrSeveralWithABlankBetween() {
        String caseNo = planted.complaint();
        String later = caseNo.substring(caseNo.indexOf('-') + 1);
        Hearing.byEverybody(context, owner, caseNo);
        for (String asked :
                List.of(word.substring(0, 1), later, word + " 不退", "\u3000不退 " + word, word + "人 " + later)) {
            for (String agency : List.of("", PlantedCase.COUNTY)) {
                assertThat(found(agency, asked)).as(agency + "：" + asked).contains(caseNo);
            }
        }
        assertThat(found("", word + " " + rare())).as("one of them is nowhere").isEmpty();
        assertThat(narrowed(word + " " + rare()))
                .as("one word that few have is enough to narrow by")
                .isEqualTo(narrowed(word));
    }

    @Test
    void thatManyHaveAreCountedAmongTheNewestOfThemAndLookedForInAll() {
        List<String> three = List.of(planted.complaint(), planted.complaint(), planted.complaint());
        List<Long> many = new ArrayList<>(LongStream.rangeClosed(1, CasesByWords.MOST)
                .map(i -> -i)
                .boxed()
                .toList());
        many.add(planted.idOf(three.getLast()));
        FewByWords frequent = new FewByWords(jdbc, texts -> many, index);
        assertThat(within("", () -> frequent.of(filter(word))))
                .hasValueSatisfying(few -> assertThat(few.all()).isFalse());
        Worklist list = new Worklist(jdbc, index, counts, frequent);
        Worklist.Page page = within(
                "",
                () -> inTransaction(() -> list.desk(filter(word), Worklist.Sort.DUE, 2, null, clock.instant())
                        .page()));
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows()).hasSize(2);
    }

    @Test
    void thatManyHaveAreNotLookedForAgainInWhatCameInSinceTheOldestThatTheIndexNames() {
        String oldest = planted.complaint();
        String unnamed = planted.complaint();
        List<Long> many = new ArrayList<>(LongStream.rangeClosed(1, CasesByWords.MOST)
                .map(i -> -i)
                .boxed()
                .toList());
        many.add(planted.idOf(oldest));
        Hearing.byEverybody(context, owner, unnamed);
        Worklist list = new Worklist(jdbc, index, counts, new FewByWords(jdbc, texts -> many, index, -1));
        assertThat(found(list, PlantedCase.COUNTY, word)).containsExactly(oldest);
        many.set(CasesByWords.MOST, planted.idOf(unnamed));
        assertThat(found(list, PlantedCase.COUNTY, word))
                .as("what came in before it is read")
                .containsExactly(unnamed, oldest);
    }

    @Test
    void areFoundInACaseOfAnotherAgencyThatThisOneDisputesAbout() throws SQLException {
        String caseNo = planted.complaint();
        Hearing.byEverybody(context, owner, caseNo);
        FewByWords many = new FewByWords(jdbc, context.getBean(CasesByWords.class), index, -1);
        Worklist list = new Worklist(jdbc, index, counts, many);
        assertThat(found(list, PlantedCase.NEIGHBOUR, word))
                .as("of nobody's dispute")
                .isEmpty();
        try (Connection connection = owner.getConnection();
                PreparedStatement change = connection.prepareStatement(
                        "update casefile.case_file set seen_by = array[?] where case_no = ?")) {
            change.setString(1, PlantedCase.NEIGHBOUR);
            change.setString(2, caseNo);
            change.executeUpdate();
        }
        assertThat(found(list, PlantedCase.NEIGHBOUR, word)).containsExactly(caseNo);
    }

    @Test
    void areAskedOfTheirIndexBeforeAWideListForbidsWhatReadsIt() {
        List<String> may = new ArrayList<>();
        FewByWords asking = new FewByWords(
                jdbc,
                texts -> {
                    may.add(jdbc.sql("show enable_bitmapscan")
                            .query(String.class)
                            .single());
                    return List.of();
                },
                index);
        Worklist list = new Worklist(jdbc, index, counts, asking);
        within("", () -> inTransaction(() -> list.desk(filter(word), Worklist.Sort.DUE, 2, null, clock.instant())));
        assertThat(may).containsExactly("on");
    }

    @Test
    void areNoMoreThanALookThroughACaseBears() {
        assertThat(filter("一 二 三 四 五 六 七 八 八").eachWord()).hasSize(8);
        assertThatThrownBy(() -> filter("一 二 三 四 五 六 七 八 九"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("8");
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private Optional<FewByWords.Few> few(FewByWords narrowing) {
        return within(PlantedCase.COUNTY, () -> narrowing.of(filter(word)));
    }

    private List<Long> ids(FewByWords narrowing, String agency) {
        return within(agency, () -> narrowing.of(filter(word))).orElseThrow().ids();
    }

    private List<String> found(String agency, String words) {
        return found(worklist, agency, words);
    }

    private List<String> found(Worklist list, String agency, String words) {
        Worklist.Page page = within(
                agency,
                () -> inTransaction(() -> list.desk(filter(words), Worklist.Sort.RECEIVED, 50, null, clock.instant())
                        .page()));
        return page.rows().stream().map(Worklist.Row::caseNo).toList();
    }

    private List<Long> narrowed(String words) {
        return within("", () -> few.of(filter(words))).orElseThrow().ids();
    }

    /** In the scope of somebody who is shown no report. */
    private static <T> T within(String agency, Supplier<T> work) {
        return Scopes.within(Scope.subtree(agency, "u-words", Scope.Reports.NONE), work);
    }

    private static WorklistFilter filter(String words) {
        return WorklistFilter.of(Map.of("q", words, "view", "all"), HANDLER);
    }

    private static String rare() {
        return IntStream.range(0, 5)
                .mapToObj(at ->
                        Character.toString(0x5200 + RandomGenerator.getDefault().nextInt(0x4000)))
                .collect(Collectors.joining());
    }
}
