package org.fangxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the stories say is invented, and looks it. */
class StoriesTest {
    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dXx]");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final List<Story> STORIES = DemoCounty.stories();

    @Test
    void everyPersonAndBusinessIsASample() {
        for (Story story : STORIES) {
            assertThat(story.submitted().people()).allSatisfy(StoriesTest::isSample);
        }
        assertThat(Shop.values()).allSatisfy(shop -> {
            assertThat(shop.label() + shop.address()).contains("样例");
            assertThat(shop.phone()).startsWith("1380000");
        });
    }

    private static void isSample(Visitor visitor) {
        assertThat(visitor.name()).endsWith("样例");
        assertThat(visitor.phone()).startsWith("1380000").hasSize(11);
    }

    @Test
    void noTextHoldsAnIdNumberOrSomebodysTelephone() {
        for (Story story : STORIES) {
            String all = story.submitted() + " " + story.steps();
            assertThat(ID_NUMBER.matcher(all).find()).as(story.key()).isFalse();
            assertThat(MOBILE.matcher(all).results().map(MatchResult::group))
                    .as(story.key())
                    .isEmpty();
        }
    }

    @Test
    void eachStoryHasItsOwnNameAndRefersToEarlierOnesOnly() {
        List<String> keys = STORIES.stream().map(Story::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        for (Story story : STORIES) {
            story.steps().stream()
                    .flatMap(step -> step.fields().values().stream())
                    .filter(Story.CaseOf.class::isInstance)
                    .map(value -> keys.indexOf(((Story.CaseOf) value).story()))
                    .forEach(index -> assertThat(index).as(story.key()).isBetween(0, keys.indexOf(story.key()) - 1));
        }
    }
}
