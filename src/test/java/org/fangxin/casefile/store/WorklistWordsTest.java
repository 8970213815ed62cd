package org.fangxin.casefile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.fangxin.FangxinTest;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.PlantedCase;
import org.fangxin.casefile.WorklistFilter;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.ApplicationContext;

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
        assertThat(within(PlantedCase.COUNTY, () -> few.of(filter(word))))
                .as("a county reads its own")
                .isEmpty();
        assertThat(narrowed(rare())).as("of a word that nobody wrote").doesNotContain(planted.idOf(caseNo));
    }

    @Test
    void thatTheIndexTakesApartOtherwiseAreLookedForInEveryCase() {
        for (String other : List.of(word.substring(0, 1), "123", word + "1", word + " " + word)) {
            assertThat(within("", () -> few.of(filter(other)))).as(other).isEmpty();
        }
        String caseNo = planted.complaint();
        Hearing.byEverybody(context, owner, caseNo);
        assertThat(found("", word.substring(0, 1))).contains(caseNo);
    }

    private List<String> found(String agency, String words) {
        return within(
                agency,
                () ->
                        worklist
                                .desk(filter(words), Worklist.Sort.RECEIVED, 50, null, clock.instant())
                                .page()
                                .rows()
                                .stream()
                                .map(Worklist.Row::caseNo)
                                .toList());
    }

    private List<Long> narrowed(String words) {
        return within("", () -> few.of(filter(words))).orElseThrow();
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
