package org.fangxin.duplicate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fangxin.duplicate.store.MassRows.Group;
import org.fangxin.duplicate.store.MassRows.Member;
import org.junit.jupiter.api.Test;

/** Each pair of stories is compared once: the first look at sixty costs half of what every look cost, the next nothing. */
class StoryNeighboursTest {
    private static final Group POOL = new Group("样例游泳馆", "720");
    private static final String CLOSED = "游泳馆年卡还有八个月，门口贴了停业通知，电话打不通，剩下的钱不退。";
    private static final String DIRTY = "水质发浑，孩子起了疹子，要求把这个月的课时费退回来，前台说找总部。";

    private final StoryNeighbours neighbours = new StoryNeighbours();

    @Test
    void aLoadOfTheListComparesNothingAndANewCaseIsComparedWithItsGroupAlone() {
        List<Member> sixty = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> member(i, i % 3 == 0 ? DIRTY : CLOSED))
                .toList());
        assertThat(neighbours.largest("620823", POOL, sixty)).hasSize(40);
        assertThat(neighbours.comparisons()).as("60 × 59 before, at every load").isEqualTo(60 * 59 / 2);
        neighbours.largest("620823", POOL, sixty);
        assertThat(neighbours.comparisons()).isEqualTo(60 * 59 / 2);
        sixty.removeFirst();
        sixty.add(member(60, CLOSED));
        assertThat(neighbours.largest("620823", POOL, sixty)).hasSize(41);
        assertThat(neighbours.comparisons()).isEqualTo(60 * 59 / 2 + 59);
    }

    @Test
    void anotherAgencysCasesAreAnotherGroup() {
        neighbours.largest("620823", POOL, List.of(member(1, CLOSED), member(2, CLOSED)));
        assertThat(neighbours.largest("620825", POOL, List.of(member(3, CLOSED))))
                .extracting(Member::caseNo)
                .containsExactly("FX-3");
        assertThat(neighbours.largest("620825", POOL, List.of())).isEmpty();
    }

    private static Member member(int number, String story) {
        return new Member("FX-" + number, Instant.EPOCH, "样例游泳馆", "摘要", story, "who-" + number);
    }
}
